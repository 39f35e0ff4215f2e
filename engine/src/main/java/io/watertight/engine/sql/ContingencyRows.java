package io.watertight.engine.sql;

import io.watertight.core.statistic.Contingency;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Scope;
import io.watertight.engine.sql.Projection.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The training rows with a target, as a query that groups each of many columns by itself sees them. Such a query names its table once
 * for each column, and every time pays for all columns of the table and for the steps to the fold and the target, if only to
 * plan. So of a wide table the few columns are copied first, with fold and target beside them. Not thread-safe.
 */
final class ContingencyRows implements AutoCloseable {

    /** Tables with no more columns are asked directly. */
    private static final int WIDE = 120;

    /** Cells that are worth a copy; larger tables are ruled by their scan, not by its plan. */
    private static final long MOST_CELLS = 20_000_000;

    private static final String COPY = "counted";
    private static final String FOLD = "row_fold";
    private static final String TARGET = "row_target";

    private final Inquiry original;
    private final Outcome outcome;
    private final Optional<Source> copy;

    private ContingencyRows(Inquiry original, Outcome outcome, Optional<Source> copy) {
        this.original = original;
        this.outcome = outcome;
        this.copy = copy;
    }

    /** The table itself, whatever its width. */
    static ContingencyRows direct(Inquiry inquiry, Outcome outcome) {
        return new ContingencyRows(inquiry, outcome, Optional.empty());
    }

    /** @param questions whose columns alone may be asked about */
    static ContingencyRows of(Inquiry inquiry, Outcome outcome, List<Contingency> questions) {
        ContingencyRows direct = direct(inquiry, outcome);
        double cells = (double) inquiry.rows().orElse(Long.MAX_VALUE) * questions.size();
        return inquiry.source().columns().size() <= WIDE || cells > MOST_CELLS
                ? direct
                : new ContingencyRows(inquiry, outcome, Optional.of(direct.copied(questions)));
    }

    private Source copied(List<Contingency> questions) {
        Source source = original.source();
        Projection projection = original.projection();
        List<String> values = new ArrayList<>();
        List<Named> target = target(projection);
        values.add(Hashes.fold(projection, Contingency.FOLDS) + " AS " + FOLD);
        for (Named value : target) {
            values.add(value + " AS " + TARGET + values.size());
        }
        Map<String, SqlColumn> columns = new LinkedHashMap<>();
        for (Contingency question : questions) {
            SqlColumn column = source.column(question.column());
            if (!columns.containsKey(column.name())) {
                String name = "n" + columns.size();
                values.add(projection.base(column.expression()) + " AS " + name);
                columns.put(column.name(), new SqlColumn(column.column(), name, column.storage()));
            }
        }
        original.queries().drop(COPY);
        original.queries()
                .keep(
                        "copying " + columns.size() + " columns",
                        COPY,
                        "SELECT " + String.join(", ", values) + " FROM " + projection.from(Scope.TRAIN) + " WHERE "
                                + target.get(0) + " IS NOT NULL");
        return new Source(source.dialect(), COPY, "0", "0", columns);
    }

    /** The columns that may be asked about. */
    Inquiry inquiry() {
        return copy.map(source -> new Inquiry(original.queries(), source, original.outcome(), original.profile()))
                .orElse(original);
    }

    Named fold(Projection projection) {
        return copy.isPresent() ? projection.base(FOLD) : Hashes.fold(projection, Contingency.FOLDS);
    }

    /** What is known of the target of a row: its class; or its number, that squared, its rank, that squared. */
    List<Named> target(Projection projection) {
        if (copy.isPresent()) {
            int values = outcome.isClasses() ? 1 : 4;
            List<Named> names = new ArrayList<>();
            for (int index = 1; index <= values; index++) {
                names.add(projection.base(TARGET + index));
            }
            return names;
        }
        OutcomeColumns columns = new OutcomeColumns(outcome, projection, new Expressions(projection));
        if (outcome.isClasses()) {
            return List.of(columns.group());
        }
        Named number = columns.number();
        Named rank = columns.rank();
        return List.of(
                number,
                projection.derived(number + " * " + number, number),
                rank,
                projection.derived(rank + " * " + rank, rank));
    }

    /** Which rows to look at, over the values of a projection. */
    String from(Projection projection) {
        return copy.isPresent()
                ? projection.from(Scope.ALL)
                : projection.from(Scope.TRAIN) + " WHERE " + target(projection).get(0) + " IS NOT NULL";
    }

    @Override
    public void close() {
        if (copy.isPresent()) {
            original.queries().drop(COPY);
        }
    }
}
