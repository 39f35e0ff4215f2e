package io.watertight.code.fact;

import io.watertight.code.syntax.Span;
import io.watertight.code.value.Data;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A model is applied to rows.
 *
 * @param id the number of the fact
 * @param site the call
 * @param model the object, by number
 * @param name its class, qualified
 * @param fits the fits that its state came from
 * @param features the rows
 * @param target the labels, if the call is given them
 * @param how what is asked for
 * @param path the calls and rounds that lead to it, as a number: one call on one path with several models is one evaluation of one of them
 * @param loops the loops around it, outermost first
 */
public record Score(
        int id,
        Span site,
        int model,
        String name,
        Set<Integer> fits,
        Data features,
        Optional<Data> target,
        How how,
        int path,
        List<Loop> loops) {

    /** What is asked for. */
    public enum How {
        /** Predictions, which somebody may compare with labels. */
        PREDICT,
        /** A score at once. */
        SCORE,
        /** Scores of folds. */
        FOLDS
    }

    public Score {
        loops = List.copyOf(loops);
    }
}
