package io.watertight.ml;

import io.watertight.core.data.ColumnBatch;
import io.watertight.core.statistic.ModelScore;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Fits models of some columns and scores them.
 *
 * @param sample where the rows are from
 * @param columns the features of the rows, encoded
 * @param seed of folds and learners
 * @param threads at most this many
 */
record Examination(ColumnBatch sample, EncodedColumns columns, long seed, int threads) {

    /** The best score over these problems, which speak of the same rows. */
    ModelScore best(List<Problem> problems, List<String> features) {
        List<String> usable = columns.usable(features);
        if (usable.isEmpty()) {
            throw new Unanswerable("no usable feature: all are constant, or text that differs in nearly every row");
        }
        float[] matrix = columns.matrix(usable);
        return problems.stream()
                .map(problem -> score(problem, matrix, usable))
                .max(Comparator.comparingDouble(ModelScore::score))
                .orElseThrow();
    }

    private ModelScore score(Problem problem, float[] matrix, List<String> names) {
        int[] rows = problem.rows();
        Effort effort = Effort.of(rows.length, names.size(), problem.outputs());
        RowDraw draw = new RowDraw(seed);
        int[] folds = new int[rows.length];
        boolean[] inner = new boolean[rows.length];
        for (int index = 0; index < rows.length; index++) {
            long id = sample.rowIds()[rows[index]];
            folds[index] = draw.fold(id);
            inner[index] = draw.isInner(id, effort.innerShare());
        }
        CrossFit.Predictions fitted = new CrossFit(problem, folds, inner, effort, seed, threads).run(matrix, names.size());
        boolean numeric = problem.loss() == Problem.Loss.SQUARED;
        Scores.Score score = numeric
                ? Scores.rSquared(fitted.predictions(), problem.labels(), folds)
                : Scores.areas(fitted.predictions(), problem.labels(), folds);
        return new ModelScore(
                numeric ? "R2" : "AUC", score.value(), score.standardError(), rows.length, shares(names, fitted.gain()));
    }

    private static Map<String, Double> shares(List<String> names, double[] gain) {
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
