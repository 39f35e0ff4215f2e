package io.watertight.ml.ledger;

import java.util.Arrays;

/** Keeps the smallest distinct hashes of a stream in a buffer of twice their number. Not thread-safe. */
final class SmallestHashes {

    private final int wanted;
    private final long[] buffer;
    private int size;
    private long bound = Long.MAX_VALUE;
    private boolean isCut;

    SmallestHashes(int wanted) {
        this.wanted = wanted;
        this.buffer = new long[2 * wanted];
    }

    void add(long hash) {
        if (hash > bound) {
            isCut = true;
        } else {
            if (size == buffer.length) {
                compact();
                if (hash > bound) {
                    isCut = true;
                    return;
                }
            }
            buffer[size++] = hash;
        }
    }

    private void compact() {
        Arrays.sort(buffer, 0, size);
        int kept = 0;
        for (int index = 0; index < size; index++) {
            if (index == 0 || buffer[index] != buffer[index - 1]) {
                buffer[kept++] = buffer[index];
            }
        }
        isCut |= kept > wanted;
        size = Math.min(kept, wanted);
        if (size == wanted) {
            bound = buffer[wanted - 1];
        }
    }

    /** At most the wanted number, ascending. */
    long[] smallest() {
        compact();
        return Arrays.copyOf(buffer, size);
    }

    /** The sketch, with the number of distinct hashes: (k - 1) / u of Beyer and others, u the k-th smallest on a scale from 0 to 1. */
    RowSketch sketch(int columns) {
        long[] smallest = smallest();
        long distinct = isCut
                ? Math.max(
                        smallest.length + 1L,
                        Math.round((smallest.length - 1) / (smallest[smallest.length - 1] / 0x1p63)))
                : smallest.length;
        return new RowSketch(columns, distinct, smallest);
    }
}
