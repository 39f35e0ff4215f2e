package io.watertight.ml.transform;

import io.watertight.core.WatertightException;
import io.watertight.ml.data.Response;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Training rows by class, for samplers. Stateless; thread-safe. */
final class Classified {

    private Classified() {}

    /** @throws WatertightException if the outcome is no class */
    static Response.Classes classes(Response response, String sampler) {
        if (response instanceof Response.Classes classes) {
            return classes;
        }
        throw new WatertightException(
                "The outcome has no classes, which " + sampler + " is about.", "leave the sampling out");
    }

    /** Rows of each class, ascending. */
    static int[][] rows(Response.Classes classes) {
        int[] counts = classes.counts();
        int[][] rows = new int[counts.length][];
        Arrays.setAll(rows, code -> new int[counts[code]]);
        int[] next = new int[counts.length];
        for (int row = 0; row < classes.rows(); row++) {
            int code = classes.codes()[row];
            rows[code][next[code]++] = row;
        }
        return rows;
    }

    static int largest(int[][] rows) {
        return Arrays.stream(rows).mapToInt(of -> of.length).max().orElse(0);
    }

    /** Of the classes that have any row. */
    static int smallest(int[][] rows) {
        return Arrays.stream(rows)
                .mapToInt(of -> of.length)
                .filter(count -> count > 0)
                .min()
                .orElse(0);
    }

    /** So many different ones, ascending. */
    static int[] draw(int[] rows, int count, SplittableRandom random) {
        int[] left = rows.clone();
        for (int index = 0; index < count; index++) {
            int other = index + random.nextInt(left.length - index);
            int swapped = left[index];
            left[index] = left[other];
            left[other] = swapped;
        }
        return IntStream.range(0, count).map(index -> left[index]).sorted().toArray();
    }
}
