package io.watertight.checks.target;

import io.watertight.core.check.StudyView;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.Vector;
import io.watertight.core.study.Part;
import io.watertight.core.study.Target;
import java.util.List;
import java.util.stream.IntStream;

/** The target as an encoder takes it, over all parts: itself, or an indicator of a class; NaN where missing. */
final class EncodedTargets {

    private static final int MOST_CLASSES = 6;

    private EncodedTargets() {}

    static List<double[]> of(StudyView view) {
        Target target = view.target();
        ColumnBatch sample = view.sample();
        if (!target.task().isClassification()) {
            return List.of(sample.numbers(target.column()));
        }
        Vector vector = sample.column(target.column());
        int[] classes = IntStream.range(0, sample.rows())
                .map(row -> vector.isMissing(row) ? -1 : target.classes().indexOf(vector.text(row)))
                .toArray();
        int count = target.classes().size();
        // the encoding of one of two classes is told from the other's by its direction, so both are looked for
        return IntStream.range(0, Math.min(count, MOST_CLASSES))
                .mapToObj(label -> IntStream.of(classes)
                        .mapToDouble(one -> one < 0 ? Double.NaN : one == label ? 1 : 0)
                        .toArray())
                .toList();
    }

    /** The same for training rows, NaN for the others. */
    static double[] training(ColumnBatch sample, double[] target) {
        return IntStream.range(0, target.length)
                .mapToDouble(row -> sample.part(row) == Part.TRAIN ? target[row] : Double.NaN)
                .toArray();
    }
}
