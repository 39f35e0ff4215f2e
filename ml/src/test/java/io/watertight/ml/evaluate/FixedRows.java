package io.watertight.ml.evaluate;

import io.watertight.ml.learn.Division;
import io.watertight.ml.learn.Splitter;
import io.watertight.ml.learn.SplitterInput;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/** Holds given rows out, whatever the seed. */
public final class FixedRows extends Splitter {

    private final LongPredicate held;

    public FixedRows(LongPredicate held) {
        this.held = held;
    }

    @Override
    public String describe() {
        return "given rows";
    }

    @Override
    protected List<List<Division>> divide(SplitterInput input, long seed) {
        long[] ids = input.rowIds();
        return List.of(List.of(new Division(
                IntStream.range(0, ids.length)
                        .filter(row -> !held.test(ids[row]))
                        .toArray(),
                IntStream.range(0, ids.length)
                        .filter(row -> held.test(ids[row]))
                        .toArray())));
    }
}
