package io.watertight.core.data;

/** The values of one column for the rows of a batch. Arrays are shared, not copied: callers must not write to them. */
public sealed interface Vector permits NumberVector, CodeVector {

    int size();

    boolean isMissing(int row);

    /** Canonical text of a value that is not missing. */
    String text(int row);

    default int missing() {
        int count = 0;
        for (int row = 0; row < size(); row++) {
            if (isMissing(row)) {
                count++;
            }
        }
        return count;
    }
}
