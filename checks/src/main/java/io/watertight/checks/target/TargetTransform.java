package io.watertight.checks.target;

import io.watertight.checks.support.EqualRule;
import io.watertight.checks.support.ExactRelation;
import io.watertight.checks.support.LabelledSample;
import io.watertight.checks.support.LinearFit;
import io.watertight.checks.support.Luck;
import io.watertight.checks.support.MonotoneRule;
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
import io.watertight.core.numeric.Ranks;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A number that is the target in another unit or on another scale. */
@CheckInfo(
        id = "target-transform",
        title = "A column is the target in another unit or on another scale",
        category = Category.ILLEGITIMATE_FEATURE,
        severity = Severity.ERROR,
        requires = {Need.REGRESSION, Need.FEATURES})
public final class TargetTransform implements Check<TargetTransform.Candidates> {

    /** Below this rank correlation a column is only strong. */
    private static final double NEARLY = 0.98;

    /** Above this rank correlation a relation that is not exact is still asked about. */
    private static final double ASKED = 0.999;

    /** With fewer values a column is a label: bands of the target. */
    private static final int FEWEST_VALUES = 3;

    private static final int FEWEST_ROWS = 30;

    /** A factor that takes so few values is a list of units or rates. */
    private static final int MOST_FACTORS = 12;

    /**
     * What may be the target.
     *
     * @param linear columns whose multiple, plus a constant, is the target
     * @param monotone columns along which the target never falls, or never rises
     * @param nearly columns that are nearly so, with the reason
     */
    public record Candidates(List<EqualRule> linear, List<MonotoneRule> monotone, Map<String, String> nearly) {}

    @Override
    public Candidates propose(StudyView view) {
        LabelledSample all = LabelledSample.of(view);
        LabelledSample few = all.screen();
        List<EqualRule> linear = new ArrayList<>();
        List<MonotoneRule> monotone = new ArrayList<>();
        Map<String, String> nearly = new LinkedHashMap<>();
        for (String column : all.numericFeatures()) {
            double[] numbers = few.numbers(column);
            double correlation = Ranks.spearman(numbers, few.target());
            long[] repeats = Luck.repeats(numbers);
            boolean tiny = Arrays.stream(repeats).sum() < FEWEST_ROWS || repeats.length < FEWEST_VALUES;
            if (tiny || !(Math.abs(correlation) >= NEARLY)) {
                continue;
            }
            Optional<EqualRule> line = line(few, column).flatMap(rule -> line(all, column));
            Optional<MonotoneRule> curve = line.isPresent() ? Optional.empty() : MonotoneRule.of(all, column);
            line.ifPresent(linear::add);
            curve.ifPresent(monotone::add);
            if (line.isEmpty() && curve.isEmpty()) {
                int factors = Factors.count(few, column, MOST_FACTORS);
                if (factors > 0) {
                    nearly.put(column, "is " + factors + " multiples of it, as of units or rates");
                } else if (Math.abs(correlation) >= ASKED) {
                    nearly.put(column, "orders the rows as it does, but for a few in a thousand");
                }
            }
        }
        return new Candidates(linear, monotone, nearly);
    }

    private static Optional<EqualRule> line(LabelledSample sample, String column) {
        List<String> columns = List.of(column);
        return LinearFit.of(List.of(sample.numbers(column)), sample.target()).stream()
                .flatMap(fit -> Stream.of(fit.rounded(EqualRule.deviation(sample.target())), fit))
                .map(fit -> Formula.sum(columns, fit, false))
                .flatMap(formula ->
                        EqualRule.of(sample, columns, formula.operand(), formula.words(), formula.rounding()).stream())
                .findFirst();
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Candidates candidates) {
        Set<Statistic<?>> needs = new LinkedHashSet<>();
        candidates.linear().forEach(rule -> needs.add(rule.need(view.target().column())));
        candidates.monotone().forEach(rule -> needs.add(rule.need(view.target().column())));
        return needs;
    }

    @Override
    public void evaluate(StudyView view, Candidates candidates, Statistics statistics, Findings findings) {
        String target = view.target().column();
        double searched = Math.log10(view.study().features().size());
        for (EqualRule rule : candidates.linear()) {
            judge(rule.prove(statistics, target, searched), "%s = %s: %s.", target, rule.words(), findings);
        }
        for (MonotoneRule rule : candidates.monotone()) {
            String words = rule.rising() ? "never falls" : "never rises";
            judge(
                    rule.prove(statistics, target, searched),
                    "%s " + words + " along %s: %s.",
                    target,
                    rule.column(),
                    findings);
        }
        candidates
                .nearly()
                .forEach((column, reason) -> findings.add(FindingDraft.about(column, Confidence.MEDIUM)
                        .says("%s %s: nearly a copy of %s.", column, reason, target)
                        .measured("rank correlation with the target, at least", ASKED, ASKED)
                        .coverage(view.sample().coverage())
                        .fix(Fix.leaveOut(List.of(column)))
                        .asks(question(column, target))));
    }

    private static Question question(String column, String target) {
        return Question.known(
                List.of(column), "Is " + column + " known before " + target + " is, or computed from it?", 0.9);
    }

    private static void judge(ExactRelation relation, String format, String target, String words, Findings findings) {
        String column = relation.columns().get(0);
        relation.confidence()
                .ifPresent(confidence -> findings.add(relation.draft(
                        confidence.isSure(),
                        question(column, target).text(),
                        format,
                        target,
                        words,
                        relation.count())));
    }
}
