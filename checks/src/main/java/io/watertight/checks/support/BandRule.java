package io.watertight.checks.support;

import io.watertight.core.numeric.Ranks;
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.Condition.Relation;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Operand;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.statistic.Tally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Values of a column that stand for bands of a numeric target: low, middle, high.
 *
 * @param column the column
 * @param texts its values, that of the lowest band first
 * @param cuts between the bands; a target below the first is in the first band
 * @param rows of the sample, by band
 */
public record BandRule(String column, List<String> texts, List<Double> cuts, List<Long> rows) {

    public BandRule {
        texts = List.copyOf(texts);
        cuts = List.copyOf(cuts);
        rows = List.copyOf(rows);
    }

    /**
     * The rule, if it holds on a sample without exception and every cut goes through a crowd of rows, as a definition's does. Groups
     * that happen to lie apart have gaps between them.
     */
    public static Optional<BandRule> of(String column, Levels levels, double[] target) {
        int[] order = IntStream.of(Ranks.order(target))
                .filter(row -> levels.codes()[row] >= 0)
                .toArray();
        double[] sorted = Arrays.stream(order).mapToDouble(row -> target[row]).toArray();
        List<Integer> ends = new ArrayList<>();
        for (int index = 1; index < order.length; index++) {
            if (levels.codes()[order[index]] != levels.codes()[order[index - 1]]) {
                ends.add(index);
                if (ends.size() >= levels.count() || sorted[index] == sorted[index - 1]) {
                    return Optional.empty();
                }
            }
        }
        // As many changes as there are levels but one: each level is one stretch of the target.
        if (ends.isEmpty() || ends.size() != levels.count() - 1) {
            return Optional.empty();
        }
        ends.add(order.length);
        List<String> texts = new ArrayList<>();
        List<Double> cuts = new ArrayList<>();
        List<Long> rows = new ArrayList<>();
        int start = 0;
        for (int band = 0; band < ends.size(); band++) {
            int end = ends.get(band);
            texts.add(levels.texts().get(levels.codes()[order[start]]));
            rows.add((long) end - start);
            if (band + 1 < ends.size()) {
                if (!DenseCut.isDense(sorted, start, end, ends.get(band + 1))) {
                    return Optional.empty();
                }
                cuts.add(DenseCut.roundest(sorted[end - 1], sorted[end]));
            }
            start = end;
        }
        return Optional.of(new BandRule(column, texts, cuts, rows));
    }

    /** What proves it on all training rows. */
    public CountWhere need(String target) {
        return CountWhere.train(IntStream.range(0, texts.size())
                .mapToObj(band -> inside(target, band))
                .reduce(Condition::or)
                .orElseThrow());
    }

    private Condition inside(String target, int band) {
        Condition inside = new Condition.IsOneOf(column, List.of(texts.get(band)));
        if (band > 0) {
            inside = inside.and(side(target, Relation.AT_LEAST, cuts.get(band - 1)));
        }
        return band < cuts.size() ? inside.and(side(target, Relation.LESS, cuts.get(band))) : inside;
    }

    private static Condition side(String target, Relation relation, double cut) {
        return Condition.compare(Operand.column(target), relation, Operand.number(cut));
    }

    /**
     * The proof. Values that the sample did not hold are exceptions.
     *
     * @param searched log10 of the number of columns that were looked at
     */
    public ExactRelation prove(Statistics statistics, String target, double searched) {
        Tally tally = statistics.get(need(target));
        long[] counts = rows.stream().mapToLong(Long::longValue).toArray();
        long rarest = Luck.rarest(counts)
                * tally.defined()
                / Math.max(1, Arrays.stream(counts).sum());
        return new ExactRelation(
                List.of(column),
                tally.defined(),
                tally.unmatched(),
                rarest,
                Math.min(
                        0,
                        searched
                                + Luck.choices(tally.defined(), Math.min(tally.unmatched(), tally.defined() / 2))
                                + texts.size() * Math.log10(texts.size())
                                - Luck.arrangements(counts)));
    }
}
