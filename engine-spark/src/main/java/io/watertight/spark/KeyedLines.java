package io.watertight.spark;

import io.watertight.core.WatertightException;
import io.watertight.core.split.Assigned;
import io.watertight.core.split.Assignment;
import io.watertight.core.study.Key;
import io.watertight.engine.sql.AssignmentFile;
import io.watertight.engine.sql.SplitLines;
import io.watertight.spark.RowIdentity.Known;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A split of rows without positions, as a file whose lines name rows by their declared id: the columns of the id take the place of
 * {@code row_id}.
 */
final class KeyedLines {

    private static final Set<String> OWN = Set.of("row_id", "repeat", "fold", "inner_fold", "part");
    private static final String ROWS = "watertight_keyed";
    private static final String KEYS = "watertight_keys";
    private static final SparkDialect DIALECT = new SparkDialect();

    private final SparkQueries queries;
    private final LineStore store;
    private final TypedRows rows;

    KeyedLines(SparkQueries queries, Staging staging, TypedRows rows) {
        this.queries = queries;
        this.store = new LineStore(queries, staging);
        this.rows = rows;
    }

    /**
     * Deals the rows, writes who is where, and proves it from what was written.
     *
     * @param folder the only one that may be written to
     */
    Assigned write(Assignment assignment, Path folder) {
        Key key = key(assignment);
        List<String> names =
                rows.columns().stream().map(column -> column.name()).toList();
        List<String> cells =
                key.columns().stream().map(name -> "c" + names.indexOf(name)).toList();
        Known known = new RowIdentity(queries).byKey(rows.rows().where("part = 0"), cells, key.toString());
        queries.expect(known.count());
        Dataset<Row> keyed = known.rows().drop("row_id").withColumnRenamed(RowIdentity.ROW, "row_id");
        TypedRows typed = new TypedRows(keyed, rows.columns(), rows.storages(), rows.hasSplit(), false, rows.notices());
        List<String> values = new ArrayList<>(List.of("row_id"));
        for (int index = 0; index < cells.size(); index++) {
            values.add(cells.get(index) + " AS " + quoted(key.columns().get(index)));
        }
        queries.keep(KEYS, keyed.selectExpr(values.toArray(String[]::new)));
        try {
            return new AssignmentFile(queries, new ByKey(store, key), SparkTable.source(typed, ROWS), folder)
                    .write(assignment);
        } finally {
            queries.drop(KEYS);
            queries.drop(known.numbers());
            queries.drop(ROWS);
        }
    }

    private static Key key(Assignment assignment) {
        Key key = assignment.study().declaration().ids().stream()
                .findFirst()
                .orElseThrow(() -> new WatertightException(
                        "The rows of this table have no position, so nobody could tell from a file which row is where.",
                        "one or several columns tell the rows apart (--id COLUMN, --id A+B), and the file names rows by them;"
                                + " or write the table as Parquet and split that"));
        if (assignment.isDelimited()) {
            throw new WatertightException(
                    "The rows are named by '" + key + "', and text would not tell its type.",
                    "name a Parquet file: --output folds.parquet");
        }
        key.columns().stream().filter(OWN::contains).findFirst().ifPresent(name -> {
            throw new WatertightException(
                    "The id '" + name + "' is called like a column that tells the split.",
                    "rename it in a view of the table");
        });
        return key;
    }

    private static String quoted(String name) {
        return DIALECT.quoted(name);
    }

    /** Names rows by their key on the way out, and by their number on the way back. */
    private record ByKey(LineStore store, Key key) implements AssignmentFile.Store {

        private String columns(String of) {
            return key.columns().stream().map(name -> of + "." + quoted(name)).collect(Collectors.joining(", "));
        }

        @Override
        public void write(String query, Path draft, Assignment assignment) {
            store.write(
                    "SELECT " + columns("k") + ", l.* EXCEPT (row_id) FROM (" + query + ") AS l JOIN " + KEYS
                            + " AS k ON l.row_id = k.row_id ORDER BY "
                            + (SplitLines.isNested(assignment.plan()) ? "repeat, fold, inner_fold" : "repeat, fold")
                            + ", l.row_id",
                    draft,
                    assignment);
        }

        @Override
        public String reader(Path draft, Assignment assignment) {
            String same = key.columns().stream()
                    .map(name -> "l." + quoted(name) + " = k." + quoted(name))
                    .collect(Collectors.joining(" AND "));
            return "(SELECT k.row_id, l.* EXCEPT (" + columns("l") + ") FROM " + store.reader(draft, assignment)
                    + " AS l LEFT JOIN " + KEYS + " AS k ON " + same + ")";
        }
    }
}
