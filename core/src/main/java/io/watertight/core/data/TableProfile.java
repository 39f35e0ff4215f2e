package io.watertight.core.data;

import io.watertight.core.study.Part;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answer of the first scan.
 *
 * @param rows rows of the table, all parts together
 * @param partRows rows by part; only the parts that have rows
 * @param columns by name, in file order
 */
public record TableProfile(long rows, Map<Part, Long> partRows, Map<String, ColumnProfile> columns) {

    public TableProfile {
        partRows = Map.copyOf(partRows);
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** @throws IllegalArgumentException if there is no such column */
    public ColumnProfile column(String name) {
        ColumnProfile profile = columns.get(name);
        if (profile == null) {
            throw new IllegalArgumentException("no column '" + name + "' in the profile");
        }
        return profile;
    }

    public long rows(Part part) {
        return partRows.getOrDefault(part, 0L);
    }
}
