package io.watertight.ml.learn;

import io.watertight.ml.ledger.AssessmentPermit;

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

    /**
     * Opens the vault for one look. The look is in the ledger already, or there would be no permit; what is scored must be told through the
     * permit, which enters it.
     *
     * @throws IllegalStateException if the permit has opened a vault before
     */
    public EvaluationSet open(AssessmentPermit permit) {
        permit.redeem();
        return new EvaluationSet(view, false);
    }

    RowView view() {
        return view;
    }
}
