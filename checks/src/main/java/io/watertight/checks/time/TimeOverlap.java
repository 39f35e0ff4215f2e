package io.watertight.checks.time;

import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Need;
import io.watertight.core.check.Question;
import io.watertight.core.check.Severity;
import io.watertight.core.check.StudyView;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.statistic.TimeSpan;
import io.watertight.core.statistic.TimeSpanReport;
import io.watertight.core.study.Purpose;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Test rows that are older than training rows: the model is trained on the future of what it is tested on. */
@CheckInfo(
        id = "time-overlap",
        title = "Training reaches past the start of the test period",
        category = Category.TEMPORAL,
        severity = Severity.ERROR,
        requires = {Need.TIME, Need.SPLIT})
public final class TimeOverlap implements Check<Optional<TimeSpan>> {

    @Override
    public Optional<TimeSpan> propose(StudyView view) {
        return RowOrder.time(view).map(TimeSpan::new);
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Optional<TimeSpan> span) {
        return span.<Set<Statistic<?>>>map(Set::of).orElse(Set.of());
    }

    @Override
    public void evaluate(StudyView view, Optional<TimeSpan> span, Statistics statistics, Findings findings) {
        if (span.isEmpty()) {
            findings.remark("the time is made of several columns or of words, so its order was not judged");
            return;
        }
        String column = span.get().column();
        TimeSpanReport report = statistics.get(span.get());
        if (report.testRows() == 0 || report.testBeforeTrainEnd() == 0) {
            return;
        }
        double share = (double) report.testBeforeTrainEnd() / report.testRows();
        boolean declared = RowOrder.isDeclared(view);
        FindingDraft draft = FindingDraft.about(column, declared ? Confidence.PROVEN : Confidence.MEDIUM)
                .severity(severity(view, declared))
                .says(
                        "%,d of %,d test rows (%.1f%%) are older by %s than the latest training row, and %,d of %,d training rows are "
                                + "later than the earliest test row: the model has seen their future.",
                        report.testBeforeTrainEnd(),
                        report.testRows(),
                        100 * share,
                        column,
                        report.trainAfterTestStart(),
                        report.trainRows())
                .measured("share of test rows before the end of training", share, 0)
                .fact("testBeforeTrainEnd", report.testBeforeTrainEnd())
                .fact("testAtTrainTimes", report.testAtTrainTimes())
                .fact("trainAfterTestStart", report.trainAfterTestStart())
                .rows(report.examples())
                .fix(Fix.splitByTime(column));
        if (!declared) {
            draft.asks(new Question(
                    "Will the model predict times later than those it was trained on?",
                    List.of("--time " + column, "--purpose rows"),
                    List.of(column),
                    0.6));
        }
        findings.add(draft);
    }

    /** A declared purpose other than the future, or a split by group, makes overlap in time a choice. */
    private static Severity severity(StudyView view, boolean declared) {
        Optional<Purpose> purpose = view.study().purpose();
        if (purpose.isPresent() && purpose.get() != Purpose.FUTURE) {
            return Severity.INFO;
        }
        boolean byGroup = !view.study().groups().isEmpty() && purpose.isEmpty();
        return declared && !byGroup ? Severity.ERROR : Severity.WARNING;
    }
}
