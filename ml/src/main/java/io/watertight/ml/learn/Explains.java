package io.watertight.ml.learn;

/** A model that can say how much each column matters to it: what a selection by model asks. */
public interface Explains {

    /**
     * One number for each column the model was fitted on, in the order of {@link io.watertight.ml.data.Features#columnNames()}; at least
     * 0, larger for columns that matter more, 0 for those that do not matter at all. In no particular unit.
     */
    double[] importance();
}
