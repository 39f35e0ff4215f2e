package io.watertight.code.value;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Small sets that never change and keep their order, so that reports do not change from run to run. */
public final class Sets {

    private Sets() {}

    /** A set that was made here is taken as it is. */
    public static <T> Set<T> copy(Collection<T> items) {
        if (items.isEmpty()) {
            return Set.of();
        }
        return items instanceof Frozen<T> frozen ? frozen : new Frozen<>(new LinkedHashSet<>(items));
    }

    /** All of both; one of the two itself when it holds the other. */
    public static <T> Set<T> union(Set<T> one, Set<T> other) {
        if (other.isEmpty() || one == other) {
            return one;
        }
        if (one.isEmpty()) {
            return copy(other);
        }
        if (one.containsAll(other)) {
            return one;
        }
        LinkedHashSet<T> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return new Frozen<>(all);
    }

    public static <T> Set<T> with(Set<T> set, T item) {
        return union(set, Set.of(item));
    }

    public static <T> Set<T> without(Set<T> set, Collection<T> items) {
        if (set.isEmpty() || items.stream().noneMatch(set::contains)) {
            return set;
        }
        LinkedHashSet<T> rest = new LinkedHashSet<>(set);
        rest.removeAll(Set.copyOf(items));
        return rest.isEmpty() ? Set.of() : new Frozen<>(rest);
    }

    /** Nobody else holds the items; the hash is computed once. */
    private static final class Frozen<T> extends AbstractSet<T> {

        private final Set<T> items;
        private final int hash;

        Frozen(Set<T> items) {
            this.items = items;
            this.hash = items.hashCode();
        }

        @Override
        public Iterator<T> iterator() {
            return Collections.unmodifiableSet(items).iterator();
        }

        @Override
        public int size() {
            return items.size();
        }

        @Override
        public boolean contains(Object item) {
            return items.contains(item);
        }

        @Override
        public boolean equals(Object other) {
            return this == other
                    || other instanceof Set<?> set
                            && set.size() == items.size()
                            && set.hashCode() == hash
                            && items.equals(set);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
