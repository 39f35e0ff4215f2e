package io.watertight.checks.target;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A way in which encoders draw the mean of a group towards the overall mean, the less the more rows a group has.
 *
 * @param formula what the encoder does, in words
 * @param strength its parameter: how many rows the overall mean is worth
 * @param agreeing rows of groups whose value is what the formula says
 * @param rows rows of all groups
 * @param luck log10 of the chance that as many groups agree by luck
 */
record Shrinkage(String formula, double strength, double agreeing, double rows, double luck) {

    /** Pairs of these largest groups are asked for the parameters of a formula. */
    private static final int LARGEST = 12;

    private static final double MOST_STRENGTH = 1e6;

    /** Where the plain means agree with nearly as many rows, nothing was smoothed, and the check target-encoded says so. */
    private static final double MORE = 0.05;

    /** A strength that leaves the means as they are is no smoothing. */
    private static final double LEAST_STRENGTH = 1e-3;

    /** The formula that most rows agree with; empty if none does better than the plain means. */
    static Optional<Shrinkage> of(EncodedGroups groups, double tolerance) {
        int[] largest = IntStream.range(0, groups.count())
                .filter(group -> groups.rows()[group] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(group -> -groups.rows()[group]))
                .limit(LARGEST)
                .mapToInt(Integer::intValue)
                .toArray();
        List<Shrinkage> tried = new ArrayList<>();
        tried.add(empirical(groups, tolerance));
        for (int first = 0; first < largest.length; first++) {
            for (int second = first + 1; second < largest.length; second++) {
                estimate(groups, largest[first], largest[second], tolerance).ifPresent(tried::add);
                sigmoid(groups, largest[first], largest[second], tolerance).ifPresent(tried::add);
            }
        }
        double plain = count(groups, "", 0, 0, groups::mean, tolerance).agreeing();
        return tried.stream()
                .max(Comparator.comparingDouble(Shrinkage::agreeing))
                .filter(best -> best.agreeing() > plain + MORE * best.rows());
    }

    /**
     * {@code (sum + m * prior) / (n + m)} (Micci-Barreca's m-estimate): for two groups {@code sum - n * value = m * value - m * prior} gives m
     * and the prior, whatever rows the prior was taken over.
     */
    private static Optional<Shrinkage> estimate(EncodedGroups groups, int first, int second, double tolerance) {
        double apart = groups.values()[first] - groups.values()[second];
        if (Math.abs(apart) <= 4 * tolerance) {
            return Optional.empty();
        }
        double m = (rest(groups, first) - rest(groups, second)) / apart;
        double shift = m * groups.values()[first] - rest(groups, first);
        double lowest = groups.prior() - 2 * Math.sqrt(groups.totalVariance());
        double highest = groups.prior() + 2 * Math.sqrt(groups.totalVariance());
        if (!(m >= LEAST_STRENGTH && m <= MOST_STRENGTH) || shift < m * lowest || shift > m * highest) {
            return Optional.empty();
        }
        return Optional.of(count(
                groups,
                "(sum + m * prior) / (n + m)",
                m,
                2,
                group -> (groups.sums()[group] + shift) / (groups.rows()[group] + m),
                tolerance));
    }

    private static double rest(EncodedGroups groups, int group) {
        return groups.sums()[group] - groups.rows()[group] * groups.values()[group];
    }

    /** The weight of a group's mean is {@code n / (n + variance within / variance overall)}: empirical Bayes, scikit-learn's "auto". */
    private static Shrinkage empirical(EncodedGroups groups, double tolerance) {
        double prior = groups.prior();
        double overall = groups.totalVariance();
        return count(
                groups,
                "the empirical Bayes estimate",
                groups.variance(0) / overall,
                0,
                group -> {
                    double weight = groups.rows()[group] * overall;
                    return prior + (groups.mean(group) - prior) * weight / (weight + groups.variance(group));
                },
                tolerance);
    }

    /** The weight of a group's mean is {@code 1 / (1 + exp((k - n) / f))} (Micci-Barreca's sigmoid, category_encoders' default). */
    private static Optional<Shrinkage> sigmoid(EncodedGroups groups, int first, int second, double tolerance) {
        double prior = groups.prior();
        double left = logit((groups.values()[first] - prior) / (groups.mean(first) - prior));
        double right = logit((groups.values()[second] - prior) / (groups.mean(second) - prior));
        double slope = (left - right) / (groups.rows()[first] - groups.rows()[second]);
        double offset = left - slope * groups.rows()[first];
        if (!(slope > 0 && slope < 1e3) || Double.isInfinite(offset)) {
            return Optional.empty();
        }
        return Optional.of(count(
                groups,
                "a sigmoid of the group's size",
                -offset / slope,
                2,
                group -> prior + (groups.mean(group) - prior) / (1 + Math.exp(-slope * groups.rows()[group] - offset)),
                tolerance));
    }

    private static double logit(double weight) {
        return Math.log(weight / (1 - weight));
    }

    private static Shrinkage count(
            EncodedGroups groups,
            String formula,
            double strength,
            int parameters,
            IntToDoubleFunction predicted,
            double tolerance) {
        double agreeing = 0;
        int agreeingGroups = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int group = 0; group < groups.count(); group++) {
            if (groups.rows()[group] > 0) {
                double value = groups.values()[group];
                lowest = Math.min(lowest, value);
                highest = Math.max(highest, value);
                // numbers solved from two rounded values carry their error, so three times the tolerance
                if (Math.abs(predicted.applyAsDouble(group) - value) <= 3 * tolerance) {
                    agreeing += groups.rows()[group];
                    agreeingGroups++;
                }
            }
        }
        double near = Math.min(1, 6 * tolerance / Math.max(1e-300, highest - lowest));
        double luck = Math.max(0, agreeingGroups - parameters) * Math.log10(near) + 2 * Math.log10(LARGEST);
        return new Shrinkage(formula, strength, agreeing, groups.allRows(), luck);
    }
}
