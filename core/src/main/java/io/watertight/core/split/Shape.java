package io.watertight.core.split;

import io.watertight.core.WatertightException;
import java.util.Arrays;

/** How often rows are divided: into folds that are each evaluated once, or into one training and one test part. */
public sealed interface Shape {

    /** Divisions of one repeat. */
    int divisions();

    /** How often all is dealt anew, with another seed each time. */
    int repeats();

    /** The share of rows that each bin should have, in sum 1. The bins numbered below {@link #divisions()} are evaluated. */
    double[] shares();

    /** The bin of the row that stands at this position (from 0) of an order that is random within strata. */
    int bin(long position);

    /** {@code 5 folds}, {@code 20 % held out}. */
    String describe();

    /** The same division, once. */
    Shape once();

    /** Folds of equal size, each evaluated once and trained on in all others. */
    static Shape folds(int number) {
        return new Folds(number, 1);
    }

    /** A test part of this share. */
    static Shape holdOut(double share) {
        if (!(share > 0 && share < 1)) {
            throw new WatertightException(
                    "A test share of " + share + " leaves nothing on one side.", "name a share between 0 and 1: 0.2");
        }
        return new HoldOut(Math.round(share * HoldOut.WHOLE), 1);
    }

    /**
     * Folds of equal size.
     *
     * @param number at least 2
     * @param repeats at least 1
     */
    record Folds(int number, int repeats) implements Shape {
        public Folds {
            if (number < 2) {
                throw new WatertightException("A split into " + number + " folds is none.", "ask for at least 2 folds");
            }
            refuseNoRepeat(repeats);
        }

        @Override
        public int divisions() {
            return number;
        }

        @Override
        public double[] shares() {
            double[] shares = new double[number];
            Arrays.fill(shares, 1.0 / number);
            return shares;
        }

        @Override
        public int bin(long position) {
            return (int) (position % number);
        }

        @Override
        public String describe() {
            return number + " folds" + times(repeats);
        }

        @Override
        public Shape once() {
            return new Folds(number, 1);
        }
    }

    /**
     * One test part; the rest is for training.
     *
     * @param perMillion share of the test part in millionths: whole numbers divide alike on every engine
     * @param repeats at least 1
     */
    record HoldOut(long perMillion, int repeats) implements Shape {

        /** A million millionths. */
        public static final long WHOLE = 1_000_000;

        public HoldOut {
            if (perMillion < 1 || perMillion >= WHOLE) {
                throw new WatertightException(
                        "A test share of " + (double) perMillion / WHOLE + " leaves nothing on one side.",
                        "name a share between 0 and 1: 0.2");
            }
            refuseNoRepeat(repeats);
        }

        public double share() {
            return (double) perMillion / WHOLE;
        }

        @Override
        public int divisions() {
            return 1;
        }

        @Override
        public double[] shares() {
            return new double[] {share(), 1 - share()};
        }

        /** Systematic: whatever stretch of the order one looks at, the share in it is right to within one row. */
        @Override
        public int bin(long position) {
            return (position + 1) * perMillion / WHOLE > position * perMillion / WHOLE ? 0 : 1;
        }

        @Override
        public String describe() {
            return (perMillion % 10_000 == 0 ? Long.toString(perMillion / 10_000) : Double.toString(100 * share()))
                    + " % held out" + times(repeats);
        }

        @Override
        public Shape once() {
            return new HoldOut(perMillion, 1);
        }
    }

    private static String times(int repeats) {
        return repeats > 1 ? ", " + repeats + " times" : "";
    }

    private static void refuseNoRepeat(int repeats) {
        if (repeats < 1) {
            throw new WatertightException(
                    "A split cannot be repeated " + repeats + " times.", "ask for at least 1 repeat");
        }
    }
}
