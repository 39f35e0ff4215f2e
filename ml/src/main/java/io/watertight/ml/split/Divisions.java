package io.watertight.ml.split;

import io.watertight.ml.learn.Division;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Makes divisions of bins and conditions. */
final class Divisions {

    private Divisions() {}

    /** One division a bin below the number: its rows are evaluated, all others are trained on. */
    static List<Division> of(int[] bins, int divisions) {
        return IntStream.range(0, divisions)
                .mapToObj(number -> where(bins.length, row -> bins[row] != number, row -> bins[row] == number))
                .toList();
    }

    static Division where(int rows, IntPredicate training, IntPredicate evaluation) {
        return new Division(
                IntStream.range(0, rows).filter(training).toArray(),
                IntStream.range(0, rows).filter(evaluation).toArray());
    }
}
