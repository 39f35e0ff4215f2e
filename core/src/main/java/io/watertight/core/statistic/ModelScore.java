package io.watertight.core.statistic;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The out-of-fold score of a model.
 *
 * @param measure {@code AUC} (macro one-vs-rest for several classes) or {@code R2}
 * @param score in the unit of the measure
 * @param standardError of the score over the folds; descriptive, not a confidence interval
 * @param rows rows scored
 * @param gain share of the total split gain by feature, largest first; sums to 1 unless no split was made
 */
public record ModelScore(String measure, double score, double standardError, long rows, Map<String, Double> gain) {

    public ModelScore {
        gain = Collections.unmodifiableMap(new LinkedHashMap<>(gain));
    }
}
