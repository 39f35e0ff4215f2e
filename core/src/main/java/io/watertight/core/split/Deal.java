package io.watertight.core.split;

import io.watertight.core.WatertightException;

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
        return seedOfAxis(seed, 1);
    }

    /** The seed of an axis, from 0, where each kind of group is parted by itself. */
    public static long seedOfAxis(long seed, int axis) {
        return seed + (long) axis * (FOLD_STEP / 2);
    }

    /** The seed of a split inside the training rows of a fold. */
    public static long seedInside(long seed, int repeat, int fold) {
        return seed(seed, repeat) + FOLD_STEP * (fold + 1) + 1;
    }

    /**
     * Refuses a division for each row or group when there are too many.
     *
     * @param most rows in all divisions together
     * @throws WatertightException naming the numbers
     */
    public static void refuseTooMany(long divisions, long rows, String what, long most) {
        if (divisions * rows > most) {
            throw new WatertightException(
                    "Leaving out each of " + divisions + " " + what + " of " + rows
                            + " rows makes more fits than anybody can wait for.",
                    "ask for folds: --folds 10");
        }
    }

    /** Refuses more parts than there are groups. */
    public static void refuseTooFew(long groups, Shape shape) {
        if (groups < Math.max(2, shape.divisions())) {
            throw new WatertightException(
                    "There are " + groups + " groups, too few for " + shape.describe() + ".",
                    groups < 2 ? "another column is meant" : "ask for at most " + groups + " folds");
        }
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
