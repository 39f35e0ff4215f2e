package io.watertight.ml.regression;

/**
 * The diagonal of (A'A)^-1, which standard errors and variance inflation rest on. From the inverse of R it has about 16 digits
 * less the condition number's, so that beyond a condition number of 1e4 it is computed anew in {@link DoubleDouble}, by Cholesky's
 * factors of A'A, whose condition is the square but whose digits are twice as many.
 */
final class InverseGram {

    private static final double ILL_CONDITIONED = 1e4;

    /** Products in A'A beyond which the slower arithmetic takes too long (about ten seconds). */
    private static final double MOST_PRODUCTS = 1e9;

    private InverseGram() {}

    static double[] diagonal(HouseholderQr qr, double[][] heads, double[][] tails) {
        double[][] inverse = inverse(qr);
        int rank = inverse.length;
        double[] diagonal = new double[rank];
        double worst = 0;
        for (int row = 0; row < rank; row++) {
            double length = 0;
            for (int column = row; column < rank; column++) {
                diagonal[row] = Math.fma(inverse[column][row], inverse[column][row], diagonal[row]);
            }
            for (int above = 0; above <= row; above++) {
                length = Math.fma(qr.r(above, row), qr.r(above, row), length);
            }
            worst = Math.max(worst, length * diagonal[row]);
        }
        // The square root of a column's squared length times its element is at most the condition number, and near it.
        boolean doubtful = Math.sqrt(worst) > ILL_CONDITIONED;
        double products = (double) rank * rank / 2 * (rank == 0 ? 0 : heads[0].length);
        return doubtful && products <= MOST_PRODUCTS ? precise(heads, tails) : diagonal;
    }

    /** The columns of R's inverse. */
    private static double[][] inverse(HouseholderQr qr) {
        double[][] inverse = new double[qr.rank()][qr.rank()];
        for (int column = 0; column < inverse.length; column++) {
            inverse[column][column] = 1;
            qr.solve(inverse[column]);
        }
        return inverse;
    }

    private static double[] precise(double[][] heads, double[][] tails) {
        DoubleDouble[][] factor = cholesky(gram(heads, tails));
        int rank = factor.length;
        double[] diagonal = new double[rank];
        for (int unit = 0; unit < rank; unit++) {
            // Column `unit` of the factor's inverse; its squares add to the diagonal only from rows at or below.
            DoubleDouble[] solution = new DoubleDouble[rank];
            for (int row = unit; row < rank; row++) {
                DoubleDouble sum = row == unit ? new DoubleDouble(1, 0) : DoubleDouble.ZERO;
                for (int before = unit; before < row; before++) {
                    sum = sum.minus(factor[row][before].times(solution[before]));
                }
                solution[row] = sum.dividedBy(factor[row][row]);
            }
            DoubleDouble length = DoubleDouble.ZERO;
            for (int row = unit; row < rank; row++) {
                length = length.plus(solution[row].times(solution[row]));
            }
            diagonal[unit] = length.high();
        }
        return diagonal;
    }

    private static DoubleDouble[][] gram(double[][] heads, double[][] tails) {
        DoubleDouble[][] gram = new DoubleDouble[heads.length][];
        for (int left = 0; left < heads.length; left++) {
            gram[left] = new DoubleDouble[left + 1];
            for (int right = 0; right <= left; right++) {
                DoubleDoubleSum sum = new DoubleDoubleSum();
                for (int row = 0; row < heads[left].length; row++) {
                    sum.addProduct(
                            heads[left][row],
                            tails[left].length == 0 ? 0 : tails[left][row],
                            heads[right][row],
                            tails[right].length == 0 ? 0 : tails[right][row]);
                }
                gram[left][right] = sum.exact();
            }
        }
        return gram;
    }

    /** The lower factor, in place. */
    private static DoubleDouble[][] cholesky(DoubleDouble[][] gram) {
        for (int row = 0; row < gram.length; row++) {
            for (int column = 0; column <= row; column++) {
                DoubleDouble sum = gram[row][column];
                for (int before = 0; before < column; before++) {
                    sum = sum.minus(gram[row][before].times(gram[column][before]));
                }
                gram[row][column] = column == row ? sum.squareRoot() : sum.dividedBy(gram[column][column]);
            }
        }
        return gram;
    }
}
