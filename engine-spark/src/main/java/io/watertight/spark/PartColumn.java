package io.watertight.spark;

import io.watertight.core.WatertightException;
import io.watertight.core.split.SplitPlan;
import io.watertight.engine.sql.SplitLines;
import java.util.StringJoiner;

/**
 * All lines of a row as one value: its part, or an array of its parts in the order of repeats and folds. A hold-out inside a hold-out
 * is the third part.
 *
 * @param lines a query for the lines
 * @param repeats of the split
 * @param folds of each repeat
 * @param nested whether the lines hold one inner fold
 */
record PartColumn(String lines, int repeats, int folds, boolean nested) {

    /** More folds than anybody looks at in an array. */
    private static final int MOST_DIVISIONS = 1000;

    /** @throws WatertightException if there are more folds than an array should hold */
    static PartColumn of(SparkQueries queries, SplitLines split, SplitPlan plan) {
        String lines = split.query();
        int[] last = new int[2];
        queries.each("listing folds", "SELECT max(repeat), max(fold) FROM (" + lines + ") AS lines", row -> {
            last[0] = (int) row.whole(0) + 1;
            last[1] = (int) row.whole(1) + 1;
        });
        if ((long) last[0] * last[1] > MOST_DIVISIONS) {
            throw new WatertightException(
                    "A column cannot hold the parts of " + (long) last[0] * last[1] + " folds.",
                    "ask for at most " + MOST_DIVISIONS + ", or for another plan");
        }
        boolean nested = SplitLines.isNested(plan);
        if (nested && last[0] * last[1] > 1) {
            throw new WatertightException(
                    "A validation part inside each of " + last[0] * last[1] + " folds does not fit into a column.",
                    "ask for a test share, or for folds without a validation share");
        }
        return new PartColumn(lines, last[0], last[1], nested);
    }

    private boolean isSingle() {
        return repeats * folds == 1;
    }

    /**
     * A query for {@code row_id} and {@code part}.
     *
     * @param numbers the table of all rows, with those that are in no fold
     */
    String select(String numbers) {
        return "SELECT n.row_id, p.part FROM " + numbers + " AS n LEFT JOIN (" + values()
                + ") AS p ON n.row_id = p.row_id";
    }

    private String values() {
        if (nested) {
            return "SELECT row_id, CASE WHEN within = 'test' THEN 'validation' WHEN part = 'test' THEN 'test'"
                    + " ELSE within END AS part FROM (SELECT row_id,"
                    + " max(CASE WHEN inner_fold IS NULL THEN part END) AS part,"
                    + " max(CASE WHEN inner_fold = 0 THEN part END) AS within FROM (" + lines
                    + ") AS lines GROUP BY row_id) AS parts";
        }
        if (isSingle()) {
            return "SELECT row_id, part FROM (" + lines + ") AS lines";
        }
        StringJoiner parts = new StringJoiner(", ", "array(", ")");
        for (int repeat = 0; repeat < repeats; repeat++) {
            for (int fold = 0; fold < folds; fold++) {
                parts.add("max(CASE WHEN repeat = " + repeat + " AND fold = " + fold + " THEN part END)");
            }
        }
        return "SELECT row_id, " + parts + " AS part FROM (" + lines + ") AS lines GROUP BY row_id";
    }

    /** An item of a FROM clause that reads the lines out of such a table again. */
    String lines(String parts) {
        if (nested) {
            return "(SELECT row_id, 0 AS repeat, 0 AS fold, CAST(NULL AS INTEGER) AS inner_fold,"
                    + " CASE WHEN part = 'test' THEN 'test' ELSE 'train' END AS part FROM " + parts
                    + " WHERE part IS NOT NULL UNION ALL SELECT row_id, 0 AS repeat, 0 AS fold, 0 AS inner_fold,"
                    + " CASE WHEN part = 'validation' THEN 'test' ELSE 'train' END AS part FROM " + parts
                    + " WHERE part <> 'test')";
        }
        if (isSingle()) {
            return "(SELECT row_id, 0 AS repeat, 0 AS fold, part FROM " + parts + " WHERE part IS NOT NULL)";
        }
        return "(SELECT row_id, CAST(place div " + folds + " AS INTEGER) AS repeat, CAST(place % " + folds
                + " AS INTEGER) AS fold, part FROM (SELECT row_id, posexplode(part) AS (place, part) FROM " + parts
                + ") AS placed WHERE part IS NOT NULL)";
    }
}
