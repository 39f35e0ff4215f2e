package io.watertight.core.audit;

import io.watertight.core.data.ColumnBatch;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.study.Part;
import io.watertight.core.study.Study;
import io.watertight.core.study.Target;
import java.util.Optional;
import java.util.stream.IntStream;

/** The target as engines count it. */
final class Outcomes {

    private static final int RANK_CUTS = 49;

    private Outcomes() {}

    static Optional<Outcome> of(Study study, ColumnBatch sample) {
        return study.target().map(target -> new Outcome(target, cuts(target, sample)));
    }

    private static double[] cuts(Target target, ColumnBatch sample) {
        if (target.task().isClassification()) {
            return new double[0];
        }
        double[] values = sample.numbers(target.column());
        double[] sorted = IntStream.range(0, values.length)
                .filter(row -> sample.part(row) == Part.TRAIN && !Double.isNaN(values[row]))
                .mapToDouble(row -> values[row])
                .sorted()
                .toArray();
        return IntStream.rangeClosed(1, RANK_CUTS)
                .mapToDouble(cut -> sorted[(int) ((long) cut * (sorted.length - 1) / (RANK_CUTS + 1))])
                .distinct()
                .filter(cut -> cut < sorted[sorted.length - 1])
                .toArray();
    }
}
