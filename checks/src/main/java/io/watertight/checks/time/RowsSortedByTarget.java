package io.watertight.checks.time;

import io.watertight.checks.support.Responses;
import io.watertight.checks.support.SerialDependence;
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
import io.watertight.core.numeric.Ranks;
import io.watertight.core.statistic.Sequence;
import io.watertight.core.statistic.SequenceReport;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A file sorted by the target: the row's number is the answer. */
@CheckInfo(
        id = "rows-sorted-by-target",
        title = "The row order gives the target away",
        category = Category.TEMPORAL,
        severity = Severity.WARNING,
        requires = {Need.TARGET, Need.ORDER})
public final class RowsSortedByTarget implements Check<Double> {

    private static final Sequence ORDER = new Sequence(Optional.empty());

    /** Fewer rows of the rarest class than this may lie together by luck. */
    private static final int LEAST_ROWS = 30;

    /** A few rows were added or moved after the sorting. */
    private static final double MOST_STRAYS = 0.02;

    private static final double MONOTONE = 0.95;

    /** For a number: its rank correlation with the row's position. */
    @Override
    public Double propose(StudyView view) {
        if (view.outcome().orElseThrow().isClasses()) {
            return 0.0;
        }
        double[] positions =
                Arrays.stream(view.sample().rowIds()).asDoubleStream().toArray();
        double correlation =
                Ranks.spearman(positions, Responses.of(view).columns().get(0));
        return Double.isNaN(correlation) ? 0.0 : correlation;
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Double correlation) {
        return view.outcome().orElseThrow().isClasses() ? Set.of(ORDER) : Set.of();
    }

    @Override
    public void evaluate(StudyView view, Double correlation, Statistics statistics, Findings findings) {
        String target = view.target().column();
        if (!view.outcome().orElseThrow().isClasses()) {
            findings.coverage(view.sample().coverage());
            if (Math.abs(correlation) >= MONOTONE && view.sample().rows() >= LEAST_ROWS) {
                findings.add(
                        draft(Math.abs(correlation), MONOTONE, "rank correlation of the target with the row's position")
                                .says(
                                        "The rows are sorted by %s: its rank correlation with the row's position is %.3f.",
                                        target, correlation)
                                .coverage(view.sample().coverage()));
            }
            return;
        }
        SerialDependence dependence = SerialDependence.of(statistics.get(ORDER), true);
        int classes = view.outcome().orElseThrow().classes();
        // Runs of a class in a random order: far more than classes, so two or three a class are no luck. A row out of
        // order
        // makes two more.
        long strays = Math.max(0, (dependence.runs() - classes + 1) / 2);
        boolean tidy = dependence.runs() <= 2L * classes
                || strays <= MOST_STRAYS * dependence.rows() && stretches(statistics.get(ORDER)) <= classes;
        if (dependence.rows() < LEAST_ROWS || !tidy || dependence.overall() < 0.7) {
            return;
        }
        findings.add(draft((double) dependence.runs(), 2.0 * classes, "stretches of one class")
                .says(
                        "The rows are sorted by %s: its %d classes lie in %d stretches of %,d rows. A split without shuffling tests on "
                                + "other classes than it trained on, and a row number among the features is the answer.",
                        target, classes, dependence.runs(), dependence.rows()));
    }

    /** Runs of blocks with the same most frequent class: long stretches that come again and again are no sorting. */
    private static int stretches(SequenceReport report) {
        int stretches = 0;
        int before = -1;
        for (double[] block : report.blocks()) {
            int largest = 0;
            for (int label = 1; label < block.length; label++) {
                largest = block[label] > block[largest] ? label : largest;
            }
            if (block.length > 0 && block[largest] > 0 && largest != before) {
                stretches++;
                before = largest;
            }
        }
        return stretches;
    }

    private static FindingDraft draft(double value, double threshold, String measure) {
        return FindingDraft.about(java.util.List.of(), Confidence.HIGH)
                .measured(measure, value, threshold)
                .fix(new Fix.Advice("shuffle before you split or cut folds, and give the model no row number"));
    }
}
