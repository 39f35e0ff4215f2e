package io.watertight.core.statistic;

import java.util.List;

/**
 * The answer to {@link CountWhere}.
 *
 * @param rows rows in the scope
 * @param defined rows where the condition is true or false
 * @param matched rows where it is true
 * @param definedByClass {@code defined} by class, in the order of the target's classes; for regression by fifth of the target;
 *     empty without a target. Rows without a target are in none
 * @param matchedByClass {@code matched} likewise
 * @param examples ids of up to ten matching rows, smallest first
 */
public record Tally(
        long rows, long defined, long matched, long[] definedByClass, long[] matchedByClass, List<Long> examples) {

    public Tally {
        examples = List.copyOf(examples);
    }

    public long unmatched() {
        return defined - matched;
    }
}
