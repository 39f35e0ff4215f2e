package io.watertight.code.fact;

import io.watertight.code.syntax.Span;
import io.watertight.code.value.Sets;
import java.util.List;
import java.util.Set;

/**
 * A score decides: the best of several is kept, a threshold is chosen, a loop stops.
 *
 * @param id the number of the fact
 * @param site where
 * @param kind what sort of decision it is
 * @param what what is decided, in a few words
 * @param scores the evaluations it rests on
 * @param loops the loops around it, outermost first
 */
public record Decision(int id, Span site, Kind kind, String what, Set<Integer> scores, List<Loop> loops) {

    /** What sort of decision it is. */
    public enum Kind {
        /** The best of several is taken. */
        BEST,
        /** One of two ways through the program is taken. */
        BRANCH,
        /** Predictions are cut at a number that their own score gave. */
        THRESHOLD
    }

    public Decision {
        scores = Sets.copy(scores);
        loops = List.copyOf(loops);
    }
}
