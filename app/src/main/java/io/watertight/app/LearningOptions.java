package io.watertight.app;

import io.watertight.core.WatertightException;
import io.watertight.core.study.Lag;
import io.watertight.core.study.Words;
import io.watertight.ml.algorithm.external.ExternalCommand;
import io.watertight.ml.algorithm.formula.Formula;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.measure.Measure;
import io.watertight.ml.measure.Measures;
import io.watertight.ml.workflow.EvaluationWish;
import io.watertight.ml.workflow.LearnerKind;
import io.watertight.ml.workflow.Tuning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is fitted, and how it is judged. */
final class LearningOptions {

    @Option(
            names = "--learners",
            paramLabel = "NAME",
            description =
                    "Comma-separated or repeated: boosting, linear, lasso, forest, tree, neighbours, svm. By default"
                            + " boosting and linear. Baselines always run beside them.")
    List<String> learners = new ArrayList<>();

    @Option(
            names = "--tune",
            paramLabel = "HOW",
            description = "How settings are chosen inside each fold: grid (default), random, halving or none.")
    String tune = "grid";

    @Option(names = "--inner-folds", paramLabel = "N", description = "Folds for that choice; by default 3.")
    int innerFolds = 3;

    @Option(
            names = "--measure",
            paramLabel = "NAME",
            description = "AUC, log loss, Brier, accuracy, F1, MCC, R2, RMSE, MAE, ... The first one decides.")
    List<String> measures = new ArrayList<>();

    @Option(
            names = "--formula",
            paramLabel = "EXPR",
            description =
                    "A column or expression to which nothing is fitted, as a further baseline: 'age / (income + 1)'.")
    @Nullable
    String formula;

    @Option(
            names = "--fit",
            paramLabel = "COMMAND",
            description =
                    "A learner of your own: 'python fit.py {train} {test} {columns} {out}'. It never sees the outcome of"
                            + " the rows it scores.")
    @Nullable
    String fit;

    @Option(names = "--fit-limit", paramLabel = "TIME", description = "Ends such a command after so long: 10min.")
    String fitLimit = "10min";

    @Option(
            names = "--rows",
            paramLabel = "N",
            description = "Fit on about this many rows at most, drawn by a hash of their ids; by default 200000.")
    int rows = 200_000;

    EvaluationWish wish(ResamplingOptions split, MachineOptions machine) {
        if (innerFolds < 2 || innerFolds > 100) {
            throw new WatertightException(
                    "--inner-folds " + innerFolds + " is not a number from 2 to 100.", "leave it out: 3");
        }
        return new EvaluationWish(
                split.wish(),
                innerFolds,
                kinds(),
                own(),
                formula == null ? List.of() : List.of(new Formula(formula)),
                Words.read(Tuning.class, tune, "--tune"),
                judges(),
                machine.seed(),
                machine.fits());
    }

    /** The user's own learner, if a command was given. */
    List<Learner> own() {
        return fit == null
                ? List.of()
                : List.of(new ExternalCommand(
                        fit, Duration.ofSeconds(Lag.parse(fitLimit).seconds())));
    }

    /** Rows to read at most. */
    int rows() {
        if (rows < 50) {
            throw new WatertightException("--rows " + rows + " are too few to learn from.", "allow at least 50");
        }
        return rows;
    }

    private List<LearnerKind> kinds() {
        List<LearnerKind> kinds = WordList.of(learners).stream()
                .map(word -> Words.read(LearnerKind.class, word, "--learners"))
                .distinct()
                .toList();
        boolean usual = kinds.isEmpty() && fit == null;
        return usual ? List.of(LearnerKind.BOOSTING, LearnerKind.LINEAR) : kinds;
    }

    private List<Measure> judges() {
        return WordList.of(measures).stream().map(Measures::named).distinct().toList();
    }
}
