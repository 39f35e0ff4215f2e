package io.watertight.ml.search;

import io.watertight.ml.measure.Measure;
import java.util.List;

/**
 * What a search tried inside a training set.
 *
 * @param measure by which it chose
 * @param trials every candidate, in the order tried
 * @param chosen name of the candidate that was refitted
 */
public record SearchTrace(Measure measure, List<Trial> trials, String chosen) {

    /**
     * One candidate.
     *
     * @param name of the learner
     * @param score mean over the inner folds; NaN if it failed
     * @param standardError of that mean, for the choice only: folds are not independent, so no interval is made of it
     * @param trainingRows about how many rows it was fitted on
     * @param failure why it could not be scored, empty if it could
     */
    public record Trial(String name, double score, double standardError, int trainingRows, String failure) {}

    public SearchTrace {
        trials = List.copyOf(trials);
    }

    /** The best inner score. It is too good: it was chosen for being the best. */
    public double bestScore() {
        return trials.stream()
                .mapToDouble(Trial::score)
                .filter(score -> !Double.isNaN(score))
                .reduce((one, other) -> measure.gain(one, other) >= 0 ? one : other)
                .orElse(Double.NaN);
    }
}
