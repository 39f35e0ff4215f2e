package io.watertight.ml.algorithm.kernel;

/** The exponential of many numbers at once. */
final class Exponential {

    private static final double LOG2E = 1.4426950408889634;

    /** Adding it leaves a whole number in the lowest bits of a double. */
    private static final double ROUNDER = 6755399441055744.0;

    private Exponential() {}

    /**
     * exp(factor x) of numbers of which the result is at most 1, to about nine digits: 2 to the whole part by the exponent's bits, and a
     * Taylor polynomial of degree 7 on the rest, which is at most ln 2 / 2.
     */
    static void of(float[] numbers, double factor, float[] into, int start) {
        for (int index = 0; index < numbers.length; index++) {
            double power = Math.max(-1000, Math.min(0, numbers[index] * factor * LOG2E));
            double shifted = power + ROUNDER;
            double whole = shifted - ROUNDER;
            double rest = (power - whole) * 0.6931471805599453;
            double value = 1
                    + rest
                            * (1
                                    + rest
                                            * (0.5
                                                    + rest
                                                            * (1.0 / 6
                                                                    + rest
                                                                            * (1.0 / 24
                                                                                    + rest
                                                                                            * (1.0 / 120
                                                                                                    + rest
                                                                                                            * (1.0 / 720
                                                                                                                    + rest
                                                                                                                            / 5040))))));
            long bits = (Double.doubleToRawLongBits(shifted) << 52) + (1023L << 52);
            into[start + index] = (float) (value * Double.longBitsToDouble(bits));
        }
    }
}
