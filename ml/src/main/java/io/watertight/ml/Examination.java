package io.watertight.ml;

import io.watertight.core.WatertightException;
import io.watertight.core.statistic.ModelScore;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * A model of some columns under way, one fit a fold.
 *
 * @param problem what it learns
 * @param names the columns it is given
 * @param folds the folds
 * @param answers of each fold, once they are there
 */
record Examination(Problem problem, List<String> names, List<Fold> folds, List<Future<FoldFit.Answer>> answers) {

    /** @param ids of the problem's rows */
    static Examination start(
            ExecutorService pool, Problem problem, EncodedColumns columns, List<String> names, long[] ids, long seed) {
        Effort effort = Effort.of(ids.length, names.size(), problem.outputs());
        List<Fold> folds = Fold.deal(ids, new RowDraw(seed), effort);
        List<float[]> values = names.stream().map(columns::column).toList();
        return new Examination(
                problem,
                names,
                folds,
                folds.stream()
                        .map(fold -> pool.submit(new FoldFit(problem, values, fold, effort, seed)))
                        .toList());
    }

    /** Waits for the folds and scores them. */
    ModelScore score() {
        float[][] predictions = new float[problem.rows().length][problem.outputs()];
        int[] foldOf = new int[problem.rows().length];
        double[] gain = new double[names.size()];
        for (int number = 0; number < folds.size(); number++) {
            FoldFit.Answer answer = await(answers.get(number));
            int[] judged = folds.get(number).judged();
            for (int index = 0; index < judged.length; index++) {
                predictions[judged[index]] = answer.predictions()[index];
                foldOf[judged[index]] = number;
            }
            for (int column = 0; column < gain.length; column++) {
                gain[column] += answer.gain()[column];
            }
        }
        boolean numeric = problem.loss() == Problem.Loss.SQUARED;
        Scores.Score score = numeric
                ? Scores.rSquared(predictions, problem.labels(), foldOf)
                : Scores.areas(predictions, problem.labels(), foldOf);
        return new ModelScore(
                numeric ? "R2" : "AUC", score.value(), score.standardError(), foldOf.length, shares(gain));
    }

    private static FoldFit.Answer await(Future<FoldFit.Answer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while models were fitted");
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof WatertightException known) {
                throw known;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    private Map<String, Double> shares(double[] gain) {
        double total = Arrays.stream(gain).sum();
        Map<String, Double> shares = new LinkedHashMap<>();
        IntStream.range(0, gain.length)
                .filter(index -> gain[index] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> -gain[index]))
                .forEach(index -> shares.put(names.get(index), gain[index] / total));
        return shares;
    }
}
