package io.watertight.ml.evaluate;

import java.util.Arrays;

/** Where the rows of a dataset are, by id. */
final class Positions {

    private final long[] sorted;
    private final int[] positions;

    Positions(long[] ids) {
        sorted = ids.clone();
        Arrays.sort(sorted);
        positions = new int[ids.length];
        for (int position = 0; position < ids.length; position++) {
            positions[Arrays.binarySearch(sorted, ids[position])] = position;
        }
    }

    int[] of(long[] ids) {
        return Arrays.stream(ids)
                .mapToInt(id -> positions[Arrays.binarySearch(sorted, id)])
                .toArray();
    }
}
