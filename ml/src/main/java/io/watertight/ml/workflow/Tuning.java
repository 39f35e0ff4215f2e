package io.watertight.ml.workflow;

/** How settings are chosen inside each fold. */
public enum Tuning {
    /** Every setting on all inner folds. */
    GRID,
    /** Some settings, drawn at random. */
    RANDOM,
    /** All settings on few rows, the better ones on more. */
    HALVING,
    /** The first setting, without a search. */
    NONE
}
