package io.watertight.engine.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns of a few questions, copied out of a wide table. A query that names a table many times pays for all of its columns
 * each time, if only to plan: a hundred branches over ten thousand columns take seconds, over a copy of a hundred columns they take
 * no time. Not thread-safe.
 */
final class Narrowed implements AutoCloseable {

    /** Tables with no more columns are asked directly. */
    private static final int WIDE = 200;

    /** Cells that are worth a copy; tables of more are ruled by their scan, not by its plan. */
    private static final long MOST_CELLS = 20_000_000;

    private static final String COPY = "narrowed";

    private final Inquiry original;
    private final Inquiry inquiry;

    private Narrowed(Inquiry original, Inquiry inquiry) {
        this.original = original;
        this.inquiry = inquiry;
    }

    /** @param wanted names of the columns, the only ones that may be asked about */
    static Narrowed to(List<String> wanted, Inquiry inquiry) {
        Set<String> columns = new LinkedHashSet<>(wanted);
        long rows = inquiry.rows().orElse(Long.MAX_VALUE / wanted.size());
        Source source = inquiry.source();
        if (source.columns().size() <= WIDE || rows * columns.size() > MOST_CELLS) {
            return new Narrowed(inquiry, inquiry);
        }
        Map<String, SqlColumn> copies = new LinkedHashMap<>();
        List<String> values = new ArrayList<>();
        values.add(source.rowId() + " AS row_position");
        if (source.hasSplit()) {
            values.add(source.part() + " AS row_part");
        }
        for (String name : columns) {
            SqlColumn column = source.column(name);
            String copy = "n" + copies.size();
            values.add(column.expression() + " AS " + copy);
            copies.put(name, new SqlColumn(column.column(), copy, column.storage()));
        }
        inquiry.queries().drop(COPY);
        inquiry.queries()
                .keep(
                        "copying " + columns.size() + " columns",
                        COPY,
                        "SELECT " + String.join(", ", values) + " FROM " + source.from());
        Source narrow = new Source(
                source.dialect(), COPY, "row_position", source.hasSplit() ? "row_part" : source.part(), copies);
        return new Narrowed(
                inquiry, new Inquiry(inquiry.queries(), narrow, inquiry.outcome(), inquiry.profile()));
    }

    /** The same rows with the wanted columns. */
    Inquiry inquiry() {
        return inquiry;
    }

    @Override
    public void close() {
        if (inquiry != original) {
            inquiry.queries().drop(COPY);
        }
    }
}
