package io.watertight.app;

import io.watertight.app.report.AssessmentSheet;
import io.watertight.core.WatertightException;
import io.watertight.core.audit.StudyRows;
import io.watertight.core.engine.Progress;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Part;
import io.watertight.ml.ledger.AssessmentPolicy;
import io.watertight.ml.ledger.AssessmentTerms;
import io.watertight.ml.ledger.Ledger;
import io.watertight.ml.ledger.TestSetIdentity;
import io.watertight.ml.ledger.TestSetSketcher;
import io.watertight.ml.ledger.WriterIdentity;
import io.watertight.ml.measure.Measure;
import io.watertight.ml.measure.Measures;
import io.watertight.ml.workflow.ModelRecipe;
import io.watertight.ml.workflow.VaultAssessment;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks once at the test set, and writes that down first. */
@Command(
        name = "assess",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = "watertight assess [FILE...|study.yml] (--model FILE | --scores FILE) [OPTIONS]",
        header = "Scores one model on the locked test set; the look is in the ledger before the score is told.",
        description =
                "%nThe test set is known by its rows, wherever the file lies. Every look counts: the report says how many"
                        + " there were, and how much picking the best of them may add.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:wrong use, or a look that the policy refuses", "130:cancelled"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  watertight evaluate train.csv --test test.csv --target y --save-model model.wt",
            "  watertight assess train.csv --test test.csv --target y --model model.wt",
            "  watertight assess train.csv --test test.csv --target y --scores scores.csv --policy once",
            "  watertight ledger show                           who looked, and when"
        })
final class AssessCommand implements Callable<Integer> {

    private final Shell shell;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "The data, as for evaluate; or a study file. Without it: the study in study.yml.")
    List<String> data = new ArrayList<>();

    @Option(names = "--study", paramLabel = "FILE", description = "A study file other than ./study.yml.")
    @Nullable
    String study;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "A model saved by evaluate --save-model; it is fitted on the training rows and scored once.")
    @Nullable
    String model;

    @Option(
            names = "--scores",
            paramLabel = "FILE",
            description =
                    "Scores of the test rows from any tool: a table with a column 'score', in the order of the test"
                            + " rows or with a column 'row' that numbers them from 1.")
    @Nullable
    String scores;

    @Option(names = "--measure", paramLabel = "NAME", description = "AUC or R2 by default.")
    @Nullable
    String measure;

    @Option(
            names = "--policy",
            paramLabel = "WORD",
            description =
                    "How often the test set may be assessed: once, record (default) or thresholdout. Settled before the"
                            + " first look.")
    @Nullable
    String policy;

    @Option(names = "--note", paramLabel = "TEXT", description = "What to remember about this look.")
    String note = "";

    @ArgGroup(validate = false, heading = "%nThe study:%n")
    StudyOptions about = new StudyOptions();

    @ArgGroup(validate = false, heading = "%nReading delimited text:%n")
    ReadingOptions reading = new ReadingOptions();

    @ArgGroup(validate = false, heading = "%nThe report:%n")
    SheetOptions sheet = new SheetOptions();

    @ArgGroup(validate = false, heading = "%nThe run:%n")
    MachineOptions machine = new MachineOptions();

    AssessCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if ((model == null) == (scores == null)) {
            throw new WatertightException(
                    model == null ? "Nothing is given to assess." : "Both --model and --scores are given.",
                    "name one of them: --model model.wt, or --scores scores.csv");
        }
        StudySource source = StudySource.named(data, Optional.ofNullable(study), shell);
        Declaration declaration = about.applyTo(source.base(), shell);
        SheetOutput output = sheet.plan("assessment", declaration.data(), shell, machine.quiet);
        AssessmentSheet written = machine.withProgress(shell, progress -> assess(declaration, source, progress));
        output.write(written.sheet(), written::json);
        return ExitCode.OK;
    }

    private AssessmentSheet assess(Declaration declaration, StudySource source, Progress progress) {
        StudyRows rows =
                StudyReading.of(shell, machine.reading(reading), progress).read(declaration, Integer.MAX_VALUE);
        requireTest(rows, declaration);
        TestSetIdentity identity = TestSetSketcher.of(rows.view().study())
                .add(rows.rows(), Part.TEST)
                .identity();
        Ledger ledger = Ledger.open(source.folder(), Clock.systemUTC(), WriterIdentity.of(source.folder()));
        AssessmentTerms terms = new AssessmentTerms(
                TestSetEntry.nameOf(declaration),
                Optional.ofNullable(policy).map(word -> AssessmentPolicy.of(word, identity.rows())));
        VaultAssessment vault = new VaultAssessment(
                rows.view().study(), rows.rows(), ledger, identity, terms, machine.seed(), machine.fits());
        VaultAssessment.Result result = model != null
                ? vault.model(ModelRecipe.read(shell.path(model)), measure(rows), note)
                : vault.scores(
                        ScoreFile.read(shell, String.valueOf(scores), machine.reading(reading), progress),
                        measure(rows),
                        note);
        return new AssessmentSheet(
                ReportOutput.nameOf(declaration.data()),
                rows.view().study().target().orElseThrow().column(),
                result,
                Version.read());
    }

    private void requireTest(StudyRows rows, Declaration declaration) {
        for (int row = 0; row < rows.rows().rows(); row++) {
            if (rows.rows().part(row) == Part.TEST) {
                return;
            }
        }
        throw new WatertightException(
                "There is no test set in " + String.join(", ", declaration.data()) + ".",
                "name its file with --test FILE, or the column that says which rows it is with --split COLUMN");
    }

    private Measure measure(StudyRows rows) {
        if (measure != null) {
            return Measures.named(measure);
        }
        boolean classes = rows.view().study().target().orElseThrow().task().isClassification();
        return classes ? Measures.AUC : Measures.R2;
    }
}
