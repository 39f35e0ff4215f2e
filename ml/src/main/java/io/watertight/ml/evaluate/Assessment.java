package io.watertight.ml.evaluate;

import io.watertight.ml.data.Predictions;
import io.watertight.ml.learn.EvaluationSet;
import io.watertight.ml.learn.FitLog;
import io.watertight.ml.measure.Measure;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One look at one set of rows, by predictions made without them. */
public final class Assessment {

    private Assessment() {}

    /**
     * The score, with the interval of a single test set: DeLong's for an AUC, a bootstrap otherwise, of groups or stretches of time where
     * these are declared.
     *
     * @param predicted one a row of the set, in its order
     * @param seed of the bootstrap
     */
    public static Interval score(EvaluationSet set, Predictions predicted, Measure measure, long seed) {
        HeldOutRows rows = new HeldOutRows(
                0,
                0,
                0,
                IntStream.range(0, set.rows()).toArray(),
                set.rowIds(),
                set.response(),
                HeldOutRows.weights(set));
        double value = measure.value(set.response(), predicted, rows.weights());
        FoldResult.Scored look = new FoldResult.Scored(
                rows, predicted, new double[] {value}, new double[] {Double.NaN}, 0, 0, new FitLog(), Optional.empty());
        return new Intervals(new Blocks(Blocking.of(set)), seed).of(List.of(look), measure, 0);
    }
}
