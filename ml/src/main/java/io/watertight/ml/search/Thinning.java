package io.watertight.ml.search;

import io.watertight.core.data.RowHash;
import io.watertight.ml.learn.Division;
import io.watertight.ml.learn.RawTrainingSet;
import io.watertight.ml.learn.Splitter;
import io.watertight.ml.learn.SplitterInput;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Part of the training rows, for curves and searches that begin with few. Rows are drawn by a hash of their ids, so that a smaller share
 * is within a larger one; at least two rows of each kind are not promised.
 */
public final class Thinning extends Splitter {

    private final double share;

    private Thinning(double share) {
        this.share = share;
    }

    /** About this share of the rows, always the same for the same seed. */
    public static RawTrainingSet of(RawTrainingSet training, double share, long seed) {
        return new Thinning(share).split(training, seed).get(0).training();
    }

    @Override
    public String describe() {
        return "a share of " + share + " of the rows";
    }

    @Override
    protected List<List<Division>> divide(SplitterInput input, long seed) {
        long[] ids = input.rowIds();
        long salted = seed + 104_729;
        long threshold = RowHash.threshold(share);
        boolean[] taken = new boolean[ids.length];
        for (int row = 0; row < ids.length; row++) {
            taken[row] = RowHash.of(ids[row], salted) < threshold;
        }
        return List.of(List.of(new Division(
                IntStream.range(0, ids.length).filter(row -> taken[row]).toArray(),
                IntStream.range(0, ids.length).filter(row -> !taken[row]).toArray())));
    }
}
