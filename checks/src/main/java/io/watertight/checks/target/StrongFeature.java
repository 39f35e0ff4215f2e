package io.watertight.checks.target;

import io.watertight.checks.support.FeatureStrength;
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
import io.watertight.core.numeric.Strength;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Column;
import io.watertight.core.study.KnownAt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds columns that alone predict the target better than honest columns do. */
@CheckInfo(
        id = "strong-feature",
        title = "One column alone predicts the target suspiciously well",
        category = Category.ILLEGITIMATE_FEATURE,
        severity = Severity.WARNING,
        requires = {Need.TARGET, Need.FEATURES})
public final class StrongFeature implements Check<List<Column>> {

    /** Single columns of honest tables seldom reach this; those that do come in company. */
    private static final double SUSPICIOUS_AUC = 0.9;

    private static final double SUSPICIOUS_R2 = 0.75;

    /** This close to perfect, with nothing else near, a column is the answer in another form. */
    private static final double NEAR_PERFECT_AUC = 0.98;

    private static final double NEAR_PERFECT_R2 = 0.98;

    /** Standard errors above nothing, so that small tables do not reach the threshold by luck. */
    private static final double SURE = 6;

    @Override
    public List<Column> propose(StudyView view) {
        return FeatureStrength.features(view);
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<Column> columns) {
        return FeatureStrength.needs(view, columns);
    }

    @Override
    public void evaluate(StudyView view, List<Column> columns, Statistics statistics, Findings findings) {
        List<Strength> strengths = FeatureStrength.of(view, statistics, columns);
        List<Strength> strong = strengths.stream()
                .filter(one -> one.value() >= suspicious(one) && one.z() >= SURE)
                .filter(one -> view.study().column(one.column()).knownAt().kind() != KnownAt.Kind.ALWAYS)
                .toList();
        if (strong.isEmpty()) {
            return;
        }
        if (FeatureStrength.isEasyProblem(strengths)) {
            findings.remark(
                    strong.size() + " strong columns are not accused: many columns predict the target about as well,"
                            + " as in a problem that is easy by nature.");
            return;
        }
        List<Strength> left = new ArrayList<>(strong);
        while (!left.isEmpty()) {
            Strength head = left.remove(0);
            List<String> family = new ArrayList<>(List.of(head.column()));
            left.removeIf(other ->
                    FeatureStrength.areTwins(view, head.column(), other.column()) && family.add(other.column()));
            report(strengths, strong, head, family, findings);
        }
    }

    private static void report(
            List<Strength> all, List<Strength> strong, Strength head, List<String> family, Findings findings) {
        // A second column that is nearly the target may leak as well; one that is merely strong speaks for the first.
        List<String> suspects = strong.stream()
                .filter(one -> one.value() >= nearPerfect(one))
                .map(Strength::column)
                .toList();
        double next = all.stream()
                .filter(other -> !suspects.contains(other.column()) && !family.contains(other.column()))
                .mapToDouble(Strength::power)
                .max()
                .orElse(0);
        boolean dominates = head.value() >= nearPerfect(head) && next <= head.power() / 2;
        String known =
                family.size() == 1 ? "Is " + family.get(0) + " known" : "Are " + String.join(", ", family) + " known";
        findings.add(FindingDraft.about(family, dominates ? Confidence.HIGH : Confidence.MEDIUM)
                .severity(dominates ? Severity.ERROR : Severity.WARNING)
                .says(
                        dominates
                                ? "%s alone is nearly the target (%s %.3f out of fold); no other column comes near (next %.2f of"
                                        + " its power)."
                                : "%s alone predicts the target very well (%s %.3f out of fold). Strong columns can be honest:"
                                        + " what counts is when it is known (next column: %.2f of its power).",
                        family.size() == 1 ? family.get(0) : "Each of " + String.join(", ", family),
                        head.measure(),
                        head.value(),
                        next / Math.max(1e-9, head.power()))
                .measured(head.measure() + " of the column alone, out of fold", head.value(), suspicious(head))
                .fact("standard_errors_above_nothing", Math.round(head.z()))
                .fact("next_column_share_of_power", next / Math.max(1e-9, head.power()))
                .fact("rows", head.rows())
                .fix(Fix.leaveOut(family))
                .asks(Question.known(family, known + " when you predict?", 50 + 40 * head.power())));
    }

    private static double suspicious(Strength strength) {
        return strength.measure().equals("AUC") ? SUSPICIOUS_AUC : SUSPICIOUS_R2;
    }

    private static double nearPerfect(Strength strength) {
        return strength.measure().equals("AUC") ? NEAR_PERFECT_AUC : NEAR_PERFECT_R2;
    }
}
