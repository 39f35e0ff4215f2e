package io.watertight.app;

import io.watertight.core.WatertightException;
import io.watertight.core.check.StudyView;
import io.watertight.core.engine.Table;
import io.watertight.core.files.PrivateFolder;
import io.watertight.core.split.Assigned;
import io.watertight.core.split.Assignment;
import io.watertight.core.split.SplitPlan;
import io.watertight.core.split.SplitPlans;
import io.watertight.core.split.SplitPlans.Chosen;
import io.watertight.core.split.SplitWish;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Splits the rows of a study and writes who is where. */
@Command(
        name = "split",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = "watertight split [FILE...|study.yml] [OPTIONS]",
        header = "Splits a table for any tool to use, and proves that the split keeps what it promises.",
        description =
                "%nThe study's purpose decides which split is right: time when the future is predicted, groups when rows"
                        + " of one entity are alike, else classes. A declared group or time is never ignored silently."
                        + " The file has one line for each row and fold it is used in: row_id (position in the data, from 0),"
                        + " repeat, fold, part (train or test).",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:split and proved", "2:wrong use, or data that cannot be split so", "130:cancelled"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  watertight split study.yml --output folds.parquet",
            "  watertight split loans.csv --target default --group customer --folds 5 --repeats 3 --output folds.csv",
            "  watertight split visits.parquet --target died --time admitted --horizon 30d --folds 4",
            "  watertight split wells.csv --target depth --plan spatial --places lon,lat --cell 0.5 --buffer 0.2",
            "  watertight split loans.csv --target default --group customer --plan random --allow-ignoring group"
        })
final class SplitCommand implements Callable<Integer> {

    private final Shell shell;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "The data, or a study file (.yml). Without it: the study in study.yml.")
    List<String> data = new ArrayList<>();

    @Option(names = "--study", paramLabel = "FILE", description = "A study file other than ./study.yml.")
    @Nullable
    String study;

    @ArgGroup(validate = false, heading = "%nThe split:%n")
    ResamplingOptions resampling = new ResamplingOptions();

    @ArgGroup(validate = false)
    AssignmentOptions assignment = new AssignmentOptions();

    @ArgGroup(validate = false, heading = "%nThe study:%n")
    StudyOptions about = new StudyOptions();

    @ArgGroup(validate = false, heading = "%nReading delimited text:%n")
    ReadingOptions reading = new ReadingOptions();

    @ArgGroup(validate = false, heading = "%nThe run:%n")
    EngineOptions engine = new EngineOptions();

    @ArgGroup(validate = false)
    MachineOptions machine = new MachineOptions();

    SplitCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        StudySource source = StudySource.named(data, Optional.ofNullable(study), shell);
        Declaration declaration = about.applyTo(source.base(), shell);
        SplitWish wish = assignment.applyTo(resampling.wish());
        Optional<Path> output = Optional.ofNullable(assignment.output).map(shell::path);
        output.ifPresent(file -> refuse(file, declaration));
        String text = machine.withProgress(
                shell,
                progress -> AuditRun.of(shell, engine, machine.reading(reading), progress)
                        .with(declaration, (view, table) -> split(view, table, declaration, wish, output)));
        shell.out().print(Printable.of(text));
        if (!machine.quiet) {
            output.ifPresentOrElse(
                    file -> shell.note("Written: " + file),
                    () -> shell.note("Nothing was written; to keep the assignment: --output folds.parquet"));
        }
        return ExitCode.OK;
    }

    private static void refuse(Path file, Declaration declaration) {
        String name = file.toString().toLowerCase(java.util.Locale.ROOT);
        if (!name.endsWith(".parquet") && !name.endsWith(".csv")) {
            throw new WatertightException(
                    "--output " + file + " is neither .parquet nor .csv.", "name it folds.parquet");
        }
        OutputPlan.refuseToOverwrite("split", file, "--output", declaration.data());
    }

    private String split(StudyView view, Table table, Declaration declaration, SplitWish wish, Optional<Path> output) {
        Chosen chosen = SplitPlans.of(view.study(), wish);
        SplitPlan plan =
                assignment.near == 0 ? chosen.plan() : SplitPlans.near(chosen.plan(), view.profile(), assignment.near);
        Chosen settled = new Chosen(plan, chosen.reason());
        Assigned assigned = output.map(file -> {
                    Path draft = file.toAbsolutePath();
                    return table.assign(new Assignment(
                            view.study(), plan, machine.seed(), draft, metadata(view, settled, declaration)));
                })
                .orElseGet(() -> unwritten(view, table, plan));
        return SplitText.of(ReportOutput.nameOf(declaration.data()), view.study(), settled, assigned);
    }

    private Assigned unwritten(StudyView view, Table table, SplitPlan plan) {
        try (PrivateFolder folder = PrivateFolder.create()) {
            Path file = folder.path().resolve("folds.parquet");
            return table.assign(new Assignment(view.study(), plan, machine.seed(), file, Map.of()));
        }
    }

    private Map<String, String> metadata(StudyView view, Chosen chosen, Declaration declaration) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("plan", chosen.plan().describe());
        metadata.put("reason", chosen.reason());
        metadata.put("seed", Long.toString(machine.seed()));
        metadata.put("data", DataIdentity.of(declaration.data()));
        metadata.put("rows", Long.toString(view.profile().rows()));
        metadata.put("target", view.study().target().map(Target::column).orElse(""));
        metadata.put("version", Version.read());
        return metadata;
    }
}
