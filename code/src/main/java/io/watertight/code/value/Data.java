package io.watertight.code.value;

import io.watertight.code.knowledge.Gives;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Anything made of data: a frame, a column, an array, a mask, positions, a number. Immutable; an object of the program refers to it and may
 * refer to another one later.
 *
 * @param kind what kind of thing it is; {@code SAME} if unknown
 * @param rows its rows; none for a number
 * @param columns its columns and what influenced them
 * @param origins the columns it was made from row by row; empty for a whole frame or where unknown
 * @param tags what else is known
 * @param picks for masks, indexes and positions: the rows they pick
 * @param scores evaluations that it came from: predictions and scores
 * @param timing the rows that it was made from; of a frame, those of the columns that are not written on their own
 */
public record Data(
        Gives kind,
        Rows rows,
        Columns columns,
        Set<String> origins,
        Set<Tag> tags,
        Optional<Condition> picks,
        Set<Integer> scores,
        Timing timing)
        implements HeapObject {

    public Data {
        origins = Sets.copy(origins);
        tags = Sets.copy(tags);
        scores = Sets.copy(scores);
    }

    /** Data of which nobody asks when its values were known. */
    public Data(
            Gives kind,
            Rows rows,
            Columns columns,
            Set<String> origins,
            Set<Tag> tags,
            Optional<Condition> picks,
            Set<Integer> scores) {
        this(kind, rows, columns, origins, tags, picks, scores, Timing.NOTHING);
    }

    /** Data as it comes from a source. */
    public static Data of(Gives kind, Rows rows) {
        return new Data(kind, rows, Columns.ALL, Set.of(), Set.of(), Optional.empty(), Set.of(), Timing.NOTHING);
    }

    public Set<Influence> influences() {
        return columns.allInfluences();
    }

    public boolean is(Tag tag) {
        return tags.contains(tag);
    }

    public Data withKind(Gives other) {
        return new Data(other, rows, columns, origins, tags, picks, scores, timing);
    }

    public Data withRows(Rows other) {
        return new Data(kind, other, columns, origins, tags, picks, scores, timing);
    }

    public Data withColumns(Columns other) {
        return new Data(kind, rows, other, origins, tags, picks, scores, timing);
    }

    public Data withOrigins(Set<String> other) {
        return new Data(kind, rows, columns, other, tags, picks, scores, timing);
    }

    public Data with(Tag tag) {
        return new Data(kind, rows, columns, origins, Sets.with(tags, tag), picks, scores, timing);
    }

    public Data without(Tag tag) {
        return new Data(kind, rows, columns, origins, Sets.without(tags, Set.of(tag)), picks, scores, timing);
    }

    public Data withTags(Set<Tag> more) {
        return new Data(kind, rows, columns, origins, Sets.union(tags, more), picks, scores, timing);
    }

    public Data picking(Optional<Condition> condition) {
        return new Data(kind, rows, columns, origins, tags, condition, scores, timing);
    }

    /** The same data after it turned out which rows it has: what was learnt from rows unknown was learnt from these. */
    public Data foundIn(Rows found) {
        Set<Influence> learnt = new LinkedHashSet<>();
        for (Influence influence : columns.influences()) {
            boolean unknown = influence.rows().isNone();
            learnt.add(unknown ? influence.from(found) : influence);
        }
        return withRows(found).withColumns(new Columns(columns.own(), columns.dropped(), columns.selected(), learnt));
    }

    /** Labels or positions that were repeated: they pick their rows several times. */
    public Data pickingAgain(Optional<Condition> before) {
        return picking(Optional.of(
                rows.isNone() ? new Condition(Condition.Step.REPEATED, "", 0, before) : Condition.those(rows)));
    }

    public Data withScores(Set<Integer> more) {
        return new Data(kind, rows, columns, origins, tags, picks, Sets.union(scores, more), timing);
    }

    /** The same data, made from these rows. */
    public Data timed(Timing other) {
        return new Data(kind, rows, columns, origins, tags, picks, scores, other);
    }

    /** The same data, if other rows went into every column. */
    public Data timed(UnaryOperator<Timing> change) {
        return withColumns(columns.timed(change)).timed(change.apply(timing));
    }

    /** The rows that a row of it was made from: of a frame, those of all columns. */
    public Timing timingOfAll() {
        Timing all = timing;
        for (ColumnState state : columns.own().values()) {
            all = all.and(state.timing());
        }
        return all;
    }

    /** The same data, if more steps went into every column. */
    public Data influenced(Set<Influence> more) {
        return withColumns(columns.influenced(more));
    }
}
