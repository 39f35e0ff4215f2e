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

    /** Tables that hold all columns against each other, the target too if it is there. */
    private static final Set<String> AMONG_COLUMNS = Set.of("corr", "cov");

    private Selections() {}

    /** Columns were held against each other alone: the target had been left out. */
    static boolean isAmongFeatures(StatisticLeaks.Leak leak) {
        return AMONG_COLUMNS.contains(leak.influence().what())
                && !leak.influence().supervised()
                && !leak.pairs().isEmpty()
                && leak.pairs().stream()
                        .allMatch(pair -> pair.fit()
                                .target()
                                .filter(target -> !target.origins().isEmpty()
                                        && leak.influence().dropped().containsAll(target.origins()))
                                .isPresent());
    }

    static boolean isFitted(Influence influence) {
        return FITTED.contains(influence.what());
    }

    static boolean isBlind(Influence influence) {
        return !influence.supervised() && BLIND.contains(influence.what());
    }
}
