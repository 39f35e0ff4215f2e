package io.watertight.ml.transform;

import io.watertight.ml.data.Features;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.TrainingSet;
import io.watertight.ml.learn.Transformer;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Keeps the single columns (numbers, indicators, words) that tell most about the outcome of the training rows, each judged by itself.
 * Columns of categories stay as they are: encode them first. Missing numbers are left out of their column's score; row weights are not
 * looked at. Immutable; thread-safe.
 */
public final class Select extends Transformer {

    private enum Kind {
        F,
        MUTUAL_INFORMATION
    }

    private final Kind kind;
    private final int count;
    private final double share;

    private Select(Kind kind, int count, double share) {
        if (count < 1 || !(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a selection keeps at least one column and a share from 0 to 1");
        }
        this.kind = kind;
        this.count = count;
        this.share = share;
    }

    /** By the F of an analysis of variance for classes, and that of the correlation for numbers; labels add theirs up. */
    public static Select bestByF(int count) {
        return new Select(Kind.F, count, 1);
    }

    /**
     * A share of the columns, by F.
     *
     * @param share over 0, at most 1; at least one column stays
     */
    public static Select shareByF(double share) {
        return new Select(Kind.F, Integer.MAX_VALUE, share);
    }

    /** By mutual information with the outcome, numbers cut into bins of equal counts: sees relations that are no trend. */
    public static Select bestByMutualInformation(int count) {
        return new Select(Kind.MUTUAL_INFORMATION, count, 1);
    }

    /** A share of the columns, by mutual information. */
    public static Select shareByMutualInformation(double share) {
        return new Select(Kind.MUTUAL_INFORMATION, Integer.MAX_VALUE, share);
    }

    @Override
    public String name() {
        String by = kind == Kind.F ? "F" : "mutual information";
        return "selection of " + (count == Integer.MAX_VALUE ? share + " of the columns" : "the best " + count) + " by "
                + by;
    }

    @Override
    protected Learnt learn(TrainingSet training, FitContext context) {
        Features features = training.features();
        double[] scores = kind == Kind.F
                ? UnivariateScores.f(features, training.response())
                : MutualInformation.scores(features, training.response());
        int kept = Math.min(count, (int) Math.max(1, Math.round(share * scores.length)));
        return alike(training, ColumnSubset.of(features, best(scores, kept), name()));
    }

    /** Marks the columns of the largest scores; of equal ones, the first. A column without a score comes last. */
    static boolean[] best(double[] scores, int kept) {
        boolean[] wanted = new boolean[scores.length];
        IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        column -> Double.isNaN(scores[column]) ? Double.POSITIVE_INFINITY : -scores[column]))
                .limit(kept)
                .forEach(column -> wanted[column] = true);
        return wanted;
    }
}
