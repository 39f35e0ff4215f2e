package io.watertight.core.data;

import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Part;
import java.util.Map;

/**
 * What a scan of all rows says about one column.
 *
 * @param name the column
 * @param type how its values are read
 * @param integral whether all numbers are whole
 * @param all over all rows
 * @param parts by part; only the parts that have rows
 */
public record ColumnProfile(
        String name, ColumnType type, boolean integral, PartProfile all, Map<Part, PartProfile> parts) {

    public ColumnProfile {
        parts = Map.copyOf(parts);
    }

    /** Whether no value is repeated, as far as an approximate count can tell. */
    public boolean looksUnique() {
        return all.present() > 0 && all.distinct() >= 0.9 * all.present();
    }
}
