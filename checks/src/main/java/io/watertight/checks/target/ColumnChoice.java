package io.watertight.checks.target;

import io.watertight.checks.support.LabelledSample;
import io.watertight.core.numeric.Ranks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which columns are worth looking at in pairs. */
final class ColumnChoice {

    private ColumnChoice() {}

    /**
     * The numeric features that say most about the target on their own, but for those that say everything.
     *
     * @param most so many at most
     * @param everything a column that explains this share of the target alone needs no partner
     */
    static List<String> best(LabelledSample sample, int most, double everything) {
        List<String> names = sample.numericFeatures();
        double[] target = sample.target();
        Map<String, Double> shares = new LinkedHashMap<>();
        for (String name : names) {
            double[] numbers = sample.numbers(name);
            double correlation = Ranks.pearson(numbers, target);
            if (!Double.isNaN(correlation) && correlation * correlation < everything) {
                shares.put(name, correlation * correlation);
            }
        }
        return shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
