package io.watertight.core.statistic;

import java.util.List;

/**
 * How well a gradient-boosted model predicts the target from these features, out of fold, on the sample's training rows.
 *
 * @param features the columns it is given, sorted
 */
public record ReferenceModel(List<String> features) implements ModelStatistic<ModelScore> {

    public ReferenceModel {
        features = features.stream().sorted().distinct().toList();
    }
}
