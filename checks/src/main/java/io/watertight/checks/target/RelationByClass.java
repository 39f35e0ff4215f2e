package io.watertight.checks.target;

import io.watertight.checks.support.LabelledSample;
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
import io.watertight.core.statistic.Condition.Relation;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Operand;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.statistic.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Two columns that are equal in one class and not in the others: repaid loans have paid their amount. */
@CheckInfo(
        id = "relation-by-class",
        title = "Two columns are equal in one class only",
        category = Category.ILLEGITIMATE_FEATURE,
        severity = Severity.ERROR,
        requires = {Need.CLASSES, Need.FEATURES})
public final class RelationByClass implements Check<List<RelationByClass.Candidate>> {

    /** The share of the class's rows that are equal, at least, and of the other rows, at most. */
    private static final double MOST = 0.9;

    private static final double NONE = 0.01;

    private static final int FEW_ROWS = 256;
    private static final int MOST_COLUMNS = 1_000;

    /** log10 of the chance, all pairs counted. */
    private static final double SURE = -10;

    /** A column that alone parts the classes needs no partner. */
    private static final double ALONE = 0.98;

    /** The column that carries the outcome, the one it is compared with, and the class in which they are equal. */
    public record Candidate(String carrier, String reference, int label) {}

    @Override
    public List<Candidate> propose(StudyView view) {
        LabelledSample few = LabelledSample.of(view).screen();
        LabelledSample fewer = few.atMost(FEW_ROWS);
        List<String> names = few.numericFeatures().stream().limit(MOST_COLUMNS).toList();
        List<double[]> columns = names.stream().map(fewer::numbers).toList();
        List<Candidate> candidates = new ArrayList<>();
        for (int left = 0; left < names.size(); left++) {
            for (int right = left + 1; right < names.size(); right++) {
                if (EqualInClass.label(fewer, columns.get(left), columns.get(right), 0.8, 0.05) >= 0) {
                    String first = names.get(left);
                    String second = names.get(right);
                    int label = EqualInClass.label(few, few.numbers(first), few.numbers(second), MOST, NONE);
                    boolean turned = label >= 0 && few.area(first, label) < few.area(second, label);
                    Candidate candidate = new Candidate(turned ? second : first, turned ? first : second, label);
                    if (label >= 0 && few.area(candidate.carrier(), label) < ALONE) {
                        candidates.add(candidate);
                    }
                }
            }
        }
        return candidates;
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<Candidate> candidates) {
        Set<Statistic<?>> needs = new LinkedHashSet<>();
        candidates.forEach(candidate -> needs.add(equal(candidate)));
        return needs;
    }

    private static CountWhere equal(Candidate candidate) {
        Operand carrier = Operand.column(candidate.carrier());
        Operand reference = Operand.column(candidate.reference());
        return CountWhere.train(new Condition.Close(carrier, reference, 0, EqualInClass.NEAR)
                .and(Condition.compare(reference, Relation.DIFFERENT, Operand.number(0))));
    }

    @Override
    public void evaluate(StudyView view, List<Candidate> candidates, Statistics statistics, Findings findings) {
        double pairs = 2 * Math.log10(view.study().features().size());
        Set<String> told = new LinkedHashSet<>();
        for (Candidate candidate : candidates) {
            Tally tally = statistics.get(equal(candidate));
            int label = EqualInClass.label(tally.definedByClass(), tally.matchedByClass(), MOST, NONE);
            if (label < 0 || told.contains(candidate.carrier())) {
                continue;
            }
            long rows = Arrays.stream(tally.definedByClass()).sum();
            long all = Arrays.stream(tally.matchedByClass()).sum();
            long inside = tally.matchedByClass()[label];
            long of = tally.definedByClass()[label];
            double luck = pairs + Tails.binomialUpperLog10(all, inside, (double) of / rows);
            if (luck <= SURE) {
                told.add(candidate.carrier());
                findings.add(draft(view, candidate, new long[] {inside, of, all - inside, rows - of}, luck));
            }
        }
    }

    private static FindingDraft draft(StudyView view, Candidate candidate, long[] counts, double luck) {
        return FindingDraft.about(candidate.carrier(), Confidence.HIGH)
                .says(
                        "%s = %s on %,d of %,d rows of one class of %s, on %,d of %,d others: the outcome is written in %s.",
                        candidate.carrier(),
                        candidate.reference(),
                        counts[0],
                        counts[1],
                        view.target().column(),
                        counts[2],
                        counts[3],
                        candidate.carrier())
                .measured(
                        "share of the class's rows in which the columns are equal",
                        (double) counts[0] / counts[1],
                        MOST)
                .fact("compared with", candidate.reference())
                .fact("equal in the class", counts[0])
                .fact("equal elsewhere", counts[2])
                .fact("log10 of the chance by luck", Math.round(luck * 10) / 10.0)
                .cell("class", view.target().classes().get(candidate.label()))
                .fix(Fix.leaveOut(List.of(candidate.carrier())));
    }
}
