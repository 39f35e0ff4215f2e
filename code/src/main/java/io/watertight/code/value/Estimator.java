package io.watertight.code.value;

import io.watertight.code.knowledge.EstimatorRole;
import io.watertight.code.knowledge.Learns;
import io.watertight.code.syntax.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An object of a library that learns, splits or predicts.
 *
 * @param name its class, qualified
 * @param role what it is for
 * @param learns what its fit takes from many rows
 * @param supervised whether it learns with the target
 * @param arguments what its constructor was given, by name, or by position as {@code 0}, {@code 1}
 * @param steps the estimators inside: steps of a pipeline, members of an ensemble, the one that a search tries
 * @param learnt the steps its present state came from
 * @param fits the fits that made its present state, by number
 * @param made where it was made
 */
public record Estimator(
        String name,
        EstimatorRole role,
        Learns learns,
        boolean supervised,
        Map<String, Value> arguments,
        List<Value> steps,
        Set<Influence> learnt,
        Set<Integer> fits,
        Span made)
        implements HeapObject {

    public Estimator {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        steps = List.copyOf(steps);
        learnt = Sets.copy(learnt);
        fits = Sets.copy(fits);
    }

    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    public Estimator having(Set<Influence> influences, Set<Integer> fitted) {
        return new Estimator(name, role, learns, supervised, arguments, steps, influences, fitted, made);
    }

    public Estimator withSteps(List<Value> inside) {
        return new Estimator(name, role, learns, supervised, arguments, inside, learnt, fits, made);
    }

    public Estimator withArguments(Map<String, Value> given) {
        return new Estimator(name, role, learns, supervised, given, steps, learnt, fits, made);
    }

    public Estimator as(EstimatorRole other) {
        return new Estimator(name, other, learns, supervised, arguments, steps, learnt, fits, made);
    }
}
