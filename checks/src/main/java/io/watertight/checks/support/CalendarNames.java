package io.watertight.checks.support;

import io.watertight.core.study.Column;
import io.watertight.core.study.Role;
import java.util.List;
import java.util.Set;

/** Columns that date a row, by type, role or the last word of their name. */
public final class CalendarNames {

    private static final Set<String> WORDS = Set.of(
            "year",
            "yr",
            "month",
            "mnth",
            "mon",
            "day",
            "date",
            "week",
            "hour",
            "hr",
            "time",
            "timestamp",
            "datetime",
            "minute",
            "quarter");

    private CalendarNames() {}

    public static boolean dates(Column column) {
        return column.role() == Role.TIME || column.isTime() || named(column.name());
    }

    private static boolean named(String name) {
        List<String> words = Words.of(name);
        return !words.isEmpty() && WORDS.contains(words.get(words.size() - 1));
    }
}
