package io.watertight.code.value;

import io.watertight.code.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A symbolic set of rows: where it comes from and which part of it that is. Made and interned by {@link RowSets}, so identity is equality.
 * Immutable.
 */
public final class Rows {

    /** How a set of rows was made from its parents. */
    public enum Kind {
        /** No rows at all: a number, a name. */
        NONE,
        /** A source: a file, a generator, an unknown argument. */
        ROOT,
        /** A side of a split; sides of one split are disjoint. */
        PART,
        /** From one position to another. */
        SLICE,
        /** Where a condition holds, or where it does not. */
        FILTER,
        /** Some rows, nobody knows which. */
        SUBSET,
        /** The same rows in another order. */
        PERMUTED,
        /** Several sets below one another. */
        UNION,
        /** One of several sets, depending on the way the program takes. */
        CHOICE,
        /** With copies of rows, or new rows made from them. */
        DUPLICATE,
        /** One row for many. */
        GROUPED
    }

    private final int id;
    private final Kind kind;
    private final List<Rows> parents;
    private final String key;
    private final int side;
    private final Optional<Span> site;
    private final List<Span> loops;

    Rows(int id, Kind kind, List<Rows> parents, String key, int side, Optional<Span> site, List<Span> loops) {
        this.id = id;
        this.kind = kind;
        this.parents = parents;
        this.key = key;
        this.side = side;
        this.site = site;
        this.loops = List.copyOf(loops);
    }

    public int id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public List<Rows> parents() {
        return parents;
    }

    /** What the set is, e.g. the name of the source, the split, or the condition. */
    public String key() {
        return key;
    }

    /** Which side of the split or condition: 0 for training rows and rows where the condition holds. */
    public int side() {
        return side;
    }

    /** Where it was made. */
    public Optional<Span> site() {
        return site;
    }

    /** The loops in which it was first made: each round may have other rows. */
    public List<Span> loops() {
        return loops;
    }

    /** The one parent; empty for sources and for sets of several. */
    public Optional<Rows> parent() {
        return parents.size() == 1 ? Optional.of(parents.get(0)) : Optional.empty();
    }

    /** The set, its parent, and so on up to a source or a set of several. */
    public List<Rows> line() {
        List<Rows> line = new ArrayList<>();
        Rows at = this;
        line.add(at);
        while (at.parents.size() == 1) {
            at = at.parents.get(0);
            line.add(at);
        }
        return line;
    }

    /** The set, its parent, and so on up to a source; of a set of several the first is followed. */
    public List<Rows> ancestry() {
        List<Rows> ancestry = new ArrayList<>();
        Rows at = this;
        ancestry.add(at);
        while (!at.parents.isEmpty()) {
            at = at.parents.get(0);
            ancestry.add(at);
        }
        return ancestry;
    }

    /** Where the ancestry ends: a source, or no rows at all. */
    public Rows root() {
        Rows at = this;
        while (!at.parents.isEmpty()) {
            at = at.parents.get(0);
        }
        return at;
    }

    /** The sides of splits that the rows went through, innermost first. */
    public List<Rows> parts() {
        return ancestry().stream().filter(rows -> rows.kind == Kind.PART).toList();
    }

    public boolean isNone() {
        return kind == Kind.NONE;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case NONE -> "-";
            case ROOT -> key;
            case PART, FILTER -> parents.get(0) + "/" + key + "#" + side;
            case SLICE -> parents.get(0) + "[" + key + "]";
            case SUBSET -> parents.get(0) + "/some";
            case PERMUTED -> parents.get(0) + "/shuffled";
            case DUPLICATE -> parents.get(0) + "/copies";
            case GROUPED -> parents.get(0) + "/groups";
            case UNION, CHOICE -> kind + parents.toString();
        };
    }
}
