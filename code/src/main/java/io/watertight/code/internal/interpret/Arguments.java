package io.watertight.code.internal.interpret;

import io.watertight.code.syntax.Literal;
import io.watertight.code.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a call is given.
 *
 * @param positional by position
 * @param named by keyword, in order
 */
record Arguments(List<Value> positional, Map<String, Value> named) {

    static final Arguments NONE = new Arguments(List.of(), Map.of());

    /** By keyword, or else by position. */
    Optional<Value> get(String name, int position) {
        Value value = named.get(name);
        if (value != null) {
            return Optional.of(value);
        }
        return position >= 0 && position < positional.size() ? Optional.of(positional.get(position)) : Optional.empty();
    }

    Optional<Value> get(String name, List<String> parameters) {
        return get(name, parameters.indexOf(name));
    }

    Optional<Value> first() {
        return positional.isEmpty() ? named.values().stream().findFirst() : Optional.of(positional.get(0));
    }

    /** All values, those by position first. */
    List<Value> all() {
        List<Value> all = new ArrayList<>(positional);
        all.addAll(named.values());
        return all;
    }

    Optional<String> text(String name, int position) {
        return get(name, position).flatMap(Constants::text);
    }

    boolean isTrue(String name, int position) {
        return get(name, position)
                .map(value -> value instanceof Value.Constant constant
                        && constant.literal() instanceof Literal.Truth truth
                        && truth.value())
                .orElse(false);
    }

    boolean isFalse(String name, int position) {
        return get(name, position)
                .map(value -> value instanceof Value.Constant constant
                        && constant.literal() instanceof Literal.Truth truth
                        && !truth.value())
                .orElse(false);
    }
}
