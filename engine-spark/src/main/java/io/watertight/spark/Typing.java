package io.watertight.spark;

import io.watertight.core.Spelling;
import io.watertight.core.WatertightException;
import io.watertight.core.engine.ReadNotice;
import io.watertight.core.engine.TableColumn;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Part;
import io.watertight.engine.PartWords;
import io.watertight.engine.sql.SqlColumn.Storage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;

/** Gives rows types, ids and parts. */
final class Typing {

    /** Columns looked at by one query. */
    private static final int BATCH = 200;

    /** Larger numbers may have lost what makes them whole. */
    private static final double LARGEST_WHOLE = 9e15;

    private static final SparkDialect DIALECT = new SparkDialect();

    private final SparkQueries queries;

    Typing(SparkQueries queries) {
        this.queries = queries;
    }

    /**
     * Types the columns of rows.
     *
     * @param rowId expression of the position; without one, rows have no order
     */
    TypedRows type(Dataset<Row> rows, Optional<String> rowId, Map<String, ColumnType> declared) {
        List<String> names =
                Arrays.stream(rows.schema().fields()).map(StructField::name).toList();
        List<FieldReading> readings = readings(rows, declared);
        refuseSameNames(names);
        Dataset<Row> typed = projected(rows, rowId, readings);
        Dataset<Row> result = rowId.isPresent() ? typed : withContentIds(typed, readings.size());
        List<ReadNotice> notices = new ArrayList<>();
        List<Boolean> integral = integral(rows, readings, names, notices);
        List<TableColumn> columns = new ArrayList<>();
        for (int column = 0; column < readings.size(); column++) {
            columns.add(new TableColumn(names.get(column), readings.get(column).type(), integral.get(column)));
        }
        List<Storage> storages = readings.stream().map(FieldReading::storage).toList();
        return new TypedRows(result, columns, storages, false, rowId.isPresent(), notices);
    }

    /** How each column of the rows is read. */
    static List<FieldReading> readings(Dataset<Row> rows, Map<String, ColumnType> declared) {
        return Arrays.stream(rows.schema().fields())
                .map(field ->
                        FieldReading.of(DIALECT.quoted(field.name()), field.dataType(), declared.get(field.name())))
                .toList();
    }

    /** One projection, and not one upon the other: all of its columns are planned anew by each query. */
    static Dataset<Row> projected(Dataset<Row> rows, Optional<String> rowId, List<FieldReading> readings) {
        List<String> values = new ArrayList<>();
        rowId.ifPresent(id -> values.add("coalesce(" + id + ", 0) AS row_id"));
        values.add("0 AS part");
        for (int column = 0; column < readings.size(); column++) {
            values.add(readings.get(column).expression() + " AS c" + column);
        }
        return rows.selectExpr(values.toArray(String[]::new));
    }

    /**
     * Rows without an order are known by what they hold: it is the same however often and wherever they are computed. Each value goes with
     * its place, for Spark's hash passes over what is missing.
     */
    private Dataset<Row> withContentIds(Dataset<Row> rows, int width) {
        StringBuilder columns = new StringBuilder();
        for (int column = 0; column < width; column++) {
            columns.append(column == 0 ? "" : ", ").append(column).append(", c").append(column);
        }
        return sql("SELECT xxhash64(" + columns + ") & " + Long.MAX_VALUE + " AS row_id, * FROM {rows}", rows);
    }

    private static void refuseSameNames(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new WatertightException(
                        "two columns have the name '" + name + "'",
                        "rename one of them in the query that makes the table");
            }
        }
    }

    /** A query over rows, which it calls {rows}. */
    Dataset<Row> sql(String query, Dataset<Row> rows) {
        String view = "watertight_" + UUID.randomUUID().toString().replace("-", "");
        rows.createOrReplaceTempView(view);
        try {
            return queries.session().sql(query.replace("{rows}", view));
        } finally {
            queries.session().catalog().dropTempView(view);
        }
    }

    /** Which columns hold whole numbers alone; says of infinite ones how many there are. */
    private List<Boolean> integral(
            Dataset<Row> raw, List<FieldReading> readings, List<String> names, List<ReadNotice> notices) {
        List<Integer> open = new ArrayList<>();
        List<Boolean> whole = new ArrayList<>();
        for (int column = 0; column < readings.size(); column++) {
            whole.add(readings.get(column).whole());
            if (readings.get(column).mayBeWhole()) {
                open.add(column);
            }
        }
        for (int begin = 0; begin < open.size(); begin += BATCH) {
            List<Integer> batch = open.subList(begin, Math.min(open.size(), begin + BATCH));
            List<String> select = new ArrayList<>();
            for (int column : batch) {
                FieldReading reading = readings.get(column);
                String value = "CAST(" + reading.expression() + " AS DOUBLE)";
                String cell = "CAST(" + DIALECT.quoted(names.get(column)) + " AS DOUBLE)";
                select.add("bool_and(" + value + " = rint(" + value + ")) AND max(abs(" + value + ")) < "
                        + DIALECT.number(LARGEST_WHOLE));
                select.add(
                        reading.storage() == Storage.FLOATING && reading.natural()
                                ? DIALECT.countIf("abs(" + cell + ") = " + DIALECT.number(Double.POSITIVE_INFINITY))
                                : "0");
            }
            Dataset<Row> asked = raw.selectExpr(select.toArray(String[]::new));
            SparkRow answer = new SparkRow(queries.run("looking at the numbers", asked::first));
            for (int index = 0; index < batch.size(); index++) {
                int column = batch.get(index);
                whole.set(column, answer.whole(2 * index) == 1);
                long infinite = answer.whole(2 * index + 1);
                if (infinite > 0) {
                    notices.add(infinite(names.get(column), infinite));
                }
            }
        }
        return whole;
    }

    private static ReadNotice infinite(String column, long count) {
        return new ReadNotice(
                ReadNotice.Kind.INFINITE,
                List.of(column),
                count,
                "column '" + column + "' holds " + (count == 1 ? "1 infinite number" : count + " infinite numbers")
                        + ", read as missing");
    }

    /** Rows with the part that a column says. */
    TypedRows split(TypedRows typed, String split) {
        List<String> names = typed.columns().stream().map(TableColumn::name).toList();
        int column = names.indexOf(split);
        if (column < 0) {
            throw new WatertightException(
                    "there is no column '" + split + "' to take the split from",
                    Spelling.nearest(split, names)
                            .map(nearest -> "you meant '" + nearest + "'")
                            .orElse("choose one of the table's columns"));
        }
        String value = "coalesce(lower(trim(CAST(c" + column + " AS STRING))), '')";
        Dataset<Row> distinct = sql(
                "SELECT DISTINCT " + value + " AS value FROM {rows} ORDER BY value LIMIT " + PartWords.MOST_VALUES,
                typed.rows());
        List<String> words = queries.run("looking at the parts", distinct::collectAsList).stream()
                .map(row -> row.getString(0))
                .toList();
        StringBuilder part = new StringBuilder("CASE " + value);
        PartWords.meaning(split, words)
                .forEach((word, meant) -> part.append(" WHEN ")
                        .append(DIALECT.text(word))
                        .append(" THEN ")
                        .append(List.of(Part.values()).indexOf(meant)));
        Dataset<Row> rows = sql(
                "SELECT " + DIALECT.allBut(List.of("part")) + ", " + part + " END AS part FROM {rows}", typed.rows());
        return new TypedRows(rows, typed.columns(), typed.storages(), true, typed.ordered(), typed.notices());
    }

    /** Training rows, and below them the rows of a test set by the names of the columns. */
    TypedRows below(TypedRows train, TypedRows test, long offset) {
        List<String> names = test.columns().stream().map(TableColumn::name).toList();
        List<TableColumn> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (TableColumn column : train.columns()) {
            int place = names.indexOf(column.name());
            boolean integral =
                    column.integral() && (place < 0 || test.columns().get(place).integral());
            columns.add(new TableColumn(column.name(), column.type(), integral));
            values.add((place < 0 ? "NULL" : "c" + place) + " AS c" + values.size());
        }
        String id = train.ordered() ? "coalesce(row_id + " + offset + ", 0)" : "row_id";
        Dataset<Row> below = sql(
                "SELECT " + id + " AS row_id, 2 AS part, " + String.join(", ", values) + " FROM {rows}", test.rows());
        List<String> same = new ArrayList<>(List.of("row_id", "part"));
        for (int column = 0; column < columns.size(); column++) {
            same.add("c" + column);
        }
        Dataset<Row> above = sql("SELECT " + String.join(", ", same) + " FROM {rows}", train.rows());
        List<ReadNotice> notices = new ArrayList<>(train.notices());
        notices.addAll(test.notices());
        return new TypedRows(
                above.union(below), columns, train.storages(), true, train.ordered() && test.ordered(), notices);
    }
}
