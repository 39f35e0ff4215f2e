package io.watertight.code.knowledge;

/** What a step takes from many rows at once, so that each row of its result knows of the others. */
public enum Learns {
    /** Nothing: every row of the result depends on one row (or on constants) only. */
    NOTHING,
    /** A number or table for people to look at; a leak only when it flows on into a model: mean, corr, value_counts. */
    SUMMARY,
    /** Location and scale: standardisation, min-max, quantile and power transforms. */
    SCALE,
    /** Values in place of missing ones. */
    IMPUTE,
    /** Gaps take the value of the row before or after. */
    FILL,
    /** Which columns to keep. */
    SELECT,
    /** New axes: PCA, SVD, NMF, t-SNE, autoencoders. */
    PROJECT,
    /** Edges of bins. */
    DISCRETISE,
    /** Codes of categories: one-hot, ordinal, label, frequency. */
    ENCODE,
    /** A vocabulary and its weights. */
    VECTORISE,
    /** Groups of similar rows, or outliers among them. */
    CLUSTER,
    /** A statistic within groups of rows. */
    GROUP,
    /** A statistic of the target: target, weight-of-evidence, leave-one-out encodings. */
    TARGET,
    /** Values of neighbouring rows on both sides, or of all rows, in an order: smoothing, filters, decompositions. */
    SMOOTH,
    /** New rows made from several: oversampling. */
    RESAMPLE
}
