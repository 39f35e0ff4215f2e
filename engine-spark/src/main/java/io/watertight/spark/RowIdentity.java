package io.watertight.spark;

import io.watertight.core.WatertightException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Numbers for rows without positions, by what tells the rows apart: their declared id, or all that they hold. No two rows share a
 * number. It depends neither on order nor on partitions, and is the same whenever the rows are computed again. Equal rows are counted
 * through: as nothing tells them apart, it does not matter which of them is the first.
 *
 * <p>What a row holds is known by two hashes of 64 bits, which two different rows of a table share once in 10^20 tables of a billion
 * rows. The number is a third hash, of 63 bits; should two rows share it, all are numbered by another one.
 */
final class RowIdentity {

    /** The column that numbers are in. */
    static final String ROW = "watertight row";

    private static final String FIRST = "`watertight first`";
    private static final String SECOND = "`watertight second`";
    private static final String COPY = "`watertight copy`";

    /** With a billion rows each fails once in twenty times. */
    private static final int MOST_HASHES = 8;

    private static final SparkDialect DIALECT = new SparkDialect();

    private final SparkQueries queries;
    private final Typing typing;

    RowIdentity(SparkQueries queries) {
        this.queries = queries;
        this.typing = new Typing(queries);
    }

    /**
     * Numbered rows.
     *
     * @param rows with one more column, {@link #ROW}
     * @param numbers the name of the kept table of all numbers, whose column is {@code row_id}
     * @param count how many rows there are
     */
    record Known(Dataset<Row> rows, String numbers, long count) {}

    /** Rows by all that they hold. */
    Known byContent(Dataset<Row> rows) {
        List<String> values =
                Arrays.stream(rows.schema().fields()).map(RowIdentity::content).toList();
        Dataset<Row> copies = typing.sql(
                "SELECT *, row_number() OVER (PARTITION BY " + FIRST + ", " + SECOND + " ORDER BY " + FIRST + ") AS "
                        + COPY + " FROM {rows}",
                hashed(rows, values));
        return numbered(copies, List.of());
    }

    /**
     * Rows by their declared id.
     *
     * @param values expressions over the rows
     * @param name of the id
     * @throws WatertightException if two rows share an id, or one has none
     */
    Known byKey(Dataset<Row> rows, List<String> values, String name) {
        Dataset<Row> keyed = typing.sql("SELECT *, 1 AS " + COPY + " FROM {rows}", hashed(rows, values));
        long[] counts = new long[3];
        List<String> missing =
                values.stream().map(value -> "(" + value + ") IS NULL").toList();
        Dataset<Row> asked = keyed.selectExpr(
                "count(*)",
                "count(DISTINCT " + FIRST + ", " + SECOND + ")",
                DIALECT.countIf(String.join(" OR ", missing)));
        SparkRow answer = new SparkRow(queries.run("looking at the ids", asked::first));
        Arrays.setAll(counts, answer::whole);
        if (counts[1] < counts[0] || counts[2] > 0) {
            throw new WatertightException(
                    "'" + name + "' does not tell the rows apart: " + counts[0] + " rows have " + counts[1]
                            + " different ids, and " + counts[2] + " have none.",
                    "name columns that do, together: --id A+B; or declare it as a group, if that is what it is");
        }
        return numbered(keyed, values);
    }

    private Dataset<Row> hashed(Dataset<Row> rows, List<String> values) {
        return typing.sql(
                "SELECT *, " + hash(values, 1) + " AS " + FIRST + ", " + hash(values, -1) + " AS " + SECOND
                        + " FROM {rows}",
                rows);
    }

    /** Each value with its place: Spark's hash passes over what is missing. */
    private static String hash(List<String> values, int sign) {
        List<String> placed = new ArrayList<>();
        for (String value : values) {
            placed.add(Integer.toString(sign * (placed.size() + 2)));
            placed.add(value);
        }
        return DIALECT.anyHash(placed);
    }

    /** Spark hashes no maps, and passes over what is missing inside of a value. */
    private static String content(StructField field) {
        String cell = DIALECT.quoted(field.name());
        DataType type = field.dataType();
        boolean nested = type instanceof MapType
                || type instanceof StructType
                || type instanceof ArrayType
                || type.typeName().equals("variant");
        return nested ? "to_json(named_struct('value', " + cell + "), map('ignoreNullFields', 'false'))" : cell;
    }

    private Known numbered(Dataset<Row> rows, List<String> key) {
        for (int attempt = 0; attempt < MOST_HASHES; attempt++) {
            String number =
                    DIALECT.anyHash(List.of(Integer.toString(attempt), FIRST, SECOND, COPY)) + " & " + Long.MAX_VALUE;
            Dataset<Row> numbered = typing.sql(
                    "SELECT " + DIALECT.allBut(List.of(FIRST, SECOND, COPY)) + ", " + number + " AS `" + ROW
                            + "` FROM {rows}",
                    rows);
            String numbers = "watertight_numbers_" + attempt;
            queries.keep(numbers, numbered.selectExpr("`" + ROW + "` AS row_id"));
            long[] counts = new long[2];
            queries.each(
                    "telling rows apart",
                    "SELECT count(*), count(DISTINCT row_id) FROM " + numbers,
                    row -> Arrays.setAll(counts, row::whole));
            if (counts[0] == counts[1]) {
                return new Known(numbered, numbers, counts[0]);
            }
            queries.drop(numbers);
        }
        throw new WatertightException(
                "There are too many rows to tell them apart by hashes of 63 bits" + (key.isEmpty() ? "." : " of ids."),
                "write them as Parquet and split that: its rows have positions");
    }
}
