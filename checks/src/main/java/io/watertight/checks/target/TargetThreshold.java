package io.watertight.checks.target;

import io.watertight.checks.support.Bands;
import io.watertight.checks.support.CutRule;
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
import io.watertight.core.statistic.Operand;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A number whose cut points are the target: low is weight below 2,500. */
@CheckInfo(
        id = "target-threshold",
        title = "The target is a cut of a column",
        category = Category.ILLEGITIMATE_FEATURE,
        severity = Severity.ERROR,
        requires = {Need.CLASSES, Need.FEATURES})
public final class TargetThreshold implements Check<List<TargetThreshold.Candidate>> {

    /** More classes than this are not bands of a number. */
    private static final int MOST_CLASSES = 20;

    /** Another column that nearly parts the classes as well makes an easy problem likely. */
    private static final double NEARLY = 0.98;

    /**
     * A column that cuts the target.
     *
     * @param rule the cuts
     * @param alone whether no other column nearly parts the classes, or the cuts are a definition's
     */
    public record Candidate(CutRule rule, boolean alone) {
        String column() {
            return rule.columns().get(0);
        }
    }

    @Override
    public List<Candidate> propose(StudyView view) {
        LabelledSample all = LabelledSample.of(view);
        if (all.classes() > MOST_CLASSES) {
            return List.of();
        }
        LabelledSample few = all.screen();
        List<String> numbers = all.numericFeatures();
        List<Candidate> candidates = new ArrayList<>();
        for (String column : numbers) {
            bands(few, column).flatMap(screened -> bands(all, column)).ifPresent(bands -> {
                CutRule rule = CutRule.of(List.of(column), Operand.column(column), bands, all.classes());
                boolean alone = rule.defined()
                        || numbers.stream().noneMatch(other -> !other.equals(column) && nearlyParts(few, other));
                candidates.add(new Candidate(rule, alone));
            });
        }
        return candidates;
    }

    private static Optional<Bands> bands(LabelledSample sample, String column) {
        return Bands.of(sample.numbers(column), sample.labels(), sample.classes());
    }

    private static boolean nearlyParts(LabelledSample sample, String column) {
        return IntStream.range(0, sample.classes()).anyMatch(label -> sample.area(column, label) >= NEARLY);
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<Candidate> candidates) {
        Set<Statistic<?>> needs = new LinkedHashSet<>();
        candidates.forEach(candidate -> needs.addAll(candidate.rule().needs()));
        return needs;
    }

    @Override
    public void evaluate(StudyView view, List<Candidate> candidates, Statistics statistics, Findings findings) {
        double searched = Math.log10(view.study().features().size());
        for (Candidate candidate : candidates) {
            ExactRelation relation = candidate.rule().prove(statistics, searched);
            if (relation.confidence().isPresent() && candidate.alone()) {
                boolean sure = relation.isSure() && candidate.rule().isDefinition(statistics);
                findings.add(draft(view, candidate, relation, sure));
            } else if (relation.confidence().isPresent()) {
                findings.remark(
                        candidate.column() + " parts the classes, but with a gap between them, and other columns"
                                + " nearly do so too: an easy problem rather than a definition.");
            }
        }
    }

    private static FindingDraft draft(StudyView view, Candidate candidate, ExactRelation relation, boolean sure) {
        String column = candidate.column();
        String target = view.target().column();
        List<Double> cuts = candidate.rule().cuts();
        String where = cuts.size() > 1 ? cuts.size() + " cuts of" : cuts.get(0) == 0 ? "the sign of" : "one cut of";
        return relation.draft(
                        sure,
                        "Is " + target + " defined by " + column + ", or is " + column
                                + " measured before it is known?",
                        "%s is settled by %s %s: %s.",
                        target,
                        where,
                        column,
                        relation.count())
                .fact("cuts", cuts.size())
                .fact("rows crowd around the cuts", candidate.rule().defined())
                .cell("cuts", cuts.toString());
    }
}
