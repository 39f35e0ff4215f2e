package io.watertight.ml.search;

import io.watertight.ml.learn.Division;
import io.watertight.ml.learn.RawTrainingSet;
import io.watertight.ml.learn.Splitter;
import io.watertight.ml.learn.SplitterInput;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Training rows of given ids: a part of them, never all. */
final class Chosen extends Splitter {

    private final long[] chosen;

    private Chosen(long[] chosen) {
        this.chosen = chosen;
    }

    static RawTrainingSet of(RawTrainingSet training, long[] sortedIds) {
        return new Chosen(sortedIds).split(training, 0).get(0).training();
    }

    @Override
    public String describe() {
        return chosen.length + " chosen rows";
    }

    @Override
    protected List<List<Division>> divide(SplitterInput input, long seed) {
        long[] ids = input.rowIds();
        boolean[] taken = new boolean[ids.length];
        for (int row = 0; row < ids.length; row++) {
            taken[row] = Arrays.binarySearch(chosen, ids[row]) >= 0;
        }
        return List.of(List.of(new Division(
                IntStream.range(0, ids.length).filter(row -> taken[row]).toArray(),
                IntStream.range(0, ids.length).filter(row -> !taken[row]).toArray())));
    }
}
