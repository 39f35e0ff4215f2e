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
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Part;
import io.watertight.core.study.Purpose;
import java.util.List;
import java.util.Set;

/** Nothing was set aside to test on. */
@CheckInfo(
        id = "no-test-set",
        title = "No test set was named",
        category = Category.NO_TEST_SET,
        severity = Severity.INFO,
        requires = Need.TARGET)
public final class NoTestSet implements Check<Boolean> {

    /** The split that a purpose asks for. */
    private static String split(Purpose purpose) {
        return switch (purpose) {
            case ROWS -> "random";
            case GROUPS -> "grouped";
            case FUTURE -> "temporal";
        };
    }

    @Override
    public Boolean propose(StudyView view) {
        return !view.study().hasSplit() || view.profile().rows(Part.TEST) == 0;
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Boolean missing) {
        return Set.of();
    }

    @Override
    public void evaluate(StudyView view, Boolean missing, Statistics statistics, Findings findings) {
        if (missing) {
            findings.add(FindingDraft.about(List.of(), Confidence.PROVEN)
                    .says(
                            "No test set was named, so what is said of a split is said of the %s one that would come next.",
                            view.study().purpose().map(NoTestSet::split).orElse("random"))
                    .measured("test rows", 0, 1)
                    .fix(new Fix.Advice(
                            "set a test set aside before you look further, and name it with --test or --split")));
        }
    }
}
