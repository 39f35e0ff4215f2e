package io.watertight.ml.price;

import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Price;
import io.watertight.ml.evaluate.Comparison;
import io.watertight.ml.evaluate.Evaluation;
import io.watertight.ml.evaluate.Evaluator;
import io.watertight.ml.evaluate.FoldResult;
import io.watertight.ml.evaluate.Interval;
import io.watertight.ml.evaluate.LearnerResult;
import io.watertight.ml.learn.Learner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Prices findings whose fix is an edit of the study: what the score was as found, less what it is after the fix. Columns are taken away
 * on the same rows and folds, paired. A new split has other folds: both designs are scored on the rows they have in common, unpaired.
 * Thread-safe if the designs are.
 *
 * @param evaluator with baselines, seed, threads and, for splits, repeats
 * @param learner the reference, or the user's own
 * @param asFound the study as it was audited
 * @param designs the study after an edit that changes its split ({@code group}, {@code time}, {@code purpose}); empty if it cannot be
 *     made
 */
public record Pricing(
        Evaluator evaluator, Learner learner, Design asFound, Function<Fix.ConfigEdit, Optional<Design>> designs) {

    private static final String AS_FOUND = "as found";

    /** Prices by fingerprint, of the findings that have one. */
    public Map<String, Price> of(List<Finding> findings) {
        Map<String, Price> prices = new LinkedHashMap<>();
        Map<String, List<String>> off = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (finding.fix().isPresent() && finding.fix().get() instanceof Fix.ConfigEdit edit) {
                if (edit.path().equals("ignore")) {
                    List<String> columns = edit.values().stream()
                            .filter(asFound.dataset().featureNames()::contains)
                            .toList();
                    if (!columns.isEmpty()) {
                        off.put(finding.fingerprint(), columns);
                    }
                } else {
                    designs.apply(edit).ifPresent(design -> prices.put(finding.fingerprint(), ofSplit(design)));
                }
            }
        }
        if (!off.isEmpty()) {
            prices.putAll(ofColumns(off));
        }
        return prices;
    }

    private Map<String, Price> ofColumns(Map<String, List<String>> off) {
        List<Learner> learners = new ArrayList<>();
        learners.add(new ColumnsOff(AS_FOUND, learner, List.of()));
        off.values().stream()
                .distinct()
                .forEach(columns -> learners.add(new ColumnsOff(name(columns), learner, columns)));
        Evaluation evaluation = evaluator
                .withSplitter(asFound.splitter())
                .withCandidates(learners)
                .evaluate(asFound.dataset());
        Map<String, Price> prices = new LinkedHashMap<>();
        off.forEach((fingerprint, columns) -> prices.put(fingerprint, paired(evaluation, name(columns))));
        return prices;
    }

    private static String name(List<String> columns) {
        return "without '" + String.join("', '", columns) + "'";
    }

    private static Price paired(Evaluation evaluation, String name) {
        LearnerResult before = evaluation.learner(AS_FOUND);
        LearnerResult after = evaluation.learner(name);
        Comparison comparison = evaluation.compare(before, after);
        Interval worth = comparison.gain();
        String note = switch (comparison.result()) {
            case BETTER -> "";
            case WORSE -> "The model is better without.";
            case NO_DIFFERENCE -> "Not distinguishable from zero: other columns may tell the same.";
            case UNKNOWN -> why(after);
        };
        return new Price(
                evaluation.primary().name(),
                evaluation.interval(before).value(),
                evaluation.interval(after).value(),
                worth.value(),
                worth.low(),
                worth.high(),
                true,
                note);
    }

    private static String why(LearnerResult after) {
        return after.failed().stream()
                .map(FoldResult.Failed::reason)
                .findFirst()
                .orElse("There are too few folds for an interval.");
    }

    /** What the split as found flatters the learner by, on rows that both designs hold out. */
    private Price ofSplit(Design fixed) {
        SplitComparison comparison = SplitComparison.of(evaluator, learner, List.of(asFound, fixed));
        Set<Long> common = comparison.common();
        // Rows depend on one another as the fix says, whatever the design as found knew.
        Interval before = common(comparison.rows().get(0), common, fixed);
        Interval after = common(comparison.rows().get(1), common, fixed);
        Interval worth = Unpaired.gain(comparison.rows().get(0).evaluation().primary(), before, after);
        return new Price(
                comparison.rows().get(0).evaluation().primary().name(),
                before.value(),
                after.value(),
                worth.value(),
                worth.low(),
                worth.high(),
                false,
                comparison.sentences().get(0));
    }

    private Interval common(SplitComparison.Row row, Set<Long> rows, Design fixed) {
        Evaluation common = row.evaluation().onRows(rows, fixed.dataset());
        return common.interval(common.learner(learner.name()));
    }
}
