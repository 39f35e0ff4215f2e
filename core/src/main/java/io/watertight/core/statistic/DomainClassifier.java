package io.watertight.core.statistic;

import java.util.List;

/**
 * How well a gradient-boosted model tells test rows from training rows by these columns, out of fold, on the sample.
 *
 * @param features the columns it is given, sorted; order, id and time columns are left out by the caller
 */
public record DomainClassifier(List<String> features) implements ModelStatistic<ModelScore> {

    public DomainClassifier {
        features = features.stream().sorted().distinct().toList();
    }
}
