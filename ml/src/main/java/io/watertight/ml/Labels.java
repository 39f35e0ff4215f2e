package io.watertight.ml;

import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.Vector;
import io.watertight.core.study.Target;
import java.util.Arrays;
import java.util.List;

/** Reads the class of each row. */
final class Labels {

    private Labels() {}

    /** Index of each row's class among the target's classes, -1 where the target is missing or none of them. */
    static int[] of(ColumnBatch sample, Target target) {
        Vector vector = sample.column(target.column());
        if (vector instanceof NumberVector numbers) {
            return ofNumbers(numbers.values(), target.classes());
        }
        return ofCodes((CodeVector) vector, target.classes());
    }

    private static int[] ofCodes(CodeVector vector, List<String> classes) {
        int[] classOf = vector.dictionary().stream().mapToInt(classes::indexOf).toArray();
        return Arrays.stream(vector.codes())
                .map(code -> code < 0 ? -1 : classOf[code])
                .toArray();
    }

    private static int[] ofNumbers(double[] values, List<String> classes) {
        double[] numbers = classes.stream().mapToDouble(Double::parseDouble).toArray();
        int[] labels = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            labels[row] = -1;
            for (int label = 0; label < numbers.length; label++) {
                if (values[row] == numbers[label]) {
                    labels[row] = label;
                }
            }
        }
        return labels;
    }
}
