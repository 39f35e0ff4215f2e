package io.watertight.checks.target;

import io.watertight.checks.support.CutRule;
import io.watertight.checks.support.EqualRule;
import io.watertight.checks.support.ExactRelation;
import io.watertight.checks.support.LabelledSample;
import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Need;
import io.watertight.core.check.Severity;
import io.watertight.core.check.StudyView;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Two or three columns that make the target together: parts of a sum, factors, or a comparison. */
@CheckInfo(
        id = "target-combination",
        title = "Several columns together are the target",
        category = Category.ILLEGITIMATE_FEATURE,
        severity = Severity.ERROR,
        requires = {Need.TARGET, Need.FEATURES})
public final class TargetCombination implements Check<TargetCombination.Candidates> {

    /** Ways to combine two or three columns, for the luck of finding one: operators, orders, signs. */
    private static final double WAYS = Math.log10(50);

    /** Numbers that equal the target, and numbers of which the classes are a cut. */
    public record Candidates(List<EqualRule> equal, List<CutRule> cuts, List<String> words) {}

    @Override
    public Candidates propose(StudyView view) {
        LabelledSample all = LabelledSample.of(view);
        return switch (view.target().task()) {
            case REGRESSION -> new Candidates(NumberCombinations.search(all), List.of(), List.of());
            case BINARY -> {
                List<ClassCombinations.Rule> rules = ClassCombinations.search(all);
                yield new Candidates(
                        List.of(),
                        rules.stream().map(ClassCombinations.Rule::cuts).toList(),
                        rules.stream().map(ClassCombinations.Rule::words).toList());
            }
            case MULTICLASS -> new Candidates(List.of(), List.of(), List.of());
        };
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Candidates candidates) {
        Set<Statistic<?>> needs = new LinkedHashSet<>();
        candidates.equal().forEach(rule -> needs.add(rule.need(view.target().column())));
        candidates.cuts().forEach(rule -> needs.addAll(rule.needs()));
        return needs;
    }

    @Override
    public void evaluate(StudyView view, Candidates candidates, Statistics statistics, Findings findings) {
        String target = view.target().column();
        double searched = WAYS + 3 * Math.log10(view.study().features().size());
        for (EqualRule rule : candidates.equal()) {
            ExactRelation relation = rule.prove(statistics, target, searched);
            relation.confidence().ifPresent(confidence -> {
                String format = "%s = %s: %s.";
                findings.add(draft(view, relation, confidence.isSure(), format, rule.words())
                        .fact("tolerance", rule.tolerance()));
            });
        }
        for (int index = 0; index < candidates.cuts().size(); index++) {
            CutRule rule = candidates.cuts().get(index);
            ExactRelation relation = rule.prove(statistics, searched);
            if (relation.confidence().isPresent()) {
                boolean sure = relation.isSure() && rule.isDefinition(statistics);
                String format = rule.cuts().get(0) == 0
                        ? "%s is settled by the sign of %s: %s."
                        : "%s is settled by one cut of %s: %s.";
                findings.add(
                        draft(view, relation, sure, format, candidates.words().get(index))
                                .cell("cuts", rule.cuts().toString()));
            }
        }
    }

    private static FindingDraft draft(
            StudyView view, ExactRelation relation, boolean sure, String format, String words) {
        String target = view.target().column();
        return relation.draft(
                sure, "Is " + target + " computed from " + words + "?", format, target, words, relation.count());
    }
}
