package io.watertight.checks.split;

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
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Scope;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Part;
import io.watertight.core.study.Task;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A test set too small to tell a good model from a middling one. */
@CheckInfo(
        id = "test-too-small",
        title = "The test set is too small to measure a score",
        category = Category.NO_TEST_SET,
        severity = Severity.WARNING,
        requires = {Need.TARGET, Need.SPLIT})
public final class TestTooSmall implements Check<Optional<CountWhere>> {

    /** The interval reaches this far to either side: a model of 0.80 may be one of 0.65. */
    private static final double TOO_WIDE = 0.15;

    /** The area and the accuracy at which the width is stated. */
    private static final double TYPICAL = 0.8;

    private static final double NORMAL = 1.96;

    @Override
    public Optional<CountWhere> propose(StudyView view) {
        return Optional.of(view.target())
                .filter(target -> target.task() == Task.BINARY)
                .map(target -> new CountWhere(
                        new Condition.IsOneOf(target.column(), List.of(target.positiveClass())), Scope.TEST));
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Optional<CountWhere> positives) {
        return positives.<Set<Statistic<?>>>map(Set::of).orElse(Set.of());
    }

    @Override
    public void evaluate(StudyView view, Optional<CountWhere> positives, Statistics statistics, Findings findings) {
        double rows = view.profile().rows(Part.TEST);
        double width = NORMAL * Math.sqrt(TYPICAL * (1 - TYPICAL) / rows);
        String measure = view.outcome().orElseThrow().isClasses() ? "accuracy" : "rank correlation";
        double ones = 0;
        if (positives.isPresent()) {
            ones = statistics.get(positives.get()).matched();
            width = NORMAL
                    * areaError(ones, (double) statistics.get(positives.get()).unmatched());
            measure = "AUC";
        } else if (!view.outcome().orElseThrow().isClasses()) {
            width = NORMAL / Math.sqrt(Math.max(1, rows - 3));
        }
        if (width <= TOO_WIDE) {
            return;
        }
        findings.add(FindingDraft.about(List.of(), Confidence.HIGH)
                .says(
                        "The test set has %,.0f rows%s: %s would be known to within %.2f at best.",
                        rows,
                        positives.isPresent()
                                ? String.format(java.util.Locale.ENGLISH, ", %.0f of them positive", ones)
                                : "",
                        measure,
                        Math.min(1, width))
                .measured("half width of a 95% interval", width, TOO_WIDE)
                .fact("testRows", rows)
                .fix(new Fix.Advice("use cross-validation, or set more rows aside")));
    }

    /** Standard error of an area of 0.8 (Hanley and McNeil, Radiology 143, 1982); 1 without both classes. */
    static double areaError(double ones, double zeros) {
        if (ones < 1 || zeros < 1) {
            return 1;
        }
        double area = TYPICAL;
        double first = area / (2 - area);
        double second = 2 * area * area / (1 + area);
        double variance = area * (1 - area) + (ones - 1) * (first - area * area) + (zeros - 1) * (second - area * area);
        return Math.sqrt(variance / (ones * zeros));
    }
}
