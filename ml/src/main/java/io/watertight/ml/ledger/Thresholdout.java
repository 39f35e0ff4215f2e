package io.watertight.ml.ledger;

import io.watertight.core.WatertightException;
import java.util.random.RandomGenerator;

/**
 * Answers many adaptive questions from one test set without letting them fit to it: the algorithm Thresholdout of Dwork, Feldman,
 * Hardt, Pitassi, Reingold and Roth, "Generalization in Adaptive Data Analysis and Holdout Reuse" (NeurIPS 2015, figure 1), described in
 * "The reusable holdout" (Science 349, 2015). While training and test score agree within a noisy threshold, the answer is the
 * training score and says nothing about the test set; only where they differ is the test score given, with noise, and the budget
 * goes down by one. Thread-safe if the generator is.
 */
public final class Thresholdout {

    private final AssessmentPolicy.Reusable setting;
    private final RandomGenerator random;

    /** @param random must not be foreseeable where answers count */
    public Thresholdout(AssessmentPolicy.Reusable setting, RandomGenerator random) {
        this.setting = setting;
        this.random = random;
    }

    /**
     * What lasts from one question to the next.
     *
     * @param threshold the threshold with its noise
     * @param budget answers that may still come from the test set
     */
    public record State(double threshold, int budget) {}

    /**
     * One answer.
     *
     * @param value the answer
     * @param fromTest whether it comes from the test set
     * @param next the state after it
     */
    public record Answer(double value, boolean fromTest, State next) {}

    /** The state before the first question. */
    public State begin() {
        return new State(freshThreshold(), setting.budget());
    }

    /**
     * Answers one question.
     *
     * @param training score on the training set
     * @param test score on the test set
     * @throws WatertightException if the budget is used up
     */
    public Answer ask(State state, double training, double test) {
        if (state.budget() < 1) {
            throw new WatertightException(
                    "The budget of " + setting.budget() + " answers from this test set is used up.",
                    "a fresh test set is due; this one can say nothing more that could be relied on");
        }
        if (Math.abs(test - training) > state.threshold() + laplace(4 * setting.noise())) {
            double value = test + laplace(setting.noise());
            return new Answer(value, true, new State(freshThreshold(), state.budget() - 1));
        }
        return new Answer(training, false, state);
    }

    private double freshThreshold() {
        return setting.threshold() + laplace(2 * setting.noise());
    }

    /** A draw with density exp(-|x| / scale) / (2 scale). */
    private double laplace(double scale) {
        double sign = random.nextBoolean() ? 1 : -1;
        return sign * scale * random.nextExponential();
    }
}
