package io.watertight.ml.workflow;

import io.watertight.core.WatertightException;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Price;
import io.watertight.core.check.Severity;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.engine.Progress;
import io.watertight.core.split.PlanKind;
import io.watertight.core.split.Shape;
import io.watertight.core.split.SplitPlan;
import io.watertight.core.split.SplitPlans;
import io.watertight.core.split.SplitWish;
import io.watertight.core.study.Study;
import io.watertight.ml.evaluate.Evaluator;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.StudyData;
import io.watertight.ml.price.Design;
import io.watertight.ml.price.Pricing;
import io.watertight.ml.price.ReferenceLearner;
import io.watertight.ml.split.Splitters;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prices of an audit's findings: of columns on the folds that the study's purpose asks for, of splits against the split that would have
 * been made without the finding.
 *
 * @param study as audited
 * @param rows to fit on
 * @param learner the user's own; empty for the reference
 * @param seed of folds and fits
 * @param threads fits that run beside one another
 */
public record AuditPrices(Study study, ColumnBatch rows, Optional<Learner> learner, long seed, int threads) {

    /** Findings that are priced: each is a further set of fits. */
    private static final int MOST = 12;

    private static final Shape FOLDS = Shape.folds(5);

    /** Folds of two designs are compared over several seeds. */
    private static final int REPEATS = 3;

    /**
     * Prices by fingerprint. Only rows that are no test rows are used.
     *
     * @throws WatertightException if the study has no target or too few rows
     */
    public Map<String, Price> of(List<Finding> findings, Progress progress) {
        SplitPlan plan = SplitPlans.of(study, FOLDS).plan();
        Evaluator evaluator = new Workflow(study, EvaluationWish.usual(seed, threads))
                .evaluator(progress)
                .withCandidates(List.of())
                .withoutTrainingScores()
                .withRepeats(REPEATS);
        Learner reference = learner.orElseGet(
                () -> ReferenceLearner.standard(study.target().orElseThrow().task()));
        Design found = new Design("as found", StudyData.asFound(rows, study).dataset(), Splitters.of(plan));
        List<Finding> worth = findings.stream()
                .filter(finding ->
                        finding.severity() != Severity.INFO && finding.fix().orElse(null) instanceof Fix.ConfigEdit)
                .limit(MOST)
                .toList();
        return new Pricing(evaluator, reference, found, this::design).of(worth);
    }

    private Optional<Design> design(Fix.ConfigEdit edit) {
        return EditedStudy.of(study, edit).flatMap(edited -> {
            try {
                PlanKind kind = switch (edit.path()) {
                    case "group" -> PlanKind.GROUP;
                    default -> PlanKind.TIME;
                };
                SplitWish wish = SplitWish.of(kind, FOLDS).allowingToIgnore("group", "time");
                SplitPlan plan = SplitPlans.of(edited, wish).plan();
                return Optional.of(
                        new Design(edit.path(), StudyData.asFound(rows, edited).dataset(), Splitters.of(plan)));
            } catch (WatertightException impossible) {
                return Optional.empty();
            }
        });
    }
}
