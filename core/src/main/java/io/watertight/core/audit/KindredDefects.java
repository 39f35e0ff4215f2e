package io.watertight.core.audit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which rules about code name the deed that a check of data sees the traces of: {@code scaling-before-split} leaves what
 * {@code scaled-before-split} finds. Two that are not listed here are two stories, however alike they sound.
 */
public final class KindredDefects {

    private static final List<String> ENCODINGS =
            List.of("target-encoding-before-split", "target-statistic", "group-statistic-before-split");

    private static final List<String> GROUPS = List.of("group-ignored");

    private static final List<String> TIMES = List.of("shuffled-time-split", "shuffled-windows");

    private static final List<String> COPIES = List.of("copies-across-split", "oversampling-outside-folds");

    /** Rules by check. Ids, because core knows neither; a test of the program holds them against the catalogues. */
    private static final Map<String, List<String>> BY_CHECK = table(
            Map.entry("scaled-before-split", List.of("scaling-before-split")),
            Map.entry("rank-transformed-before-split", List.of("scaling-before-split", "discretisation-before-split")),
            Map.entry("imputed-before-split", List.of("imputation-before-split")),
            Map.entry("rotated-before-split", List.of("projection-before-split")),
            Map.entry("target-encoded", ENCODINGS),
            Map.entry("smoothed-target-encoding", ENCODINGS),
            Map.entry("oversampled-before-split", COPIES),
            Map.entry("duplicate-rows-across-split", COPIES),
            Map.entry("duplicate-rows", COPIES),
            Map.entry("near-duplicate-rows", COPIES),
            Map.entry("near-copies", COPIES),
            Map.entry("id-overlap", COPIES),
            Map.entry("group-overlap", GROUPS),
            Map.entry("group-in-random-split", GROUPS),
            Map.entry("undeclared-group", GROUPS),
            Map.entry("undeclared-composite-group", GROUPS),
            Map.entry("shuffled-time-series", TIMES),
            Map.entry("time-overlap", TIMES),
            Map.entry("model-prediction", List.of("stacking-on-in-sample-predictions")));

    private KindredDefects() {}

    @SafeVarargs
    private static Map<String, List<String>> table(Map.Entry<String, List<String>>... lines) {
        Map<String, List<String>> table = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> line : lines) {
            table.put(line.getKey(), line.getValue());
        }
        return table;
    }

    /** Whether a check of data and a rule about code speak of one defect, seen from two sides. */
    static boolean areKin(String check, String rule) {
        return BY_CHECK.getOrDefault(check, List.of()).contains(rule);
    }

    /** Ids of the checks of data that have kin among the rules about code. */
    public static Set<String> checks() {
        return new LinkedHashSet<>(BY_CHECK.keySet());
    }

    /** Ids of the rules about code that have kin among the checks of data. */
    public static Set<String> rules() {
        Set<String> rules = new LinkedHashSet<>();
        BY_CHECK.values().forEach(rules::addAll);
        return rules;
    }
}
