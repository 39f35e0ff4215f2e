package io.watertight.ml.split;

import io.watertight.core.split.Deal;
import io.watertight.core.split.Shape;
import io.watertight.ml.learn.Division;
import io.watertight.ml.learn.Splitter;
import io.watertight.ml.learn.SplitterInput;
import java.util.List;
import java.util.stream.IntStream;

/** Rows at random, by a hash of their ids, in folds of equal size. Right for new rows of the same kind only. */
public final class RandomFolds extends Splitter {

    private final Shape.Folds shape;

    public RandomFolds(int folds, int repeats) {
        this.shape = new Shape.Folds(folds, repeats);
    }

    @Override
    public String describe() {
        return "at random, " + shape.describe();
    }

    @Override
    protected List<List<Division>> divide(SplitterInput input, long seed) {
        return IntStream.range(0, shape.repeats())
                .mapToObj(repeat -> Divisions.of(
                        RowDealing.bins(input.rowIds(), new int[input.rows()], shape, Deal.seed(seed, repeat)),
                        shape.divisions()))
                .toList();
    }
}
