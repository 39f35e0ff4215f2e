package io.watertight.code.fact;

import io.watertight.code.syntax.Span;
import io.watertight.code.value.Data;
import java.util.List;
import java.util.Optional;

/**
 * A model learns.
 *
 * @param id the number of the fact, in the order of the program
 * @param site the call
 * @param model the object that learns, by number
 * @param name its class, qualified
 * @param features what it learns from
 * @param target the labels, if they are apart
 * @param validation data it looks at while it learns
 * @param stopsEarly whether that data decides when to stop or which weights to keep
 * @param search whether it tries settings in folds and keeps the best
 * @param folds whether it is one of the fits of a cross-validation
 * @param loops the loops around it, outermost first
 */
public record Fit(
        int id,
        Span site,
        int model,
        String name,
        Data features,
        Optional<Data> target,
        List<Data> validation,
        boolean stopsEarly,
        boolean search,
        boolean folds,
        List<Loop> loops) {

    public Fit {
        validation = List.copyOf(validation);
        loops = List.copyOf(loops);
    }

    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
