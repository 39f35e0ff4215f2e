package io.watertight.checks.time;

import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Need;
import io.watertight.core.check.Severity;
import io.watertight.core.check.StudyView;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.statistic.TimeSpan;
import io.watertight.core.statistic.TimeSpanReport;
import io.watertight.core.study.Lag;
import java.util.Optional;
import java.util.Set;

/** Training labels that are not yet known when the test period starts. */
@CheckInfo(
        id = "missing-gap",
        title = "Training labels are not known when testing starts",
        category = Category.TEMPORAL,
        severity = Severity.ERROR,
        requires = {Need.TIME, Need.SPLIT, Need.HORIZON})
public final class MissingGap implements Check<Optional<TimeSpan>> {

    @Override
    public Optional<TimeSpan> propose(StudyView view) {
        return RowOrder.time(view)
                .filter(column -> view.study().column(column).isTime())
                .map(TimeSpan::new);
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Optional<TimeSpan> span) {
        return span.<Set<Statistic<?>>>map(Set::of).orElse(Set.of());
    }

    @Override
    public void evaluate(StudyView view, Optional<TimeSpan> span, Statistics statistics, Findings findings) {
        if (span.isEmpty()) {
            findings.remark("the time is no column of dates, so the horizon cannot be added to it");
            return;
        }
        TimeSpanReport report = statistics.get(span.get());
        Lag horizon = view.study().declaration().horizon().orElseThrow();
        double known = report.trainMaximum() + horizon.seconds();
        // An overlap in time is the other check's finding; here the periods follow one another, but too closely.
        if (!(known > report.testMinimum()) || report.trainMaximum() > report.testMinimum()) {
            return;
        }
        double days = (report.testMinimum() - report.trainMaximum()) / 86_400;
        findings.add(
                FindingDraft.about(span.get().column(), RowOrder.isDeclared(view) ? Confidence.PROVEN : Confidence.HIGH)
                        .says(
                                "Testing starts %.1f days after the last training row, but its label is only known %s later: the latest "
                                        + "training labels come from the test period.",
                                days, horizon)
                        .measured("days between training and test", days, horizon.seconds() / 86_400.0)
                        .fact("gapDays", days)
                        .fact("horizonSeconds", horizon.seconds())
                        .fix(new Fix.Advice("end training a horizon (" + horizon + ") before the first test row")));
    }
}
