package io.watertight.ml.measure;

import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;

/**
 * Weights of rows by what they are and what they were taken for.
 *
 * @param cells by actual and decided class
 */
record Confusion(double[][] cells) {

    /**
     * Decides for the most probable class; of two, for the positive one from {@code threshold} on.
     *
     * @param threshold for the score of the positive class
     */
    static Confusion of(Response.Classes truth, Predictions predicted, double[] weights, double threshold) {
        int classes = truth.names().size();
        double[][] cells = new double[classes][classes];
        for (int row = 0; row < weights.length; row++) {
            int decided = truth.isBinary()
                    ? predicted.outputs()[0][row] >= threshold ? truth.positive() : 1 - truth.positive()
                    : largest(predicted.outputs(), row);
            cells[truth.codes()[row]][decided] += weights[row];
        }
        return new Confusion(cells);
    }

    private static int largest(double[][] outputs, int row) {
        int best = 0;
        for (int label = 1; label < outputs.length; label++) {
            best = outputs[label][row] > outputs[best][row] ? label : best;
        }
        return best;
    }

    int classes() {
        return cells.length;
    }

    double total() {
        double sum = 0;
        for (int label = 0; label < classes(); label++) {
            sum += actual(label);
        }
        return sum;
    }

    double right() {
        double sum = 0;
        for (int label = 0; label < classes(); label++) {
            sum += cells[label][label];
        }
        return sum;
    }

    double actual(int label) {
        double sum = 0;
        for (double cell : cells[label]) {
            sum += cell;
        }
        return sum;
    }

    double decided(int label) {
        double sum = 0;
        for (double[] row : cells) {
            sum += row[label];
        }
        return sum;
    }

    /** Share of the rows decided for the class that are of it; 0 when none is decided for it. */
    double precision(int label) {
        double decided = decided(label);
        return decided == 0 ? 0 : cells[label][label] / decided;
    }

    /** Share of the rows of the class that are decided for it; NaN when there is none. */
    double recall(int label) {
        return cells[label][label] / actual(label);
    }

    double f1(int label) {
        double sum = actual(label) + decided(label);
        return sum == 0 ? Double.NaN : 2 * cells[label][label] / sum;
    }

    /** Mean recall of the classes that occur. */
    double balancedAccuracy() {
        double sum = 0;
        int occur = 0;
        for (int label = 0; label < classes(); label++) {
            if (actual(label) > 0) {
                sum += recall(label);
                occur++;
            }
        }
        return sum / occur;
    }

    /** Correlation of actual and decided classes (Matthews 1975; Gorodkin 2004 for more than two); 0 when a side is constant. */
    double matthews() {
        double total = total();
        double products = 0;
        double actualSquares = 0;
        double decidedSquares = 0;
        for (int label = 0; label < classes(); label++) {
            products += actual(label) * decided(label);
            actualSquares += actual(label) * actual(label);
            decidedSquares += decided(label) * decided(label);
        }
        double spread = Math.sqrt(total * total - actualSquares) * Math.sqrt(total * total - decidedSquares);
        return spread == 0 ? 0 : (right() * total - products) / spread;
    }
}
