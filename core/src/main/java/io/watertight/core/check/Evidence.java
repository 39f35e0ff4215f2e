package io.watertight.core.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a check says so; enough to disagree.
 *
 * @param measure what was measured, in words
 * @param value the measured value
 * @param threshold the value it is judged by
 * @param facts further numbers and words by name, in order; never cell values
 * @param values cell values by name: shown only when the user allows it
 * @param rows ids of example rows, at most ten
 * @param rowGroups example groups of rows that belong together, at most ten
 * @param coverage share of the rows that the evidence rests on
 * @param flow for code, the way from the source to the model, in order
 */
public record Evidence(
        String measure,
        double value,
        double threshold,
        Map<String, Object> facts,
        Map<String, String> values,
        List<Long> rows,
        List<List<Long>> rowGroups,
        double coverage,
        List<FlowStep> flow) {

    /** The measure of a relation that is to hold in every row. */
    public static final String EXCEPTIONS = "rows that are exceptions";

    /** Evidence from data. */
    public Evidence(
            String measure,
            double value,
            double threshold,
            Map<String, Object> facts,
            Map<String, String> values,
            List<Long> rows,
            List<List<Long>> rowGroups,
            double coverage) {
        this(measure, value, threshold, facts, values, rows, rowGroups, coverage, List.of());
    }

    public Evidence {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        rows = List.copyOf(rows);
        rowGroups = List.copyOf(rowGroups);
        flow = List.copyOf(flow);
    }

    /** Whether it is about a relation in all rows, and not in some of them or on average. */
    public boolean isOfAllRows() {
        return measure.equals(EXCEPTIONS);
    }
}
