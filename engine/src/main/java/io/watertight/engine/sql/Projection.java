package io.watertight.engine.sql;

import io.watertight.core.statistic.Scope;
import io.watertight.engine.sql.SqlColumn.Storage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values one query needs of a row, each computed once however many expressions use it: nested SELECTs, in which each level
 * names values made of the names of the level below. Not thread-safe.
 */
final class Projection {

    private static final double LARGEST_SQUARABLE = 1e150;

    /** A value that has a name. */
    record Named(String name, int level) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final Source source;
    private final List<List<String>> levels = new ArrayList<>();
    private final Map<String, Named> known = new HashMap<>();

    Projection(Source source) {
        this.source = source;
    }

    Source source() {
        return source;
    }

    Dialect dialect() {
        return source.dialect();
    }

    /** Names an expression made of the relation's columns. */
    Named base(String expression) {
        return name(expression, 0);
    }

    /** Names an expression made of other named values. */
    Named derived(String expression, Named... parts) {
        int level = 0;
        for (Named part : parts) {
            level = Math.max(level, part.level() + 1);
        }
        return name(expression, level);
    }

    private Named name(String expression, int level) {
        return known.computeIfAbsent(level + ":" + expression, key -> {
            while (levels.size() <= level) {
                levels.add(new ArrayList<>());
            }
            String name = "v" + known.size();
            levels.get(level).add(expression + " AS " + name);
            return new Named(name, level);
        });
    }

    Named rowId() {
        return base(source.rowId());
    }

    Named part() {
        return base(source.part());
    }

    /** A column's value. */
    Named value(String column) {
        SqlColumn wanted = source.column(column);
        return switch (wanted.storage()) {
            case WHOLE, TEXT, BOOLEAN, TIME, OTHER -> base(wanted.expression());
            case DECIMAL, FLOATING -> base("CAST(" + wanted.expression() + " AS DOUBLE)");
        };
    }

    /** A column's value as a finite DOUBLE, else NULL. */
    Named number(String column) {
        Storage storage = source.column(column).storage();
        return switch (storage) {
            case WHOLE -> base("CAST(" + source.column(column).expression() + " AS DOUBLE)");
            case BOOLEAN -> base("CAST(CAST(" + source.column(column).expression() + " AS INTEGER) AS DOUBLE)");
            case DECIMAL, FLOATING -> value(column);
            case TIME ->
                finite(base(dialect().epochSeconds(source.column(column).expression())));
            case TEXT, OTHER -> base("CAST(NULL AS DOUBLE)");
        };
    }

    /** NULL where the square of a finite DOUBLE could exceed what a double holds: no deviation is taken of such values. */
    Named small(Named finite) {
        return derived(
                "CASE WHEN abs(" + finite + ") <= " + dialect().number(LARGEST_SQUARABLE) + " THEN " + finite + " END",
                finite);
    }

    /** NULL where a value is not finite. */
    Named finite(Named value) {
        return derived("CASE WHEN " + dialect().isFinite(value.name()) + " THEN " + value + " END", value);
    }

    /** The FROM item that offers all named values. */
    String from(Scope scope) {
        return from(source.within(scope));
    }

    String from(String condition) {
        StringBuilder sql = new StringBuilder();
        int top = Math.max(0, levels.size() - 1);
        for (int level = top; level >= 0; level--) {
            sql.append("(SELECT ");
            List<String> values = levels.isEmpty() ? List.of() : levels.get(level);
            if (level > 0) {
                sql.append("*");
                values.forEach(value -> sql.append(", ").append(value));
            } else {
                sql.append(values.isEmpty() ? "1 AS nothing" : String.join(", ", values));
            }
            sql.append(" FROM ");
        }
        sql.append(source.from());
        if (!condition.equals("TRUE")) {
            sql.append(" WHERE ").append(condition);
        }
        for (int level = top; level >= 0; level--) {
            sql.append(level == 0 ? ") AS level0" : ") AS level" + level);
        }
        return sql.toString();
    }
}
