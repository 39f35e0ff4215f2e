package io.watertight.code.value;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Small sets that keep their order, so that reports do not change from run to run. */
public final class Sets {

    private Sets() {}

    public static <T> Set<T> copy(Collection<T> items) {
        return items.isEmpty() ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(items));
    }

    /** All of both; one of the two itself when it holds the other. */
    public static <T> Set<T> union(Set<T> one, Set<T> other) {
        if (other.isEmpty() || one == other || one.containsAll(other)) {
            return one;
        }
        if (one.isEmpty()) {
            return other;
        }
        Set<T> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return Collections.unmodifiableSet(all);
    }

    public static <T> Set<T> with(Set<T> set, T item) {
        return union(set, Set.of(item));
    }

    public static <T> Set<T> without(Set<T> set, Collection<T> items) {
        if (Collections.disjoint(set, items)) {
            return set;
        }
        Set<T> rest = new LinkedHashSet<>(set);
        rest.removeAll(items);
        return Collections.unmodifiableSet(rest);
    }
}
