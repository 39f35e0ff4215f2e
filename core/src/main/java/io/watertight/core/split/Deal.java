package io.watertight.core.split;

/** Small rules of dealing that every engine must follow. */
public final class Deal {

    private static final long REPEAT_STEP = 7_919;
    private static final long FOLD_STEP = 104_729;

    private Deal() {}

    /** The seed of a repeat. */
    public static long seed(long seed, int repeat) {
        return seed + REPEAT_STEP * repeat;
    }

    /** The seed that decides, for one period, on which side a group on both sides of its start goes. */
    public static long seedOfPeriod(long seed, int period) {
        return seed + FOLD_STEP * (period + 1);
    }

    /** The seed of the second axis of a two-way split. */
    public static long seedOfSecondAxis(long seed) {
        return seed + FOLD_STEP / 2;
    }

    /** The seed of a split inside the training rows of a fold. */
    public static long seedInside(long seed, int repeat, int fold) {
        return seed(seed, repeat) + FOLD_STEP * (fold + 1) + 1;
    }

    /** Bins of a number that takes the place of classes: at most ten, and each with a row or two for every fold. */
    public static int bins(long rows, Shape shape) {
        int folds = shape instanceof Shape.Folds some ? some.number() : 2;
        return (int) Math.max(1, Math.min(10, rows / (2L * folds)));
    }

    /** The bin of a number that stands at this position in ascending order. */
    public static int bin(long position, long rows, int bins) {
        return (int) (position * bins / rows);
    }
}
