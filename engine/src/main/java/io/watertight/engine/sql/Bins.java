package io.watertight.engine.sql;

import io.watertight.engine.sql.Projection.Named;

/** Bins of numbers as SQL. */
final class Bins {

    private Bins() {}

    /** How many of the ascending cuts lie strictly below a value: a balanced tree of comparisons. NULL where missing. */
    static Named cuts(Projection projection, Named value, double[] cuts) {
        StringBuilder sql = new StringBuilder("CASE WHEN ").append(value).append(" IS NOT NULL THEN ");
        tree(projection.dialect(), sql, value.name(), cuts, 0, cuts.length);
        return projection.derived(sql.append(" END").toString(), value);
    }

    private static void tree(Dialect dialect, StringBuilder sql, String value, double[] cuts, int low, int high) {
        if (low == high) {
            sql.append(low);
            return;
        }
        int middle = (low + high) / 2;
        sql.append("CASE WHEN ")
                .append(value)
                .append(" <= ")
                .append(dialect.number(cuts[middle]))
                .append(" THEN ");
        tree(dialect, sql, value, cuts, low, middle);
        sql.append(" ELSE ");
        tree(dialect, sql, value, cuts, middle + 1, high);
        sql.append(" END");
    }
}
