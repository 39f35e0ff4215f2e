package io.watertight.spark;

import io.watertight.core.study.ColumnType;
import io.watertight.engine.sql.SqlColumn.Storage;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.FractionalType;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one of Spark's columns are read; the local reader of Parquet reads them alike.
 *
 * @param type of the values
 * @param storage how Spark holds them
 * @param whole whether the type holds whole numbers alone
 * @param natural whether this is the type that the data has by itself
 * @param expression of the value
 */
record FieldReading(ColumnType type, Storage storage, boolean whole, boolean natural, String expression) {

    private static final SparkDialect DIALECT = new SparkDialect();

    /**
     * Reads a column.
     *
     * @param cell its name in SQL
     * @param declared the type that the user declares, if any
     */
    static FieldReading of(String cell, DataType type, @Nullable ColumnType declared) {
        FieldReading natural = natural(cell, type);
        return declared == null || declared == natural.type() ? natural : natural.as(declared, cell);
    }

    /** Reads a column as its type says. */
    static FieldReading natural(String cell, DataType type) {
        if (type instanceof IntegralType) {
            return new FieldReading(ColumnType.NUMBER, Storage.WHOLE, true, true, "CAST(" + cell + " AS BIGINT)");
        }
        if (type instanceof DecimalType decimal) {
            return new FieldReading(ColumnType.NUMBER, Storage.DECIMAL, decimal.scale() == 0, true, cell);
        }
        if (type instanceof FractionalType) {
            return new FieldReading(
                    ColumnType.NUMBER, Storage.FLOATING, false, true, finite("CAST(" + cell + " AS DOUBLE)"));
        }
        if (type instanceof BooleanType) {
            return new FieldReading(ColumnType.BOOLEAN, Storage.BOOLEAN, false, true, cell);
        }
        if (type instanceof TimestampType || type instanceof TimestampNTZType || type instanceof DateType) {
            return new FieldReading(ColumnType.TIME, Storage.TIME, false, true, "CAST(" + cell + " AS TIMESTAMP)");
        }
        if (type instanceof StringType) {
            return new FieldReading(ColumnType.TEXT, Storage.TEXT, false, true, "CAST(" + cell + " AS STRING)");
        }
        if (type.typeName().startsWith("interval") || type.typeName().startsWith("time")) {
            return new FieldReading(ColumnType.TEXT, Storage.TEXT, false, true, "CAST(" + cell + " AS STRING)");
        }
        String text = type.typeName().equals("variant") ? "to_json(" + cell + ")" : "CAST(" + cell + " AS STRING)";
        return new FieldReading(ColumnType.OTHER, Storage.OTHER, false, true, text);
    }

    /** Finite numbers alone, and one zero. */
    private static String finite(String number) {
        return "CASE WHEN " + DIALECT.isFinite(number) + " THEN " + number + " + 0D END";
    }

    private FieldReading as(ColumnType declared, String cell) {
        String value = type == ColumnType.TIME || type == ColumnType.OTHER ? cell : expression;
        String text = "CAST(" + value + " AS STRING)";
        boolean plain = type == ColumnType.BOOLEAN || type == ColumnType.NUMBER;
        return switch (declared) {
            case NUMBER ->
                reading(
                        declared,
                        Storage.FLOATING,
                        plain ? "CAST(CAST(" + value + " AS INT) AS DOUBLE)" : finite(DIALECT.numberOrNull(text)));
            case TEXT -> reading(declared, Storage.TEXT, text);
            case BOOLEAN ->
                reading(
                        declared,
                        Storage.BOOLEAN,
                        plain ? "CAST(" + value + " AS BOOLEAN)" : "TRY_CAST(" + text + " AS BOOLEAN)");
            case TIME -> reading(declared, Storage.TIME, "TRY_CAST(" + text + " AS TIMESTAMP)");
            case OTHER -> reading(declared, Storage.OTHER, text);
        };
    }

    private static FieldReading reading(ColumnType type, Storage storage, String expression) {
        return new FieldReading(type, storage, false, false, expression);
    }

    /** Whether only a look at the values tells if all are whole. */
    boolean mayBeWhole() {
        return type == ColumnType.NUMBER && !whole;
    }
}
