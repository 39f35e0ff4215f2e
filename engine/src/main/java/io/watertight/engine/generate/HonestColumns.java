package io.watertight.engine.generate;

import io.watertight.engine.generate.Sketch.Disturbance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Columns that are no leaks: graded features of known weight, noise, gaps that say nothing, in mixed types. */
final class HonestColumns {

    /** Kinds of columns, in turn. */
    private enum Kind {
        AMOUNT,
        MEASURE,
        COUNT,
        LEVEL,
        FLAG,
        GAPPED,
        CODE,
        BORN
    }

    /** Of standardised features; a feature beyond these is noise. The first alone reaches an AUC of about 0.7. */
    private static final double[] WEIGHTS = {1.1, 0.8, 0.6, 0.6, 0.4, 0.4, 0, 0.2, 0.2, 0.1, 0.1};

    /** Standardises a uniform draw. */
    private static final String SPREAD = "3.4641016151377544e0";

    private final Sketch sketch;
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final Map<String, Double> weights = new LinkedHashMap<>();
    private boolean disturbedOne;

    HonestColumns(Sketch sketch, int count) {
        this.sketch = sketch;
        for (int index = 0; index < count; index++) {
            add(index, Kind.values()[index % Kind.values().length], index < WEIGHTS.length ? WEIGHTS[index] : 0);
        }
    }

    Map<String, String> columns() {
        return columns;
    }

    /** By column. */
    Map<String, Double> weights() {
        return weights;
    }

    private void add(int index, Kind kind, double weight) {
        String name = kind.name().toLowerCase(java.util.Locale.ROOT) + "_" + (index + 1);
        String draw = sketch.term("u_" + name, sketch.uniform(name));
        String bell = Sketch.bell(draw);
        String spread = "((" + draw + " - 0.5e0) * " + SPREAD + ")";
        switch (kind) {
            case AMOUNT -> put(name, disturbed("round(100e0 * exp(0.6e0 * " + bell + "), 2)", 2), bell, weight);
            case MEASURE -> put(name, disturbed("round(" + bell + ", 4)", 4), bell, weight);
            case COUNT -> put(name, "CAST(floor(" + draw + " * 200) AS INTEGER)", spread, weight);
            case LEVEL ->
                put(
                        name,
                        pick(draw, List.of("amber", "blue", "coral", "green", "ivory", "plum", "red")),
                        spread,
                        weight);
            case FLAG ->
                put(name, "(" + draw + " > 0.7e0)", "(CAST(" + draw + " > 0.7e0 AS INTEGER) - 0.3e0) * 2.18e0", weight);
            case GAPPED -> {
                String gap = sketch.uniform(name + ".gap") + " < 0.08e0";
                String there = sketch.term("g_" + name, "CASE WHEN " + gap + " THEN NULL ELSE " + bell + " END");
                put(
                        name,
                        disturbed("round(50e0 + 12e0 * " + there + ", 3)", 3),
                        "coalesce(" + there + ", 0e0)",
                        weight);
            }
            case CODE ->
                put(name, "'k' || CAST(CAST(floor(" + draw + " * 500) AS INTEGER) + 1000 AS VARCHAR)", spread, weight);
            case BORN -> put(name, "DATE '1950-01-01' + CAST(floor(" + draw + " * 18000) AS INTEGER)", spread, weight);
        }
    }

    private void put(String name, String expression, String standardised, double weight) {
        columns.put(name, expression);
        weights.put(name, weight);
        if (weight != 0) {
            sketch.pull(sketch.dialect().number(weight) + " * " + standardised);
        }
    }

    private static String pick(String draw, List<String> words) {
        String list = String.join("', '", words);
        return "list_value('" + list + "')[1 + CAST(floor(" + draw + " * " + words.size() + ") AS INTEGER)]";
    }

    private String disturbed(String number, int digits) {
        String result = number;
        for (Disturbance disturbance : sketch.disturbances()) {
            if (disturbance.all() || !disturbedOne) {
                result = "CASE WHEN " + disturbance.condition() + " THEN round("
                        + disturbance.change().apply(number) + ", " + digits + ") ELSE " + result + " END";
            }
        }
        disturbedOne = true;
        return result;
    }
}
