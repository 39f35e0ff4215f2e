package io.watertight.core.statistic;

/** A question that needs a model; answered in memory on the sample, never by a scan. */
public sealed interface ModelStatistic<R> extends Statistic<R> permits ReferenceModel, DomainClassifier {}
