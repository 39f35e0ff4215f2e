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
import io.watertight.core.numeric.Tails;
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Scope;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Classes in other shares in the test set than in training. */
@CheckInfo(
        id = "label-shift",
        title = "Classes have other shares in the test set",
        category = Category.SAMPLING_BIAS,
        severity = Severity.WARNING,
        requires = {Need.CLASSES, Need.SPLIT})
public final class LabelShift implements Check<List<String>> {

    private static final double BEYOND_CHANCE = -6;

    /** Cramer's V of part and class; 0.1 is Cohen's small effect. */
    private static final double WORTH_A_WARNING = 0.1;

    @Override
    public List<String> propose(StudyView view) {
        return view.target().classes();
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<String> classes) {
        Set<Statistic<?>> needs = new LinkedHashSet<>();
        classes.forEach(text -> {
            needs.add(count(view, text, Scope.TRAIN));
            needs.add(count(view, text, Scope.TEST));
        });
        return needs;
    }

    private static CountWhere count(StudyView view, String text, Scope scope) {
        return new CountWhere(new Condition.IsOneOf(view.target().column(), List.of(text)), scope);
    }

    @Override
    public void evaluate(StudyView view, List<String> classes, Statistics statistics, Findings findings) {
        double[][] counts = new double[2][classes.size()];
        double[] rows = new double[2];
        for (int label = 0; label < classes.size(); label++) {
            counts[0][label] =
                    statistics.get(count(view, classes.get(label), Scope.TRAIN)).matched();
            counts[1][label] =
                    statistics.get(count(view, classes.get(label), Scope.TEST)).matched();
            rows[0] += counts[0][label];
            rows[1] += counts[1][label];
        }
        double all = rows[0] + rows[1];
        double squares = 0;
        double largest = 0;
        for (int label = 0; label < classes.size(); label++) {
            double both = counts[0][label] + counts[1][label];
            for (int part = 0; part < 2; part++) {
                double expected = both * rows[part] / all;
                squares += expected > 0 ? Math.pow(counts[part][label] - expected, 2) / expected : 0;
            }
            largest = Math.max(largest, Math.abs(counts[0][label] / rows[0] - counts[1][label] / rows[1]));
        }
        double effect = Math.sqrt(squares / all);
        double luck = Tails.chiSquaredUpperLog10(squares, classes.size() - 1.0);
        if (rows[0] == 0 || rows[1] == 0 || luck > BEYOND_CHANCE || effect < WORTH_A_WARNING / 2) {
            return;
        }
        findings.add(FindingDraft.about(List.of(), Confidence.MEDIUM)
                .severity(effect >= WORTH_A_WARNING ? Severity.WARNING : Severity.INFO)
                .says(
                        "The classes of %s have other shares in the test set: one differs by %.1f points (Cramer's V %.2f). A split "
                                + "made at random does not do that.",
                        view.target().column(), 100 * largest, effect)
                .measured("Cramer's V of part and class", effect, WORTH_A_WARNING)
                .fact("largestDifference", largest)
                .fact("log10Chance", luck)
                .fix(new Fix.Advice(
                        "find out how the parts were drawn; resample training rows alone, after the split")));
    }
}
