package io.watertight.code.fact;

import io.watertight.code.syntax.Span;
import io.watertight.code.value.Influence;
import io.watertight.code.value.Sets;
import java.util.List;
import java.util.Set;

/**
 * A model is made.
 *
 * @param id the object, by number
 * @param site where it is made
 * @param name its class, qualified
 * @param chosen the searches that chose its settings
 * @param loops the loops around it, outermost first: a model made anew in each round is a new trial
 */
public record Model(int id, Span site, String name, Set<Influence> chosen, List<Loop> loops) {

    public Model {
        chosen = Sets.copy(chosen);
        loops = List.copyOf(loops);
    }
}
