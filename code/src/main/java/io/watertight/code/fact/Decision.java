package io.watertight.code.fact;

import io.watertight.code.syntax.Span;
import java.util.Set;

/**
 * A score decides: the best of several is kept, a threshold is chosen, a loop stops.
 *
 * @param id the number of the fact
 * @param site where
 * @param what what is decided, in a few words
 * @param scores the evaluations it rests on
 */
public record Decision(int id, Span site, String what, Set<Integer> scores) {}
