package io.watertight.ml.regression;

/** A running sum in {@link DoubleDouble} arithmetic, without an object a term. Not thread-safe. */
final class DoubleDoubleSum {

    private double high;
    private double low;

    DoubleDoubleSum() {}

    DoubleDoubleSum(double high, double low) {
        this.high = high;
        this.low = low;
    }

    void add(double value) {
        add(value, 0);
    }

    /** Adds a number given as two doubles (the accurate sum of Li and others, ACM TOMS 28 (2002), 152-205). */
    void add(double otherHigh, double otherLow) {
        double heads = high + otherHigh;
        double part = heads - high;
        double headsError = (high - (heads - part)) + (otherHigh - part);
        double tails = low + otherLow;
        part = tails - low;
        double tailsError = (low - (tails - part)) + (otherLow - part);
        double rest = headsError + tails;
        double sum = heads + rest;
        rest = rest - (sum - heads) + tailsError;
        high = sum + rest;
        low = rest - (high - sum);
    }

    void addProduct(double left, double right) {
        double product = left * right;
        add(product, Math.fma(left, right, -product));
    }

    void addProduct(double leftHigh, double leftLow, double rightHigh, double rightLow) {
        double product = leftHigh * rightHigh;
        add(product, Math.fma(leftHigh, rightHigh, -product) + (leftHigh * rightLow + leftLow * rightHigh));
    }

    /** The sum rounded to a double. */
    double value() {
        return high;
    }

    DoubleDouble exact() {
        return new DoubleDouble(high, low);
    }
}
