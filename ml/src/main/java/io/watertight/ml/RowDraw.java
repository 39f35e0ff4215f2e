package io.watertight.ml;

import io.watertight.core.data.RowHash;
import java.util.Arrays;

/**
 * Chances that hang on a row's id and the seed alone, so that the same row is in the same fold in every question and on every
 * engine.
 */
final class RowDraw {

    /** Fewer than the usual five or ten: an audit needs the size of a score, not its last digit. */
    static final int FOLDS = 3;

    private final long seed;

    RowDraw(long seed) {
        this.seed = seed;
    }

    /** What a chance is drawn for: chances of one row for different purposes are independent. */
    private enum Purpose {
        FOLD(11_003),
        INNER(22_003),
        KEEP(33_013);

        private final long shift;

        Purpose(long shift) {
            this.shift = shift;
        }
    }

    /** The row's fold, from 0. */
    int fold(long id) {
        return (int) (FOLDS * chance(id, Purpose.FOLD));
    }

    /** Whether early stopping watches the row instead of learning from it, when the row is outside the fold that is judged. */
    boolean isInner(long id, double share) {
        return chance(id, Purpose.INNER) < share;
    }

    /**
     * Draws rows so that about {@code most} remain. A rare class keeps more than its proportion, up to a fifth of an even share:
     * areas under a curve do not depend on how frequent the classes are, but their precision does.
     *
     * @param ids row ids
     * @param rows indices into {@code ids} to draw from
     * @param labels the class of each of {@code rows}, from 0
     * @param classes number of classes
     * @param most rows wanted at most, about
     * @return indices into {@code rows}, ascending
     */
    int[] keep(long[] ids, int[] rows, int[] labels, int classes, int most) {
        double[] counts = new double[classes];
        for (int label : labels) {
            counts[label]++;
        }
        double floor = most / (5.0 * classes);
        double[] rates = new double[classes];
        for (int label = 0; label < classes; label++) {
            double wanted = Math.max(floor, counts[label] * most / rows.length);
            rates[label] = counts[label] == 0 ? 1 : Math.min(1, wanted / counts[label]);
        }
        return keep(ids, rows, labels, rates);
    }

    /** Draws each class at its own rate. */
    int[] keep(long[] ids, int[] rows, int[] labels, double[] rates) {
        int[] kept = new int[rows.length];
        int size = 0;
        for (int index = 0; index < rows.length; index++) {
            if (chance(ids[rows[index]], Purpose.KEEP) < rates[labels[index]]) {
                kept[size++] = index;
            }
        }
        return Arrays.copyOf(kept, size);
    }

    /** Uniform in [0, 1). */
    private double chance(long id, Purpose purpose) {
        return (double) RowHash.of(id, seed + purpose.shift) / RowHash.MODULUS;
    }
}
