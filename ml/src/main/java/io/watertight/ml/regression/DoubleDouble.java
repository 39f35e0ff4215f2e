package io.watertight.ml.regression;

/**
 * A number held as the unevaluated sum of two doubles, about 32 decimal digits (Dekker, Numerische Mathematik 18 (1971), 224-242).
 *
 * @param high the number rounded to a double
 * @param low what the rounding left
 */
record DoubleDouble(double high, double low) {

    static final DoubleDouble ZERO = new DoubleDouble(0, 0);

    /** The exact sum of any two doubles (Knuth). */
    static DoubleDouble sum(double left, double right) {
        double sum = left + right;
        double part = sum - left;
        return new DoubleDouble(sum, (left - (sum - part)) + (right - part));
    }

    /** The exact product of two doubles. */
    static DoubleDouble product(double left, double right) {
        double product = left * right;
        return new DoubleDouble(product, Math.fma(left, right, -product));
    }

    /** Needs {@code |high| >= |low|}. */
    private static DoubleDouble normal(double high, double low) {
        double sum = high + low;
        return new DoubleDouble(sum, low - (sum - high));
    }

    DoubleDouble plus(DoubleDouble other) {
        DoubleDouble heads = sum(high, other.high);
        DoubleDouble tails = sum(low, other.low);
        DoubleDouble first = normal(heads.high, heads.low + tails.high);
        return normal(first.high, first.low + tails.low);
    }

    DoubleDouble minus(DoubleDouble other) {
        return plus(new DoubleDouble(-other.high, -other.low));
    }

    DoubleDouble times(DoubleDouble other) {
        DoubleDouble heads = product(high, other.high);
        return normal(heads.high, heads.low + (high * other.low + low * other.high));
    }

    DoubleDouble dividedBy(DoubleDouble other) {
        double first = high / other.high;
        DoubleDouble rest = minus(other.times(new DoubleDouble(first, 0)));
        double second = rest.high / other.high;
        rest = rest.minus(other.times(new DoubleDouble(second, 0)));
        DoubleDouble quotient = normal(first, second);
        return quotient.plus(new DoubleDouble(rest.high / other.high, 0));
    }

    /** One Newton step from the root of the head doubles its digits. */
    DoubleDouble squareRoot() {
        if (high <= 0) {
            return ZERO;
        }
        double root = Math.sqrt(high);
        return sum(root, minus(product(root, root)).high / (2 * root));
    }
}
