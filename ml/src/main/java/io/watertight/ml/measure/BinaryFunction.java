package io.watertight.ml.measure;

/** A measure of one column of scores against one class. */
@FunctionalInterface
interface BinaryFunction {

    /**
     * The value.
     *
     * @param scores larger for the positive class
     * @param positive whether each row is of the class
     * @param weights one a row, at least 0
     * @return NaN if it is not defined for these rows
     */
    double value(double[] scores, boolean[] positive, double[] weights);
}
