package io.watertight.ml.measure;

import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;

/**
 * A loss of probabilities, over all classes at once.
 *
 * @param name as people write it
 * @param loss of one row
 */
record ProbabilityLoss(String name, RowLoss loss) implements Measure {

    /** Mean of minus the logarithm of the probability given to what came true (Good, 1952); mean over the labels, for labels. */
    static final ProbabilityLoss LOG = new ProbabilityLoss(
            "log loss", (probabilities, actual) -> -Math.log(Math.max(probabilities[actual], Math.ulp(1.0))));

    /** Mean squared error of the probability (Brier, 1950): of the positive class for two classes, summed over classes for more. */
    static final ProbabilityLoss BRIER = new ProbabilityLoss("Brier score", ProbabilityLoss::squares);

    /** The loss of a row. */
    @FunctionalInterface
    interface RowLoss {
        double of(double[] probabilities, int actual);
    }

    private static double squares(double[] probabilities, int actual) {
        double sum = 0;
        for (int label = 0; label < probabilities.length; label++) {
            double error = probabilities[label] - (label == actual ? 1 : 0);
            sum += error * error;
        }
        return probabilities.length == 2 ? sum / 2 : sum;
    }

    @Override
    public boolean largerIsBetter() {
        return false;
    }

    @Override
    public double lowest() {
        return 0;
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    public double value(Response truth, Predictions predicted, double[] weights) {
        if (!predicted.probabilities()) {
            return Double.NaN;
        }
        if (truth instanceof Response.Classes classes) {
            return ofClasses(classes, predicted, weights);
        }
        if (truth instanceof Response.Labels labels) {
            double sum = 0;
            for (int label = 0; label < labels.names().size(); label++) {
                sum += ofClasses(
                        labels.label(label),
                        Predictions.ofProbabilities(predicted.outputs()[label]),
                        weights);
            }
            return sum / labels.names().size();
        }
        return Double.NaN;
    }

    private double ofClasses(Response.Classes classes, Predictions predicted, double[] weights) {
        double sum = 0;
        double total = 0;
        double[] probabilities = new double[classes.names().size()];
        for (int row = 0; row < weights.length; row++) {
            if (classes.isBinary()) {
                probabilities[classes.positive()] = predicted.outputs()[0][row];
                probabilities[1 - classes.positive()] = 1 - predicted.outputs()[0][row];
            } else {
                for (int label = 0; label < probabilities.length; label++) {
                    probabilities[label] = predicted.outputs()[label][row];
                }
            }
            sum += weights[row] * loss.of(probabilities, classes.codes()[row]);
            total += weights[row];
        }
        return sum / total;
    }
}
