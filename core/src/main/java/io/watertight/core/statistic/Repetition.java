package io.watertight.core.statistic;

import java.util.List;

/**
 * Rows that agree in all these columns (missing equals missing): duplicates when the columns are all of the table, groups when
 * they are a key.
 *
 * @param columns the key
 */
public record Repetition(List<String> columns) implements Statistic<RepetitionReport> {

    public Repetition {
        columns = List.copyOf(columns);
    }
}
