package io.watertight.core.statistic;

import java.util.List;

/** A question that needs a model; answered in memory on the sample, never by a scan. */
public sealed interface ModelStatistic<R> extends Statistic<R> permits ReferenceModel, DomainClassifier {

    /** The columns the model is given, sorted by name. */
    List<String> features();
}
