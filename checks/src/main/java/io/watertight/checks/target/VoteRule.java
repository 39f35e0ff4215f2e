package io.watertight.checks.target;

import io.watertight.checks.support.EqualRule;
import io.watertight.checks.support.ExactRelation;
import io.watertight.checks.support.Exceptions;
import io.watertight.checks.support.LabelledSample;
import io.watertight.checks.support.Luck;
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.Condition.Relation;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Operand;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Columns of which the largest or the smallest names the class.
 *
 * @param columns one for each class, in the order of the classes
 * @param largest whether the largest does
 */
public record VoteRule(List<String> columns, boolean largest) {

    /** Ties decide nothing; with more of them than this there is no rule. */
    private static final double MOST_TIES = 0.25;

    private static final int FEWEST_ROWS = 50;

    public VoteRule {
        columns = List.copyOf(columns);
    }

    /** Whether the class is named in (nearly) all rows of a sample that have no tie. */
    boolean holds(LabelledSample sample) {
        List<double[]> votes = columns.stream().map(sample::numbers).toList();
        long decided = 0;
        long wrong = 0;
        long ties = 0;
        for (int row = 0; row < sample.size(); row++) {
            double own = votes.get(sample.labels()[row])[row];
            int above = 0;
            int level = 0;
            boolean missing = false;
            for (double[] vote : votes) {
                missing |= Double.isNaN(vote[row]);
                above += largest ? (vote[row] > own ? 1 : 0) : (vote[row] < own ? 1 : 0);
                level += vote[row] == own ? 1 : 0;
            }
            decided += missing || (level > 1 && above == 0) ? 0 : 1;
            wrong += !missing && above > 0 ? 1 : 0;
            ties += !missing && level > 1 && above == 0 ? 1 : 0;
        }
        return decided >= FEWEST_ROWS
                && Exceptions.mayBeTolerated(wrong, decided)
                && ties <= MOST_TIES * (decided + ties);
    }

    /**
     * Whether the columns can be compared: they add up to the same in each row, or are all counts or shares. Lengths and
     * widths of flowers can not, though the largest of some may well name a species.
     */
    boolean hasCommonScale(LabelledSample sample) {
        List<double[]> votes = columns.stream().map(sample::numbers).toList();
        boolean counts = true;
        boolean shares = true;
        double[] sums = new double[sample.size()];
        double highest = 0;
        double lowestPeak = Double.POSITIVE_INFINITY;
        for (double[] vote : votes) {
            double peak = 0;
            for (int row = 0; row < vote.length; row++) {
                if (!Double.isNaN(vote[row])) {
                    counts &= vote[row] >= 0 && vote[row] == Math.rint(vote[row]);
                    shares &= vote[row] >= 0 && vote[row] <= 1;
                    peak = Math.max(peak, vote[row]);
                }
                sums[row] += vote[row];
            }
            highest = Math.max(highest, peak);
            lowestPeak = Math.min(lowestPeak, peak);
        }
        double[] present = Arrays.stream(sums).filter(sum -> !Double.isNaN(sum)).toArray();
        boolean constant = EqualRule.deviation(present)
                <= 1e-3 * Math.abs(Arrays.stream(present).average().orElse(0));
        return constant || ((counts || shares) && lowestPeak >= 0.3 * highest);
    }

    /** What proves it on all training rows. */
    Set<Statistic<?>> needs() {
        Set<Statistic<?>> needs = new LinkedHashSet<>();
        for (int label = 0; label < columns.size(); label++) {
            needs.add(ahead(label, largest ? Relation.AT_LEAST : Relation.AT_MOST));
            needs.add(ahead(label, largest ? Relation.GREATER : Relation.LESS));
        }
        return needs;
    }

    /** Whether a class's column is ahead of all others. */
    private CountWhere ahead(int label, Relation relation) {
        Condition all = IntStream.range(0, columns.size())
                .filter(other -> other != label)
                .mapToObj(other -> Condition.compare(
                        Operand.column(columns.get(label)), relation, Operand.column(columns.get(other))))
                .reduce(Condition::and)
                .orElseThrow();
        return CountWhere.train(all);
    }

    private long[] named(Statistics statistics, boolean ties) {
        return IntStream.range(0, columns.size())
                .mapToLong(label -> {
                    Relation with = largest ? Relation.AT_LEAST : Relation.AT_MOST;
                    Relation without = largest ? Relation.GREATER : Relation.LESS;
                    return statistics.get(ahead(label, ties ? with : without)).matchedByClass()[label];
                })
                .toArray();
    }

    /** Rows whose class shares the lead. */
    long ties(Statistics statistics) {
        return Arrays.stream(named(statistics, true)).sum()
                - Arrays.stream(named(statistics, false)).sum();
    }

    /**
     * The proof. Rows with a tie are left out, whatever their class.
     *
     * @param searched log10 of the number of choices of columns
     */
    ExactRelation prove(Statistics statistics, double searched) {
        Relation without = largest ? Relation.GREATER : Relation.LESS;
        long[] named = named(statistics, false);
        long decided = 0;
        for (int label = 0; label < columns.size(); label++) {
            decided += Arrays.stream(statistics.get(ahead(label, without)).matchedByClass())
                    .sum();
        }
        long wrong = decided - Arrays.stream(named).sum();
        long rarest = Luck.rarest(named);
        return new ExactRelation(columns, decided, wrong, rarest, Luck.ofOrder(named, wrong, searched));
    }
}
