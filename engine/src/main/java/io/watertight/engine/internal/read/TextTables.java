package io.watertight.engine.internal.read;

import io.watertight.core.engine.ReadNotice;
import io.watertight.core.study.ColumnType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts several tables of text below one another, by the names of their columns. */
final class TextTables {

    private TextTables() {}

    static TextTable union(List<TextTable> tables) {
        if (tables.size() == 1) {
            return tables.get(0);
        }
        Set<String> all = new LinkedHashSet<>();
        List<ReadNotice> notices = new ArrayList<>();
        Map<String, ColumnType> declared = new HashMap<>();
        List<String> selects = new ArrayList<>();
        tables.forEach(table -> all.addAll(table.names()));
        List<String> names = List.copyOf(all);
        for (TextTable table : tables) {
            notices.addAll(table.notices());
            declared.putAll(table.declared());
            selects.add(select(table, names));
        }
        List<String> partial = names.stream()
                .filter(name -> tables.stream().anyMatch(table -> !table.names().contains(name)))
                .toList();
        if (!partial.isEmpty()) {
            notices.add(new ReadNotice(
                    ReadNotice.Kind.COLUMNS_DIFFER,
                    partial,
                    partial.size(),
                    "the files do not all have the same columns: " + partial.size() + " of " + names.size()
                            + " are missing in some"));
        }
        return new TextTable(
                names,
                "(" + String.join(" UNION ALL ", selects) + ")",
                declared,
                tables.stream().anyMatch(TextTable::missingWords),
                tables.stream().anyMatch(TextTable::decimalComma),
                tables.stream().mapToLong(TextTable::bytes).sum(),
                notices);
    }

    private static String select(TextTable table, List<String> names) {
        StringBuilder sql = new StringBuilder("SELECT ");
        for (int column = 0; column < names.size(); column++) {
            int place = table.names().indexOf(names.get(column));
            sql.append(column == 0 ? "" : ", ")
                    .append(place < 0 ? "CAST(NULL AS VARCHAR)" : Sql.physical(place))
                    .append(" AS ")
                    .append(Sql.physical(column));
        }
        return sql.append(" FROM ").append(table.from()).toString();
    }
}
