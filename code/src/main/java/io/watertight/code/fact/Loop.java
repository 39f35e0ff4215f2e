package io.watertight.code.fact;

import io.watertight.code.syntax.Span;

/**
 * A loop, or one round of it if its rounds are known.
 *
 * @param site the loop
 * @param round the round, from 0; -1 for any
 * @param folds whether it goes through the folds of a resampling
 */
public record Loop(Span site, int round, boolean folds) {}
