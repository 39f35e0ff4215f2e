package io.watertight.code.value;

import io.watertight.code.syntax.Span;
import java.util.Set;

/**
 * A step that read many rows and whose result went into others.
 *
 * @param kind what it took from them
 * @param site where it read them
 * @param rows the rows it read
 * @param what the function or estimator, for people: {@code StandardScaler}, {@code mean}
 * @param columns the columns it read, if known; empty for all or unknown
 * @param supervised whether it was given the target
 * @param dropped columns that were surely dropped before, and that no column which is left was made from
 */
public record Influence(
        InfluenceKind kind,
        Span site,
        Rows rows,
        String what,
        Set<String> columns,
        boolean supervised,
        Set<String> dropped) {

    public Influence {
        columns = Sets.copy(columns);
        dropped = Sets.copy(dropped);
    }

    /** A step of which nobody knows which columns were dropped before. */
    public Influence(InfluenceKind kind, Span site, Rows rows, String what, Set<String> columns, boolean supervised) {
        this(kind, site, rows, what, columns, supervised, Set.of());
    }

    /** Cheap, for sets of influences are united all the time. */
    @Override
    public int hashCode() {
        return 31 * (31 * (31 * site.line() + site.column()) + rows.id()) + kind.ordinal();
    }

    /** The same step, when it is known which rows it read. */
    public Influence from(Rows read) {
        return new Influence(kind, site, read, what, columns, supervised, dropped);
    }

    /** The same step, put to the choice of rows: a statistic, or a cut at one. */
    public Influence filtering() {
        return kind == InfluenceKind.SUMMARY || kind == InfluenceKind.DISCRETISE ? ofRows() : this;
    }

    /** The same step, put to labels of rows that are dropped: what was chosen were no names of columns. */
    public Influence dropping() {
        return kind == InfluenceKind.SELECT ? ofRows() : filtering();
    }

    private Influence ofRows() {
        return new Influence(InfluenceKind.ROW_FILTER, site, rows, what, columns, supervised, dropped);
    }

    /** The same step, put to another use: a mean that fills gaps imputes. Only a summary changes its kind. */
    public Influence as(InfluenceKind use) {
        return kind == InfluenceKind.SUMMARY
                ? new Influence(use, site, rows, what, columns, supervised, dropped)
                : this;
    }
}
