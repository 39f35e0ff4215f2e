package io.watertight.code.fact;

import io.watertight.code.value.Overlap;

/**
 * A fit of a model and an evaluation of what it learnt.
 *
 * @param overlap whether they share rows
 */
public record Pair(Fit fit, Score score, Overlap overlap) {}
