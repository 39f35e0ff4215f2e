package io.watertight.ml.evaluate;

import io.watertight.core.WatertightException;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.learn.EvaluationSet;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.FitLog;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Model;
import io.watertight.ml.measure.Measure;
import io.watertight.ml.search.Searched;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/**
 * One learner on one fold.
 *
 * @param fold what to fit on and to judge by
 * @param rows the latter, as it is kept
 * @param learner what to fit
 * @param measures to score by
 * @param context with a log of its own
 * @param trainingScores whether training rows are scored too
 */
record FoldTask(
        Fold fold,
        HeldOutRows rows,
        Learner learner,
        List<Measure> measures,
        FitContext context,
        boolean trainingScores)
        implements Callable<FoldResult> {

    @Override
    public FoldResult call() {
        try {
            return fitted();
        } catch (WatertightException failure) {
            return new FoldResult.Failed(rows, failure.getMessage() + " Maybe " + failure.remedy() + ".");
        } catch (CancellationException cancelled) {
            throw cancelled;
        } catch (RuntimeException failure) {
            return new FoldResult.Failed(
                    rows, failure.getClass().getSimpleName() + ": " + String.valueOf(failure.getMessage()));
        }
    }

    private FoldResult fitted() {
        long start = System.nanoTime();
        Model model = learner.fit(fold.training(), context);
        double seconds = (System.nanoTime() - start) / 1e9;
        requireUnseen(context.log());
        Predictions predicted = model.predict(fold.evaluation());
        if (!isFinite(predicted)) {
            return new FoldResult.Failed(rows, "It predicted something that is no number.");
        }
        double[] training = new double[measures.size()];
        Arrays.fill(training, Double.NaN);
        if (trainingScores) {
            EvaluationSet seen = fold.training().inSample();
            training = scores(model.predict(seen), seen, HeldOutRows.weights(seen));
        }
        return new FoldResult.Scored(
                rows,
                predicted,
                scores(predicted, fold.evaluation(), rows.weights()),
                training,
                model.parameters(),
                seconds,
                context.log(),
                model instanceof Searched searched ? Optional.of(searched.trace()) : Optional.empty());
    }

    private double[] scores(Predictions predicted, EvaluationSet set, double[] weights) {
        return measures.stream()
                .mapToDouble(measure -> measure.value(set.response(), predicted, weights))
                .toArray();
    }

    private static boolean isFinite(Predictions predicted) {
        return Arrays.stream(predicted.outputs())
                .flatMapToDouble(Arrays::stream)
                .allMatch(Double::isFinite);
    }

    /** Types make sure of it; a proof by the log costs little. */
    private void requireUnseen(FitLog log) {
        long[] held = rows.rowIds().clone();
        Arrays.sort(held);
        for (FitLog.Entry entry : log.entries()) {
            for (long id : entry.rowIds()) {
                if (Arrays.binarySearch(held, id) >= 0) {
                    throw new AssertionError("'" + entry.step() + "' was fitted on row " + id + ", which was held out");
                }
            }
        }
    }
}
