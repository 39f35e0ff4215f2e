package io.watertight.ml.learn;

/**
 * A test set that was locked away when the data came in. It shows how many rows it has and who they are, but neither features nor
 * outcomes: it can only be assessed. Thread-safe.
 */
public final class VaultedSet {

    private final RowView view;

    VaultedSet(Dataset dataset, int[] rows) {
        this.view = new RowView(dataset, rows);
    }

    public int rows() {
        return view.rows().length;
    }

    /** Ids of the rows. Not to be written to. */
    public long[] rowIds() {
        return view.rowIds();
    }

    RowView view() {
        return view;
    }
}
