package io.watertight.ml.evaluate;

import io.watertight.ml.search.SearchTrace;
import java.util.Arrays;
import java.util.List;

/**
 * What came of a learner on all folds.
 *
 * @param name of the learner
 * @param standing what it was there for
 * @param folds one result a fold, in the order of repeats and folds
 */
public record LearnerResult(String name, Standing standing, List<FoldResult> folds) {

    public LearnerResult {
        folds = List.copyOf(folds);
    }

    /** Folds on which it could be scored. */
    public List<FoldResult.Scored> scored() {
        return folds.stream()
                .filter(FoldResult.Scored.class::isInstance)
                .map(FoldResult.Scored.class::cast)
                .toList();
    }

    /** Folds on which it failed. */
    public List<FoldResult.Failed> failed() {
        return folds.stream()
                .filter(FoldResult.Failed.class::isInstance)
                .map(FoldResult.Failed.class::cast)
                .toList();
    }

    /** Numbers fitted, on average over the folds. */
    public double parameters() {
        return scored().stream()
                .mapToLong(FoldResult.Scored::parameters)
                .average()
                .orElse(Double.NaN);
    }

    /** Seconds of all fits together. */
    public double seconds() {
        return scored().stream().mapToDouble(FoldResult.Scored::seconds).sum();
    }

    /** Mean score of the rows fitted on; NaN where the measure was not defined in a fold. */
    public double trainingScore(int measure) {
        double[] scores = scored().stream()
                .mapToDouble(fold -> fold.trainingScores()[measure])
                .toArray();
        return Arrays.stream(scores).average().orElse(Double.NaN);
    }

    /** What was tried inside each fold; empty for a learner that does not search. */
    public List<SearchTrace> searches() {
        return scored().stream().flatMap(fold -> fold.search().stream()).toList();
    }

    /** Mean of the best inner scores: what a report would claim that stopped there. NaN without a search. */
    public double innerBest() {
        return searches().stream().mapToDouble(SearchTrace::bestScore).average().orElse(Double.NaN);
    }
}
