package io.watertight.checks.split;

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
import io.watertight.core.statistic.NewLevels;
import io.watertight.core.statistic.NewLevelsReport;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import java.util.Set;

/** Classes of the target that occur in the test set only. */
@CheckInfo(
        id = "new-labels",
        title = "A class occurs in the test set only",
        category = Category.SAMPLING_BIAS,
        severity = Severity.WARNING,
        requires = {Need.CLASSES, Need.SPLIT})
public final class NewLabels implements Check<NewLevels> {

    @Override
    public NewLevels propose(StudyView view) {
        return new NewLevels(view.target().column());
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, NewLevels question) {
        return Set.of(question);
    }

    @Override
    public void evaluate(StudyView view, NewLevels question, Statistics statistics, Findings findings) {
        NewLevelsReport report = statistics.get(question);
        if (report.newLevels() == 0) {
            return;
        }
        findings.add(FindingDraft.about(question.column(), Confidence.HIGH)
                .says(
                        "%d of %d classes in the test set never occur in training (%,d of %,d test rows): no model can predict them.",
                        report.newLevels(), report.testLevels(), report.newRows(), report.testRows())
                .measured("classes that occur in the test set only", (double) report.newLevels(), 0)
                .fact("newRows", report.newRows())
                .fix(new Fix.Advice("split with the classes in equal shares, or unite the spellings of one class")));
    }
}
