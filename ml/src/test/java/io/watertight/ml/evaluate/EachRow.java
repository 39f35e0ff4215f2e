package io.watertight.ml.evaluate;

import io.watertight.ml.learn.Division;
import io.watertight.ml.learn.Splitter;
import io.watertight.ml.learn.SplitterInput;
import java.util.List;
import java.util.stream.IntStream;

/** Leave one out. */
final class EachRow extends Splitter {

    @Override
    public String describe() {
        return "each row in turn";
    }

    @Override
    protected List<List<Division>> divide(SplitterInput input, long seed) {
        return List.of(IntStream.range(0, input.rows())
                .mapToObj(held -> new Division(
                        IntStream.range(0, input.rows())
                                .filter(row -> row != held)
                                .toArray(),
                        new int[] {held}))
                .toList());
    }
}
