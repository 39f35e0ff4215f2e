package io.watertight.core.split;

import io.watertight.core.study.Lag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What never happens in a split.
 *
 * @param apart names of keys whose groups are never on two sides
 * @param time the time along which training never reaches into or beyond the evaluated period, if any
 * @param gap seconds that training rows are older than that, at least
 */
public record Guarantees(Set<String> apart, Optional<String> time, long gap) {

    /** Promises nothing but that no row is on two sides. */
    public static final Guarantees NONE = new Guarantees(Set.of(), Optional.empty(), 0);

    /** Stands for the cells of a grid among the keys. */
    public static final String CELLS = "cells of the grid";

    /** Stands for the clusters of duplicates among the keys. */
    public static final String CLUSTERS = "clusters of duplicates";

    public Guarantees {
        apart = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(apart));
    }

    static Guarantees apart(Set<String> keys) {
        return new Guarantees(keys, Optional.empty(), 0);
    }

    static Guarantees ordered(SplitPlan.Chain chain) {
        return new Guarantees(Set.of(), Optional.of(chain.time()), chain.gap());
    }

    Guarantees and(Guarantees other) {
        Set<String> both = new LinkedHashSet<>(apart);
        both.addAll(other.apart);
        return new Guarantees(both, time.or(other::time), Math.max(gap, other.gap));
    }

    /** What of the other's promises this does not keep, in words. */
    public List<String> missing(Guarantees wanted) {
        List<String> missing = new ArrayList<>();
        wanted.apart.stream().filter(key -> !apart.contains(key)).forEach(key -> missing.add("'" + key + "' apart"));
        wanted.time.filter(one -> !time.equals(wanted.time)).ifPresent(one -> missing.add("'" + one + "' in order"));
        if (time.isPresent() && time.equals(wanted.time) && gap < wanted.gap) {
            missing.add("a gap of " + new Lag(wanted.gap, wanted.gap + "s"));
        }
        return missing;
    }
}
