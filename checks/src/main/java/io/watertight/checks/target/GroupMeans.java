package io.watertight.checks.target;

import io.watertight.checks.support.LabelledSample;
import io.watertight.core.numeric.Ranks;
import io.watertight.core.statistic.TargetMeans;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Proposes columns that may be means of the target within the groups of another column, or of their own values. */
final class GroupMeans {

    private static final int MOST_CANDIDATES = 20;

    /** A column of means has values between the extremes of the target, and more than a handful. */
    private static final int FEWEST_MEANS = 3;

    /** Rows whose key occurs again. */
    private static final double REPEATED = 0.2;

    /** Correlation of a value with its group's mean over the sample, which holds only some rows of a group. */
    private static final double CORRELATED = 0.7;

    /**
     * Squared standard errors between a value and its group's mean over the sample, on average; 1 is expected of means over all rows.
     * Where large groups differ by little more than luck, the sample's means do not go with theirs, but still lie this near.
     */
    private static final double NEAR = 1.5;

    /** Smaller groups are near to anything. */
    private static final int LARGE = 20;

    private final LabelledSample sample;
    private final double lowest;
    private final double highest;

    private GroupMeans(LabelledSample sample) {
        this.sample = sample;
        this.lowest = Arrays.stream(sample.target()).min().orElse(0);
        this.highest = Arrays.stream(sample.target()).max().orElse(0);
    }

    static List<TargetMeans> search(LabelledSample sample) {
        GroupMeans search = new GroupMeans(sample);
        List<String> values =
                sample.numericFeatures().stream().filter(search::isBetween).toList();
        List<TargetMeans> found = new ArrayList<>();
        if (values.isEmpty()) {
            return found;
        }
        List<String> keys = sample.features(column -> column.isCategorical() || column.integral());
        Map<String, int[]> groups = new LinkedHashMap<>();
        for (String key : keys) {
            sample.levels(key, sample.size()).ifPresent(levels -> groups.put(key, levels.codes()));
        }
        for (String value : values) {
            double[] numbers = sample.numbers(value);
            groups.forEach((key, codes) -> {
                if (!key.equals(value) && search.mayBeMeans(codes, numbers)) {
                    found.add(new TargetMeans(key, value));
                }
            });
            sample.levels(value, sample.size() * 9 / 10)
                    .filter(levels -> search.mayBeMeans(levels.codes(), numbers))
                    .ifPresent(levels -> found.add(new TargetMeans(value, value)));
        }
        return found.stream().limit(MOST_CANDIDATES).toList();
    }

    private boolean isBetween(String column) {
        double[] numbers = sample.numbers(column);
        double[] inside = Arrays.stream(numbers)
                .filter(value -> value > lowest && value < highest)
                .distinct()
                .limit(FEWEST_MEANS)
                .toArray();
        return inside.length == FEWEST_MEANS
                && Arrays.stream(numbers).anyMatch(value -> !Double.isNaN(value) && value != Math.rint(value))
                && Arrays.stream(numbers)
                        .allMatch(value -> Double.isNaN(value) || (value >= lowest && value <= highest));
    }

    /** Whether the value hardly varies within group and target, and goes with the group's mean. */
    private boolean mayBeMeans(int[] codes, double[] numbers) {
        int groups = Arrays.stream(codes).max().orElse(-1) + 1;
        double[] rows = new double[groups];
        double[] sums = new double[groups];
        double[] first = new double[groups];
        Arrays.fill(first, Double.NaN);
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] >= 0 && !Double.isNaN(numbers[row])) {
                rows[codes[row]]++;
                sums[codes[row]] += sample.target()[row];
                first[codes[row]] = Double.isNaN(first[codes[row]]) ? numbers[row] : first[codes[row]];
            }
        }
        long repeated = 0;
        long varied = 0;
        long moved = 0;
        double[] means = new double[codes.length];
        double[] values = new double[codes.length];
        for (int row = 0; row < codes.length; row++) {
            boolean counts = codes[row] >= 0 && !Double.isNaN(numbers[row]) && rows[codes[row]] > 1;
            means[row] = counts ? sums[codes[row]] / rows[codes[row]] : Double.NaN;
            values[row] = counts ? numbers[row] : Double.NaN;
            repeated += counts ? 1 : 0;
            // leaving a row out moves its mean by at most the spread of the target over the others
            double slack = counts ? 1.01 * (highest - lowest) / Math.max(1, rows[codes[row]] - 1) : 0;
            moved += counts && numbers[row] != first[codes[row]] ? 1 : 0;
            varied += counts && Math.abs(numbers[row] - first[codes[row]]) > slack ? 1 : 0;
        }
        return repeated >= REPEATED * codes.length
                && varied <= 0.05 * repeated
                && (Ranks.pearson(means, values) >= CORRELATED || moved == 0 && areNear(rows, sums, first));
    }

    private boolean areNear(double[] rows, double[] sums, double[] values) {
        double[] target = sample.target();
        double mean = Arrays.stream(target).average().orElse(0);
        double variance = Arrays.stream(target)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        double squares = 0;
        int groups = 0;
        for (int group = 0; group < rows.length; group++) {
            if (rows[group] >= LARGE) {
                double distance = sums[group] / rows[group] - values[group];
                squares += distance * distance * rows[group] / variance;
                groups++;
            }
        }
        return groups > FEWEST_MEANS && squares <= NEAR * groups;
    }
}
