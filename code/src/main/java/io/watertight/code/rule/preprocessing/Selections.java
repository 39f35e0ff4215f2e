package io.watertight.code.rule.preprocessing;

import io.watertight.code.value.Influence;
import java.util.Set;

/** Tells choices of features that look at the target from those that cannot. */
final class Selections {

    /** Counts and spreads of a column by itself say nothing about the target. */
    private static final Set<String> BLIND = Set.of(
            "nunique",
            "isnull",
            "isna",
            "notnull",
            "notna",
            "count",
            "sum",
            "mean",
            "std",
            "var",
            "skew",
            "value_counts",
            "max",
            "min",
            "median",
            "unique",
            "size",
            "describe",
            "kurtosis",
            "mode",
            "any",
            "all",
            "DropConstantFeatures",
            "DropDuplicateFeatures",
            "VarianceThreshold(0)");

    /** Selectors without labels that are fitted: they learn a spread or a correlation, as a scaler learns a mean. */
    private static final Set<String> FITTED = Set.of("VarianceThreshold", "DropCorrelatedFeatures");

    private Selections() {}

    static boolean isFitted(Influence influence) {
        return FITTED.contains(influence.what());
    }

    static boolean isBlind(Influence influence) {
        return !influence.supervised() && BLIND.contains(influence.what());
    }
}
