package io.watertight.code.value;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The columns of data, as far as they are named.
 *
 * @param own columns that were written on their own, by name; whoever makes the map gives it away
 * @param dropped names that were dropped
 * @param selected the only columns, if they were selected by name; else every column of the source that was not dropped
 * @param influences steps that went into all columns that are not written on their own
 */
public record Columns(
        Map<String, ColumnState> own, Set<String> dropped, Optional<Set<String>> selected, Set<Influence> influences) {

    /** Among the dropped names where nobody knows which were dropped. */
    public static final String UNKNOWN = "?";

    public static final Columns ALL = new Columns(Map.of(), Set.of(), Optional.empty(), Set.of());

    public Columns {
        own = own.isEmpty() ? Map.of() : Collections.unmodifiableMap(own);
        dropped = Sets.copy(dropped);
        influences = Sets.copy(influences);
    }

    /** Whether a column is there for all that is known: selected by name, or neither dropped nor left out. */
    public boolean has(String name) {
        return own.containsKey(name)
                || selected.map(names -> names.contains(name)).orElse(!dropped.contains(name));
    }

    /** Every influence on any column. */
    public Set<Influence> allInfluences() {
        Set<Influence> all = influences;
        for (ColumnState state : own.values()) {
            all = Sets.union(all, state.influences());
        }
        return all;
    }

    /** What is known of one column. */
    public ColumnState column(String name) {
        ColumnState state = own.get(name);
        return state == null ? new ColumnState(influences, Set.of(name)) : state;
    }

    /** Names that were dropped, and that no column which is left was made from. */
    public Set<String> gone() {
        Set<String> left = new LinkedHashSet<>();
        own.values().forEach(state -> left.addAll(state.origins()));
        return Sets.without(dropped, left);
    }

    public Columns with(String name, ColumnState state) {
        Map<String, ColumnState> all = new LinkedHashMap<>(own);
        all.put(name, state);
        return new Columns(
                all, Sets.without(dropped, Set.of(name)), selected.map(names -> Sets.with(names, name)), influences);
    }

    public Columns without(Collection<String> names) {
        Map<String, ColumnState> rest = new LinkedHashMap<>(own);
        rest.keySet().removeAll(names);
        return new Columns(
                rest,
                Sets.union(dropped, Sets.copy(names)),
                selected.map(known -> Sets.without(known, names)),
                influences);
    }

    public Columns only(Collection<String> names) {
        Map<String, ColumnState> rest = new LinkedHashMap<>(own);
        rest.keySet().retainAll(names);
        return new Columns(rest, Sets.without(dropped, names), Optional.of(Sets.copy(names)), influences);
    }

    /** Adds influences to every column. */
    public Columns influenced(Set<Influence> more) {
        if (more.isEmpty()) {
            return this;
        }
        Map<String, ColumnState> all = new LinkedHashMap<>();
        own.forEach((name, state) -> all.put(name, state.withInfluences(Sets.union(state.influences(), more))));
        return new Columns(all, dropped, selected, Sets.union(influences, more));
    }

    /** The columns that are written on their own, made from other rows. */
    public Columns timed(UnaryOperator<Timing> change) {
        if (own.isEmpty()) {
            return this;
        }
        Map<String, ColumnState> all = new LinkedHashMap<>();
        own.forEach((name, state) -> all.put(name, state.withTiming(change.apply(state.timing()))));
        return new Columns(all, dropped, selected, influences);
    }

    /** Takes influences from every column. */
    public Columns uninfluenced(Collection<Influence> gone) {
        if (gone.isEmpty()) {
            return this;
        }
        Map<String, ColumnState> all = new LinkedHashMap<>();
        own.forEach((name, state) -> all.put(name, state.withInfluences(Sets.without(state.influences(), gone))));
        return new Columns(all, dropped, selected, Sets.without(influences, gone));
    }

    /** Either of two, or both side by side: what is known of both. */
    public Columns or(Columns other) {
        Map<String, ColumnState> all = new LinkedHashMap<>(own);
        other.own.forEach((name, state) -> all.merge(name, state, ColumnState::or));
        Set<String> gone = new LinkedHashSet<>(dropped);
        gone.retainAll(other.dropped);
        Optional<Set<String>> names = selected.isPresent() && other.selected.isPresent()
                ? Optional.of(Sets.union(selected.get(), other.selected.get()))
                : Optional.empty();
        if (selected.isPresent() != other.selected.isPresent()) {
            // What one side left out is missing there only; a column dropped on the other side may be back.
            gone = new LinkedHashSet<>(selected.isPresent() ? other.dropped : dropped);
            gone.removeAll(selected.orElseGet(() -> other.selected.orElse(Set.of())));
        }
        if (selected.isEmpty() && other.selected.isEmpty() && !dropped.equals(other.dropped)) {
            gone.add(UNKNOWN);
        }
        return new Columns(all, gone, names, Sets.union(influences, other.influences));
    }
}
