package io.watertight.ml.search;

import io.watertight.core.WatertightException;
import io.watertight.ml.learn.EvaluationSet;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.RawTrainingSet;
import io.watertight.ml.learn.Splitter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * Splits training rows for a choice made inside a fold. The splitter sees the groups and times of the data as the outer one does; that it
 * minds the groups is checked here, because a choice made on folds that share entities favours what memorizes them, and so is the order
 * of time where the splitter promises it.
 */
final class InnerFolds {

    private InnerFolds() {}

    static List<Fold> of(RawTrainingSet training, Splitter splitter, long seed) {
        List<Fold> folds = splitter.split(training, seed);
        if (splitter.keepsOrder()) {
            folds.forEach(fold -> requireOrder(fold, splitter));
        }
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

    /** A plan by time hands its order down to the folds inside; what they really hold is seen here. */
    private static void requireOrder(Fold fold, Splitter splitter) {
        double last = times(fold.training().inSample()).max().orElse(Double.NEGATIVE_INFINITY);
        double first = times(fold.evaluation()).min().orElse(Double.POSITIVE_INFINITY);
        if (last >= first) {
            throw new WatertightException(
                    "The inner split (" + splitter.describe()
                            + ") trains on rows that come after rows it is judged on.",
                    "choose on periods, as the outer split does");
        }
    }

    private static DoubleStream times(EvaluationSet rows) {
        return rows.times().stream().flatMapToDouble(Arrays::stream).filter(time -> !Double.isNaN(time));
    }
}
