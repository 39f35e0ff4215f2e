package io.watertight.ml.measure;

import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;

/**
 * Mean cost of decisions, in the unit of the user's cost matrix. Probabilities decide for the class of least expected cost (Elkan, The
 * foundations of cost-sensitive learning, IJCAI 2001): no threshold is chosen on the rows that are judged. Scores that are no
 * probabilities decide at zero (two classes) or for the largest.
 *
 * @param costs by actual and decided class, in the order of the classes' names
 */
public record ExpectedCost(double[][] costs) implements Measure {

    @Override
    public String name() {
        return "expected cost";
    }

    @Override
    public boolean largerIsBetter() {
        return false;
    }

    /** @throws IllegalArgumentException if the matrix is not of as many classes as the response */
    @Override
    public double value(Response truth, Predictions predicted, double[] weights) {
        if (!(truth instanceof Response.Classes classes)) {
            return Double.NaN;
        }
        int count = classes.names().size();
        if (costs.length != count || costs[0].length != count) {
            throw new IllegalArgumentException("the cost matrix is " + costs.length + " x " + costs[0].length
                    + ", but there are " + count + " classes: " + classes.names());
        }
        double sum = 0;
        double total = 0;
        for (int row = 0; row < weights.length; row++) {
            double[] likely = likely(classes, predicted, row);
            sum += weights[row]
                    * costs[classes.codes()[row]][predicted.probabilities() ? cheapest(likely) : largest(likely)];
            total += weights[row];
        }
        return sum / total;
    }

    private static double[] likely(Response.Classes classes, Predictions predicted, int row) {
        double[] likely = new double[classes.names().size()];
        if (classes.isBinary()) {
            double score = predicted.outputs()[0][row];
            likely[classes.positive()] = score;
            likely[1 - classes.positive()] = predicted.probabilities() ? 1 - score : -score;
        } else {
            for (int label = 0; label < likely.length; label++) {
                likely[label] = predicted.outputs()[label][row];
            }
        }
        return likely;
    }

    private int cheapest(double[] probabilities) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int decided = 0; decided < costs.length; decided++) {
            double expected = 0;
            for (int actual = 0; actual < costs.length; actual++) {
                expected += probabilities[actual] * costs[actual][decided];
            }
            if (expected < least) {
                least = expected;
                best = decided;
            }
        }
        return best;
    }

    private static int largest(double[] scores) {
        int best = 0;
        for (int label = 1; label < scores.length; label++) {
            best = scores[label] > scores[best] ? label : best;
        }
        return best;
    }

    @Override
    public String toString() {
        return name();
    }
}
