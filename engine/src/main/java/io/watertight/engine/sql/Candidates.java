package io.watertight.engine.sql;

import io.watertight.core.statistic.Repetition;
import io.watertight.core.statistic.Scope;
import io.watertight.engine.sql.Projection.Named;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rows that may agree with another row in many columns: those whose hash over a few telling columns occurs twice. Rows that agree
 * in all columns agree in these few, so no row is missed; what is left is compared by value. Found once for all keys that hold
 * the same telling columns.
 */
final class Candidates implements AutoCloseable {

    /** Keys of fewer columns are grouped directly. */
    private static final int FEW_COLUMNS = 3;

    /** Combinations of the telling columns' values for each row: more leave fewer rows that agree by chance. */
    private static final double COMBINATIONS = 10_000;

    /** One row in so many is copied at most, with all columns that are asked about. */
    private static final long COPIED = 5;

    private final Inquiry inquiry;
    private final List<Repetition> questions;
    private final Map<List<String>, Kept> known = new HashMap<>();

    /**
     * The rows that may repeat.
     *
     * @param table of their ids, in the column {@code candidate}
     * @param rows how many there are
     * @param inquiry asks these rows alone: of a copy, if they are few
     * @param where picks them from the inquiry's source
     */
    record Kept(String table, long rows, Inquiry inquiry, String where) {

        boolean isCopied() {
            return where.equals("TRUE");
        }
    }

    /** @param questions that may come */
    Candidates(Inquiry inquiry, Collection<Repetition> questions) {
        this.inquiry = inquiry;
        this.questions = List.copyOf(questions);
    }

    /** The rows to compare by value, empty if grouping all rows directly is the faster way. */
    Optional<Kept> of(List<String> columns) {
        if (inquiry.rows().isEmpty() || columns.isEmpty()) {
            return Optional.empty();
        }
        long rows = inquiry.rows().getAsLong();
        List<String> telling = telling(columns, rows);
        boolean unique = inquiry.distinct(telling.get(0)).orElse(0) > rows / 2;
        if (columns.size() <= FEW_COLUMNS && !unique) {
            return Optional.empty();
        }
        Kept kept = known.computeIfAbsent(telling, this::find);
        return kept.rows() > rows / 2 ? Optional.empty() : Optional.of(kept);
    }

    private List<String> telling(List<String> columns, long rows) {
        List<String> byDistinct = columns.stream()
                .sorted(Comparator.<String>comparingLong(
                                column -> -inquiry.distinct(column).orElse(0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<String> telling = new ArrayList<>();
        double combinations = 1;
        for (String column : byDistinct) {
            if (combinations > COMBINATIONS * rows) {
                break;
            }
            telling.add(column);
            combinations *= Math.max(1, inquiry.distinct(column).orElse(1));
        }
        return telling;
    }

    private Kept find(List<String> telling) {
        Projection projection = inquiry.projection();
        Named[] values = telling.stream().map(projection::value).toArray(Named[]::new);
        List<String> names = List.of(values).stream().map(Named::name).toList();
        Named hash = projection.derived(projection.dialect().anyHash(names), values);
        Named rowId = projection.rowId();
        String rows = projection.from(Scope.ALL);
        String table = "candidates" + known.size();
        String purpose = "looking for rows that repeat";
        inquiry.queries().drop(table);
        inquiry.queries()
                .keep(
                        purpose,
                        table,
                        "SELECT " + rowId + " AS candidate FROM " + rows + " WHERE " + hash + " IN (SELECT " + hash
                                + " FROM " + rows + " GROUP BY " + hash + " HAVING count(*) > 1)");
        long[] count = new long[1];
        inquiry.queries().each(purpose, "SELECT count(*) FROM " + table, row -> count[0] = row.whole(0));
        String where = inquiry.source().rowId() + " IN (SELECT candidate FROM " + table + ")";
        boolean few = count[0] <= inquiry.rows().orElse(0) / COPIED;
        return few
                ? new Kept(table, count[0], copy(telling, table, where), "TRUE")
                : new Kept(table, count[0], inquiry, where);
    }

    /** Each question looks at its candidates several times; in a table of their own they are few to look at. */
    private Inquiry copy(List<String> telling, String table, String where) {
        Source source = inquiry.source();
        Projection projection = inquiry.projection();
        Set<String> wanted = new TreeSet<>();
        questions.stream()
                .map(Repetition::columns)
                .filter(columns -> telling(columns, inquiry.rows().orElse(0)).equals(telling))
                .forEach(wanted::addAll);
        inquiry.outcome().ifPresent(outcome -> wanted.add(outcome.target().column()));
        List<String> values = new ArrayList<>();
        values.add(projection.rowId() + " AS candidate");
        values.add(projection.part() + " AS part");
        Map<String, SqlColumn> columns = new LinkedHashMap<>();
        for (String name : wanted) {
            SqlColumn column = source.column(name);
            String copied = "n" + columns.size();
            values.add(projection.base(column.expression()) + " AS " + copied);
            columns.put(name, new SqlColumn(column.column(), copied, column.storage()));
        }
        String copy = table + "_rows";
        inquiry.queries().drop(copy);
        inquiry.queries()
                .keep(
                        "copying rows that may repeat",
                        copy,
                        "SELECT " + String.join(", ", values) + " FROM " + projection.from(where));
        String part = source.hasSplit() ? "part" : source.part();
        return new Inquiry(
                inquiry.queries(),
                new Source(source.dialect(), copy, "candidate", part, columns),
                inquiry.outcome(),
                inquiry.profile());
    }

    @Override
    public void close() {
        for (Kept kept : known.values()) {
            if (kept.isCopied()) {
                inquiry.queries().drop(kept.inquiry().source().from());
            }
            inquiry.queries().drop(kept.table());
        }
    }
}
