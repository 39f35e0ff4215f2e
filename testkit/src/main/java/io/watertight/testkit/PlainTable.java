package io.watertight.testkit;

import io.watertight.core.data.Canonical;
import io.watertight.core.study.Part;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as plain Java objects, for answers computed without an engine. A row's id is its index.
 *
 * @param columns SQL type by column name: DOUBLE, BIGINT, VARCHAR, BOOLEAN or TIMESTAMP
 * @param rows the values by column name: Double, Long, String, Boolean, LocalDateTime in UTC, or null
 * @param parts the part of each row
 */
record PlainTable(Map<String, String> columns, List<Map<String, @Nullable Object>> rows, List<Part> parts) {

    /** The name of the column that says which part a row is in, in files only. */
    static final String PART = "part";

    /** Number, or seconds since 1970 UTC; null where missing or not finite. */
    @Nullable
    Double number(int row, String column) {
        Object value = value(row, column);
        Double number = null;
        if (value instanceof Number some) {
            number = some.doubleValue();
        } else if (value instanceof Boolean some) {
            number = some ? 1.0 : 0.0;
        } else if (value instanceof LocalDateTime some) {
            number = ChronoUnit.MICROS.between(LocalDateTime.of(1970, 1, 1, 0, 0), some) / 1e6;
        }
        return number != null && Double.isFinite(number) ? number : null;
    }

    /** The value; null where missing, NaN or infinite. -0.0 is 0.0. */
    @Nullable
    Object value(int row, String column) {
        Object value = rows.get(row).get(column);
        if (value instanceof Double number) {
            return Double.isFinite(number) ? Double.valueOf(number + 0.0) : null;
        }
        return value;
    }

    /** Canonical text; null where missing. */
    @Nullable
    String text(int row, String column) {
        Object value = value(row, column);
        if (value instanceof Double number) {
            return Canonical.text(number);
        }
        if (value instanceof LocalDateTime) {
            return Canonical.text(Objects.requireNonNull(number(row, column)));
        }
        return value == null ? null : value.toString();
    }

    /** The rows and their parts as a query. */
    String query() {
        Map<String, String> types = new LinkedHashMap<>(columns);
        types.put(PART, "VARCHAR");
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            List<String> cells = new ArrayList<>();
            for (String column : columns.keySet()) {
                cells.add(literal(rows.get(row).get(column)));
            }
            cells.add("'" + parts.get(row).name().toLowerCase(java.util.Locale.ROOT) + "'");
            lines.add("(" + String.join(", ", cells) + ")");
        }
        List<String> names = new ArrayList<>();
        List<String> casts = new ArrayList<>();
        types.forEach((name, type) -> {
            String alias = "c" + names.size();
            names.add(alias);
            casts.add("CAST(" + alias + " AS " + type + ") AS \"" + name.replace("\"", "\"\"") + "\"");
        });
        return "SELECT " + String.join(", ", casts) + " FROM (VALUES " + String.join(", ", lines) + ") AS v("
                + names.stream().collect(Collectors.joining(", ")) + ")";
    }

    private static String literal(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        return "'" + value.toString().replace("'", "''") + "'";
    }
}
