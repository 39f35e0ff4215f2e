package io.watertight.app;

import io.watertight.app.report.EvaluationReport;
import io.watertight.app.report.EvaluationSheet;
import io.watertight.core.WatertightException;
import io.watertight.core.audit.StudyRows;
import io.watertight.core.engine.Progress;
import io.watertight.core.report.Numbers;
import io.watertight.core.study.Declaration;
import io.watertight.ml.evaluate.Evaluation;
import io.watertight.ml.evaluate.LabelPermutation;
import io.watertight.ml.evaluate.LearningCurve;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.StudyData;
import io.watertight.ml.workflow.EvaluationWish;
import io.watertight.ml.workflow.LearnerKind;
import io.watertight.ml.workflow.ModelRecipe;
import io.watertight.ml.workflow.Workflow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Evaluates learners on a table by nested resampling. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = "watertight evaluate [FILE...] [--target COL] [OPTIONS]",
        header = "Says how well the target can be predicted, by a split that fits the purpose.",
        description = "%nBaselines first, settings chosen inside each fold, intervals that know that folds share rows."
                + " A declared group or time decides the split; it is never ignored silently.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:wrong use, or data that cannot be evaluated", "130:cancelled"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  watertight evaluate loans.csv --target default --group customer --time issued",
            "  watertight evaluate mtcars.csv --target mpg --learners linear,lasso --repeats 10",
            "  watertight evaluate loans.csv --target default --plan random --allow-ignoring group",
            "  watertight evaluate loans.csv --target default --info-sheet sheet.md",
            "  watertight evaluate                              the study in study.yml"
        })
final class EvaluateCommand implements Callable<Integer> {

    private final Shell shell;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "CSV, TSV, Parquet, JSON, ARFF or Excel; a folder, a glob, or '-' for standard input."
                    + " Without it: the study in study.yml.")
    List<String> data = new ArrayList<>();

    @Option(names = "--study", paramLabel = "FILE", description = "A study file other than ./study.yml.")
    @Nullable
    String study;

    @ArgGroup(validate = false, heading = "%nThe study:%n")
    StudyOptions about = new StudyOptions();

    @ArgGroup(validate = false, heading = "%nThe split:%n")
    ResamplingOptions split = new ResamplingOptions();

    @ArgGroup(validate = false, heading = "%nLearning:%n")
    LearningOptions learning = new LearningOptions();

    @Option(names = "--curve", description = "Also the best learner's score by the number of rows it is fitted on.")
    boolean curve;

    @Option(
            names = "--permutations",
            paramLabel = "N",
            description =
                    "Also the best learner on outcomes dealt anew, N times: whether its score is luck. 19 for p = 0.05.")
    int permutations;

    @Option(
            names = "--save-model",
            paramLabel = "FILE",
            description =
                    "Write the best learner's recipe, to be assessed on the test set: watertight assess --model FILE.")
    @Nullable
    String saveModel;

    @Option(
            names = "--info-sheet",
            paramLabel = "FILE",
            description = "Audit the same study too, and write a model info sheet filled by the run: .md or .html.")
    @Nullable
    String infoSheet;

    @ArgGroup(validate = false, heading = "%nReading delimited text:%n")
    ReadingOptions reading = new ReadingOptions();

    @ArgGroup(validate = false, heading = "%nThe report:%n")
    SheetOptions sheet = new SheetOptions();

    @ArgGroup(validate = false, heading = "%nThe run:%n")
    MachineOptions machine = new MachineOptions();

    EvaluateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        StudySource source = StudySource.named(data, Optional.ofNullable(study), shell);
        Declaration declaration = about.applyTo(source.base(), shell);
        SheetOutput output = sheet.plan("evaluation", declaration.data(), shell, machine.quiet);
        EvaluationWish wish = learning.wish(split, machine);
        requirePermutations();
        Optional.ofNullable(saveModel).ifPresent(file -> requireSavable(file, declaration, wish));
        Optional<InfoSheetRun> info =
                Optional.ofNullable(infoSheet).map(file -> InfoSheetRun.to(file, source, declaration, shell));
        EvaluationReport report =
                machine.withProgress(shell, progress -> evaluate(declaration, wish, source, info, progress));
        EvaluationSheet written = new EvaluationSheet(report);
        output.write(written.sheet(), written::json);
        if (!machine.quiet) {
            info.ifPresent(sheet -> shell.note("Written: " + sheet.file()));
        }
        return ExitCode.OK;
    }

    private EvaluationReport evaluate(
            Declaration declaration,
            EvaluationWish wish,
            StudySource source,
            Optional<InfoSheetRun> info,
            Progress progress) {
        StudyRows rows =
                StudyReading.of(shell, machine.reading(reading), progress).read(declaration, learning.rows());
        if (saveModel != null) {
            requireAll(rows);
        }
        StudyData data = StudyData.of(rows.rows(), rows.view().study());
        new TestSetEntry(shell, source.folder(), machine.quiet).lock(declaration, rows);
        Workflow workflow = new Workflow(rows.view().study(), wish);
        Evaluation evaluation = workflow.evaluate(data.dataset(), progress);
        if (saveModel != null) {
            save(evaluation, wish, data, saveModel);
        }
        EvaluationReport report = new EvaluationReport(
                ReportOutput.nameOf(declaration.data()),
                rows.view(),
                rows.rows().totalRows(),
                data.dataset().rows(),
                data.vault().map(vault -> vault.rows()).orElse(0),
                data.withoutTarget(),
                workflow.split(),
                evaluation,
                data.tooLate(),
                data.notYetKnown(),
                further(workflow, evaluation, data, progress),
                Version.read());
        info.ifPresent(sheet -> sheet.write(report, declaration, rows, data, wish, machine.reading(reading), progress));
        return report;
    }

    /** What takes many more fits, and is done when asked for. */
    private List<String> further(Workflow workflow, Evaluation evaluation, StudyData data, Progress progress) {
        Optional<Learner> best = evaluation
                .best()
                .flatMap(winner -> workflow.candidates().stream()
                        .filter(candidate -> candidate.name().equals(winner.name()))
                        .findFirst());
        List<String> sentences = new ArrayList<>();
        if (best.isPresent() && curve) {
            LearningCurve grown = LearningCurve.of(workflow.evaluator(progress), best.get(), data.dataset());
            grown.points()
                    .forEach(point -> sentences.add("Fitted on " + Numbers.of(point.rows(), "row") + ": "
                            + evaluation.primary().name() + " " + point.score().text() + "."));
            sentences.add(grown.sentence());
        }
        if (best.isPresent() && permutations > 0) {
            sentences.add(LabelPermutation.of(workflow.evaluator(progress), best.get(), data.dataset(), permutations)
                    .sentence());
        }
        return sentences;
    }

    private void requirePermutations() {
        if (permutations < 0 || permutations > 100_000) {
            throw new WatertightException(
                    "--permutations " + permutations + " is not a number from 0 to 100000.", "ask for 19 or 99");
        }
    }

    /** What is known to stand in the way of a file must not come out after the last fit. */
    private void requireSavable(String file, Declaration declaration, EvaluationWish wish) {
        if (wish.kinds().isEmpty() || !wish.own().isEmpty()) {
            throw new WatertightException(
                    "--save-model " + file + " cannot keep a learner given with --fit, which may be the best.",
                    "name learners of Watertight's own instead: --learners boosting,linear");
        }
        Path path = shell.path(file);
        if (Files.isDirectory(path)) {
            throw new WatertightException(
                    "--save-model " + file + " is a folder.", "name a file in it: " + path.resolve("model.wt"));
        }
        List<String> read = new ArrayList<>(declaration.data());
        read.addAll(declaration.test());
        OutputPlan.refuseToOverwrite("model", path, "--save-model", read);
    }

    private void requireAll(StudyRows rows) {
        if (!rows.rows().isComplete()) {
            throw new WatertightException(
                    "A model of " + rows.rows().rows() + " of " + rows.rows().totalRows() + " rows cannot be saved.",
                    "fit on all rows: --rows " + rows.rows().totalRows());
        }
    }

    private void save(Evaluation evaluation, EvaluationWish wish, StudyData data, String file) {
        LearnerKind best = evaluation
                .best()
                .flatMap(winner -> wish.kinds().stream()
                        .filter(kind -> winner.name().startsWith(kind.title()))
                        .findFirst())
                .orElseThrow(() -> new WatertightException(
                        "No learner was scored, so there is none to save.",
                        "the evaluation without --save-model says why each failed"));
        ModelRecipe recipe = ModelRecipe.of(best, wish.tuning(), wish.innerFolds(), wish.seed(), data.training());
        OutputPlan.save(shell.path(file), recipe.text(), shell);
        if (!machine.quiet) {
            shell.note("Written: " + file);
        }
    }
}
