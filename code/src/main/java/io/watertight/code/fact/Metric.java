package io.watertight.code.fact;

import io.watertight.code.syntax.Span;
import io.watertight.code.value.Sets;
import java.util.List;
import java.util.Set;

/**
 * Predictions are compared with labels, or a score is looked at.
 *
 * @param id the number of the fact
 * @param site the call or comparison
 * @param name the measure
 * @param scores the evaluations it is about
 * @param truth whether the labels are known to be those of the scored rows
 * @param labels the columns of those labels, as far as they are named
 * @param thresholded whether probabilities were cut at a threshold first
 * @param loops the loops around it, outermost first
 */
public record Metric(
        int id,
        Span site,
        String name,
        Set<Integer> scores,
        boolean truth,
        Set<String> labels,
        boolean thresholded,
        List<Loop> loops) {

    public Metric {
        labels = Sets.copy(labels);
        loops = List.copyOf(loops);
    }
}
