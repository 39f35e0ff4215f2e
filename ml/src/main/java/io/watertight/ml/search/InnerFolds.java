package io.watertight.ml.search;

import io.watertight.core.WatertightException;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.RawTrainingSet;
import io.watertight.ml.learn.Splitter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Splits training rows for a choice made inside a fold. The splitter sees the groups and times of the data as the outer one does; that it
 * minds the groups is checked here, because a choice made on folds that share entities favours what memorizes them.
 */
final class InnerFolds {

    private InnerFolds() {}

    static List<Fold> of(RawTrainingSet training, Splitter splitter, long seed) {
        List<Fold> folds = splitter.split(training, seed);
        if (splitter.ignoresGroups()) {
            return folds;
        }
        for (Fold fold : folds) {
            Set<Integer> trained = new HashSet<>();
            Arrays.stream(fold.training().inSample().groups()).forEach(trained::add);
            for (int group : fold.evaluation().groups()) {
                if (trained.contains(group)) {
                    throw new WatertightException(
                            "The inner split (" + splitter.describe() + ") parts rows of one declared group.",
                            "choose on folds by group, as the outer split does");
                }
            }
        }
        return folds;
    }
}
