package io.watertight.engine.sql;

import java.util.List;
import java.util.function.Consumer;

/** Runs queries. */
public interface Queries {

    /**
     * Runs a query over the data.
     *
     * @param purpose what it is for, as the rest of a sentence after "while"
     * @param rows hears each row of the result; the row is valid during the call only
     */
    void each(String purpose, String query, Consumer<Row> rows);

    /**
     * Keeps the result of a query under a name until it is dropped; what does not fit into memory goes to the disk.
     *
     * @param name a plain SQL name
     */
    void keep(String purpose, String name, String query);

    /**
     * Keeps pairs of numbers as a table with the columns {@code unit} and {@code bin}.
     *
     * @param name a plain SQL name
     * @param bins by unit
     */
    void keepBins(String name, int[] bins);

    /**
     * Numbers rows.
     *
     * @param from an item of a FROM clause
     * @param order expressions, comma-separated, by which no two rows are equal
     * @return an item of a FROM clause with the same columns and the {@code position} from 0
     */
    default String ranked(String from, String order) {
        return "(SELECT *, row_number() OVER (ORDER BY " + order + ") - 1 AS position FROM " + from + ") AS ranked";
    }

    /**
     * Counts rows along a value.
     *
     * @param from an item of a FROM clause, with its WHERE
     * @param value a column, never NULL
     * @return a query for the distinct values, by the column's name, and {@code upto}, the number of rows whose value is not larger
     */
    default String accumulated(String from, String value) {
        return "SELECT " + value + ", sum(count(*)) OVER (ORDER BY " + value + ") AS upto FROM " + from + " GROUP BY "
                + value;
    }

    /**
     * Rows beside the row before each.
     *
     * @param rows an item of a FROM clause, with its WHERE
     * @param value of a row
     * @param id of a row
     * @param order an ORDER BY over columns of the rows; empty if they come in order
     * @return an item of a FROM clause with the columns {@code y} (the value), {@code p} (of the row before), {@code id}, {@code before}
     *     (the id of the row before) and {@code position} from 0
     */
    default String lined(String rows, String value, String id, String order) {
        String window = " OVER (" + order + ")";
        return "(SELECT " + value + " AS y, lag(" + value + ")" + window + " AS p, " + id + " AS id, lag(" + id + ")"
                + window + " AS before, row_number()" + window + " - 1 AS position FROM " + rows + ") AS lined";
    }

    /** Forgets what was kept under a name. */
    void drop(String name);

    /** One row of a result; indexes start at 0. */
    interface Row {

        boolean isMissing(int index);

        /** 0 where missing. */
        long whole(int index);

        /** NaN where missing. */
        double number(int index);

        /** Empty where missing. */
        String text(int index);

        /** A list of whole numbers; empty where missing. */
        List<Long> wholes(int index);

        /** A list of texts; empty where missing. */
        List<String> texts(int index);
    }
}
