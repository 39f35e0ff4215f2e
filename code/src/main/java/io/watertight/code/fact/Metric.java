package io.watertight.code.fact;

import io.watertight.code.syntax.Span;
import java.util.Set;

/**
 * Predictions are compared with labels, or a score is looked at.
 *
 * @param id the number of the fact
 * @param site the call
 * @param name the measure
 * @param scores the evaluations it is about
 * @param truth whether the labels are known to be those of the scored rows
 */
public record Metric(int id, Span site, String name, Set<Integer> scores, boolean truth) {}
