package io.watertight.checks.target;

import io.watertight.checks.support.LabelledSample;
import java.util.Arrays;

/** In which class two columns are equal. */
final class EqualInClass {

    /** Equal within rounding: a thousandth. */
    static final double NEAR = 1e-3;

    private static final int FEWEST_ROWS = 10;

    private EqualInClass() {}

    /** The class in which two columns are equal, -1 if there is none. */
    static int label(LabelledSample sample, double[] left, double[] right, double most, double none) {
        long[] defined = new long[sample.classes()];
        long[] equal = new long[sample.classes()];
        for (int row = 0; row < left.length; row++) {
            if (!Double.isNaN(left[row]) && !Double.isNaN(right[row])) {
                defined[sample.labels()[row]]++;
                boolean same = right[row] != 0 && Math.abs(left[row] - right[row]) <= NEAR * Math.abs(right[row]);
                equal[sample.labels()[row]] += same ? 1 : 0;
            }
        }
        return label(defined, equal, most, none);
    }

    static int label(long[] defined, long[] equal, double most, double none) {
        long rows = Arrays.stream(defined).sum();
        long all = Arrays.stream(equal).sum();
        for (int label = 0; label < defined.length; label++) {
            long others = rows - defined[label];
            boolean enough = defined[label] >= FEWEST_ROWS && others >= FEWEST_ROWS;
            if (enough && equal[label] >= most * defined[label] && all - equal[label] <= none * others) {
                return label;
            }
        }
        return -1;
    }
}
