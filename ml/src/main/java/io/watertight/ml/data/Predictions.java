package io.watertight.ml.data;

/**
 * What a model says, by output and row: the probability of the positive class (one output), of each class, of each label, or the number
 * predicted. A learner that has no probabilities gives scores that order rows, larger for the positive class, and says so.
 *
 * @param outputs outputs x rows
 * @param probabilities whether the numbers are meant as probabilities
 */
public record Predictions(double[][] outputs, boolean probabilities) {

    /** Probabilities of the positive class. */
    public static Predictions ofProbabilities(double[] positive) {
        return new Predictions(new double[][] {positive}, true);
    }

    /** Numbers predicted, or scores that are no probabilities. */
    public static Predictions ofScores(double[] scores) {
        return new Predictions(new double[][] {scores}, false);
    }

    public int rows() {
        return outputs[0].length;
    }

    /** The only output there is. */
    public double[] single() {
        if (outputs.length != 1) {
            throw new IllegalStateException("there are " + outputs.length + " outputs, not one");
        }
        return outputs[0];
    }

    /** These rows, in this order. */
    public Predictions gather(int[] rows) {
        double[][] taken = new double[outputs.length][rows.length];
        for (int output = 0; output < outputs.length; output++) {
            for (int index = 0; index < rows.length; index++) {
                taken[output][index] = outputs[output][rows[index]];
            }
        }
        return new Predictions(taken, probabilities);
    }
}
