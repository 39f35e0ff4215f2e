package io.watertight.ml.split;

import io.watertight.core.data.RowHash;
import io.watertight.ml.learn.Division;
import io.watertight.ml.learn.Splitter;
import io.watertight.ml.learn.SplitterInput;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows at random, by a hash of their ids. Right for new rows of the same kind only. */
public final class RandomFolds extends Splitter {

    private final int folds;
    private final int repeats;

    public RandomFolds(int folds, int repeats) {
        this.folds = folds;
        this.repeats = repeats;
    }

    @Override
    public String describe() {
        return folds + " random folds" + (repeats > 1 ? ", " + repeats + " times" : "");
    }

    @Override
    protected List<List<Division>> divide(SplitterInput input, long seed) {
        List<List<Division>> result = new ArrayList<>();
        long[] ids = input.rowIds();
        for (int repeat = 0; repeat < repeats; repeat++) {
            long salted = seed + 7919L * repeat;
            int[] fold = IntStream.range(0, ids.length)
                    .map(row -> (int) (RowHash.of(ids[row], salted) % folds))
                    .toArray();
            result.add(IntStream.range(0, folds)
                    .mapToObj(number -> new Division(
                            IntStream.range(0, fold.length)
                                    .filter(row -> fold[row] != number)
                                    .toArray(),
                            IntStream.range(0, fold.length)
                                    .filter(row -> fold[row] == number)
                                    .toArray()))
                    .toList());
        }
        return result;
    }
}
