package io.watertight.checks.target;

import io.watertight.checks.support.Decimals;
import io.watertight.checks.support.Levels;
import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Need;
import io.watertight.core.check.Severity;
import io.watertight.core.check.StudyView;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Column;
import io.watertight.core.study.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A number that is the mean of the target within groups, drawn towards the overall mean, the rows' own targets included. */
@CheckInfo(
        id = "smoothed-target-encoding",
        title = "A column is the target's smoothed mean within groups",
        category = Category.PREPROCESSING,
        severity = Severity.ERROR,
        requires = {Need.TARGET, Need.FEATURES})
public final class SmoothedTargetEncoding implements Check<List<SmoothedTargetEncoding.Smoothed>> {

    private static final double AGREE = 0.98;

    /** Levels that happen to have one mean are one group when the key is not there any more. */
    private static final double AGREE_WITHOUT_KEY = 0.9;

    private static final double LUCK = -9;
    private static final int FEWEST_ROWS = 50;
    private static final int MOST_KEYS = 60;
    private static final double FINEST = 1e-9;

    /**
     * A column of smoothed means.
     *
     * @param value the column
     * @param key the column that forms the groups; the value itself when none does
     * @param everything whether the means are over training and test rows together
     * @param shrinkage how they are drawn to the overall mean
     */
    public record Smoothed(String value, String key, boolean everything, Shrinkage shrinkage) {}

    @Override
    public List<Smoothed> propose(StudyView view) {
        List<Smoothed> found = new ArrayList<>();
        // A group's sum is exact in a complete sample only.
        if (!view.sample().isComplete() || view.sample().rows() < FEWEST_ROWS) {
            return found;
        }
        ColumnBatch sample = view.sample();
        int[] all = IntStream.range(0, sample.rows()).toArray();
        Map<String, Levels> keys = new LinkedHashMap<>();
        for (Column column : view.study().describing()) {
            if (keys.size() < MOST_KEYS && sample.has(column.name()) && (column.isCategorical() || column.integral())) {
                Levels.of(sample.column(column.name()), all, all.length / 2)
                        .ifPresent(levels -> keys.put(column.name(), levels));
            }
        }
        List<double[]> targets = EncodedTargets.of(view);
        for (Column column : view.study().features()) {
            if (column.isNumber() && !column.integral() && sample.has(column.name())) {
                Levels.of(sample.column(column.name()), all, all.length / 2)
                        .flatMap(own -> search(view, column.name(), own, keys, targets))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Smoothed> search(
            StudyView view, String value, Levels own, Map<String, Levels> keys, List<double[]> targets) {
        double[] numbers = view.sample().numbers(value);
        double tolerance = Math.max(FINEST, 1.02 * Decimals.errorOfValue(Decimals.most(numbers)));
        Map<String, Levels> all = new LinkedHashMap<>(keys);
        all.put(value, own);
        for (double[] target : targets) {
            for (boolean everything : view.study().hasSplit() ? new boolean[] {true, false} : new boolean[] {true}) {
                double[] counted = everything ? target : EncodedTargets.training(view.sample(), target);
                for (Map.Entry<String, Levels> key : all.entrySet()) {
                    double enough = key.getKey().equals(value) ? AGREE_WITHOUT_KEY : AGREE;
                    Optional<Shrinkage> shrinkage = EncodedGroups.of(key.getValue(), numbers, counted)
                            .flatMap(groups -> Shrinkage.of(groups, tolerance))
                            .filter(one -> one.agreeing() >= enough * one.rows() && one.luck() <= LUCK);
                    if (shrinkage.isPresent()) {
                        return Optional.of(new Smoothed(value, key.getKey(), everything, shrinkage.get()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<Smoothed> candidates) {
        return Set.of();
    }

    @Override
    public void evaluate(StudyView view, List<Smoothed> candidates, Statistics statistics, Findings findings) {
        findings.coverage(view.sample().isComplete() ? 1 : 0);
        boolean split = view.profile().rows(Part.TEST) > 0;
        for (Smoothed one : candidates) {
            Shrinkage shrinkage = one.shrinkage();
            findings.add(FindingDraft.about(one.value(), Confidence.HIGH)
                    .severity(split && !one.everything() ? Severity.WARNING : Severity.ERROR)
                    .says(
                            "%s is the mean of %s by %s, smoothed as %s, over %s with each row's own target in it (%,.0f of %,.0f rows "
                                    + "agree in all digits).",
                            one.value(),
                            view.target().column(),
                            one.key().equals(one.value()) ? "groups that share its value" : one.key(),
                            shrinkage.formula(),
                            !split
                                    ? "all rows"
                                    : one.everything() ? "training and test rows together" : "training rows",
                            shrinkage.agreeing(),
                            shrinkage.rows())
                    .measured(
                            "share of rows equal to the smoothed mean", shrinkage.agreeing() / shrinkage.rows(), AGREE)
                    .fact("strength", shrinkage.strength())
                    .fact("log10OfTheChance", shrinkage.luck())
                    .fix(new Fix.Advice("encode inside each fold of the training rows (cross-fitting)")));
        }
    }
}
