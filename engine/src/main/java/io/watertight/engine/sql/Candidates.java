package io.watertight.engine.sql;

import io.watertight.core.statistic.Scope;
import io.watertight.engine.sql.Projection.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    private final Inquiry inquiry;
    private final Map<List<String>, Kept> known = new HashMap<>();

    /** A table of row ids. */
    record Kept(String table, long rows) {}

    Candidates(Inquiry inquiry) {
        this.inquiry = inquiry;
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
        return new Kept(table, count[0]);
    }

    @Override
    public void close() {
        known.values().forEach(kept -> inquiry.queries().drop(kept.table()));
    }
}
