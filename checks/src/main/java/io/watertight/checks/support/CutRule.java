package io.watertight.checks.support;

import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.Condition.Relation;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Operand;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A number between whose cuts only one class lies.
 *
 * @param columns the columns the number is made of
 * @param number the number
 * @param cuts ascending; a row below the first is in the first band
 * @param defined whether the cuts go through a crowd, as those of a definition do, or part zero from the rest
 * @param tried log10 of the number of ways to cut
 */
public record CutRule(List<String> columns, Operand number, List<Double> cuts, boolean defined, double tried) {

    /** With fewer rows of the rarest class nobody can tell a crowd from a gap. */
    private static final int CROWD = 20;

    public CutRule {
        columns = List.copyOf(columns);
        cuts = List.copyOf(cuts);
    }

    public static CutRule of(List<String> columns, Operand number, Bands bands, int classes) {
        return new CutRule(
                columns, number, Arrays.stream(bands.cuts()).boxed().toList(), bands.isDefined(), bands.tried(classes));
    }

    /** What proves it on all training rows. */
    public Set<Statistic<?>> needs() {
        return cuts.stream().map(this::below).collect(Collectors.toSet());
    }

    private CountWhere below(double cut) {
        return CountWhere.train(Condition.compare(number, Relation.LESS, Operand.number(cut)));
    }

    /**
     * The proof.
     *
     * @param searched log10 of the number of columns or combinations that were looked at
     */
    public ExactRelation prove(Statistics statistics, double searched) {
        long[] total = total(statistics);
        long exceptions = 0;
        long[] before = new long[total.length];
        for (int band = 0; band <= cuts.size(); band++) {
            long[] until =
                    band < cuts.size() ? statistics.get(below(cuts.get(band))).matchedByClass() : total;
            long[] start = before;
            long[] inside = IntStream.range(0, total.length)
                    .mapToLong(label -> until[label] - start[label])
                    .toArray();
            exceptions +=
                    Arrays.stream(inside).sum() - Arrays.stream(inside).max().orElse(0);
            before = until;
        }
        double luck = Luck.ofOrder(total, exceptions, tried + searched);
        return new ExactRelation(columns, Arrays.stream(total).sum(), exceptions, Luck.rarest(total), luck);
    }

    /** Whether there are enough rows of each class to tell a definition from honest clusters, and it is one. */
    public boolean isDefinition(Statistics statistics) {
        return defined && Luck.rarest(total(statistics)) >= CROWD;
    }

    private long[] total(Statistics statistics) {
        return statistics.get(below(cuts.get(0))).definedByClass();
    }
}
