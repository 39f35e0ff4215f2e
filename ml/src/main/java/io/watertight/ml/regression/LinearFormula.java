package io.watertight.ml.regression;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.learn.Model;
import java.util.Arrays;

/** An intercept and weighted columns, perhaps of the target's logarithm. */
final class LinearFormula extends Model {

    private final Encoding encoding;
    private final double intercept;
    private final double[] weights;
    private final double smear;

    /** @param smear 0 for a formula of the target; for its logarithm the factor back, the mean of exp(residual) (Duan, JASA 78 (1983)) */
    LinearFormula(Encoding encoding, double intercept, double[] weights, double smear) {
        this.encoding = encoding;
        this.intercept = intercept;
        this.weights = weights;
        this.smear = smear;
    }

    @Override
    protected Predictions score(Features features) {
        double[] sums = value(encoding.apply(features), features.rows());
        if (smear > 0) {
            for (int row = 0; row < sums.length; row++) {
                sums[row] = smear * Math.exp(sums[row]);
            }
        }
        return Predictions.ofScores(sums);
    }

    private double[] value(double[][] columns, int rows) {
        double[] sums = new double[rows];
        Arrays.fill(sums, intercept);
        for (int column = 0; column < columns.length; column++) {
            for (int row = 0; row < rows; row++) {
                sums[row] = Math.fma(weights[column], columns[column][row], sums[row]);
            }
        }
        return sums;
    }

    @Override
    public long parameters() {
        long used = Arrays.stream(weights).filter(weight -> weight != 0).count();
        return used + 1;
    }
}
