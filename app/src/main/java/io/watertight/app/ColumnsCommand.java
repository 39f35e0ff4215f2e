package io.watertight.app;

import io.watertight.app.report.ColumnsSheet;
import io.watertight.core.Spelling;
import io.watertight.core.WatertightException;
import io.watertight.core.audit.AuditReport;
import io.watertight.core.audit.StudyRows;
import io.watertight.core.engine.Progress;
import io.watertight.core.study.Declaration;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.StudyData;
import io.watertight.ml.price.ColumnsTable;
import io.watertight.ml.workflow.EvaluationWish;
import io.watertight.ml.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Switches doubtful columns on and off. */
@Command(
        name = "columns",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = "watertight columns [FILE...|study.yml] [--target COL] [--columns A,B] [OPTIONS]",
        header = "Says what doubtful columns are worth: each on and off, alone and together, on the same folds.",
        description = "%nWithout --columns the doubtful ones are those that an audit asks about or accuses."
                + " A price is a cost, not guilt.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:wrong use, or data that cannot be evaluated", "130:cancelled"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  watertight columns study.yml",
            "  watertight columns inspections.csv --target found --time date --columns inspector,temperature"
        })
final class ColumnsCommand implements Callable<Integer> {

    /** Columns switched: twice as many sets of fits. */
    private static final int MOST = 8;

    private final Shell shell;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "The data, or a study file (.yml).")
    List<String> data = new ArrayList<>();

    @Option(names = "--study", paramLabel = "FILE", description = "A study file other than ./study.yml.")
    @Nullable
    String study;

    @Option(
            names = "--columns",
            paramLabel = "COL",
            description = "The columns to switch, comma-separated or repeated.")
    List<String> columns = new ArrayList<>();

    @ArgGroup(validate = false, heading = "%nThe study:%n")
    StudyOptions about = new StudyOptions();

    @ArgGroup(validate = false, heading = "%nThe split:%n")
    ResamplingOptions split = new ResamplingOptions();

    @ArgGroup(validate = false, heading = "%nLearning:%n")
    LearningOptions learning = new LearningOptions();

    @ArgGroup(validate = false, heading = "%nReading delimited text:%n")
    ReadingOptions reading = new ReadingOptions();

    @ArgGroup(validate = false, heading = "%nThe report:%n")
    SheetOptions sheet = new SheetOptions();

    @ArgGroup(validate = false, heading = "%nThe run:%n")
    MachineOptions machine = new MachineOptions();

    ColumnsCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        StudySource source = StudySource.named(data, Optional.ofNullable(study), shell);
        Declaration declaration = about.applyTo(source.base(), shell);
        SheetOutput output = sheet.plan("columns", declaration.data(), shell, machine.quiet);
        EvaluationWish wish = learning.wish(split, machine);
        ColumnsSheet written = machine.withProgress(shell, progress -> table(declaration, wish, progress));
        output.write(written.sheet(), written::json);
        return ExitCode.OK;
    }

    private ColumnsSheet table(Declaration declaration, EvaluationWish wish, Progress progress) {
        StudyRows rows =
                StudyReading.of(shell, machine.reading(reading), progress).read(declaration, learning.rows());
        StudyData data = StudyData.asFound(rows.rows(), rows.view().study());
        List<String> doubtful = doubtful(declaration, data, progress);
        Workflow workflow = new Workflow(rows.view().study(), wish);
        Learner learner = workflow.candidates().get(0);
        ColumnsTable table = ColumnsTable.of(
                workflow.evaluator(progress).withCandidates(List.of()), learner, data.dataset(), doubtful);
        return new ColumnsSheet(
                ReportOutput.nameOf(declaration.data()),
                rows.view().study().target().orElseThrow().column(),
                learner.name(),
                workflow.split().plan().describe(),
                doubtful,
                table,
                Version.read());
    }

    private List<String> doubtful(Declaration declaration, StudyData data, Progress progress) {
        List<String> features = data.dataset().featureNames();
        if (columns.isEmpty()) {
            AuditReport report =
                    AuditRun.of(shell, machine.reading(reading), progress).run(declaration);
            List<String> accused = report.accused().stream()
                    .filter(features::contains)
                    .limit(MOST)
                    .toList();
            if (accused.isEmpty()) {
                throw new WatertightException(
                        "No finding of the audit names a feature, so there is nothing to switch.",
                        "name the columns you doubt: --columns A,B");
            }
            return accused;
        }
        List<String> named = WordList.ofNames(columns, features);
        for (String column : named) {
            if (!features.contains(column)) {
                throw new WatertightException(
                        "There is no feature '" + column + "' (--columns).",
                        Spelling.nearest(column, features)
                                .map(near -> "you mean '" + near + "'")
                                .orElse("it has another role in the study"));
            }
        }
        return named;
    }
}
