package io.watertight.app;

import io.watertight.core.WatertightException;
import io.watertight.core.audit.Audit;
import io.watertight.core.audit.AuditReport;
import io.watertight.core.engine.Progress;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.StudyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Begins a study file. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = "watertight init FILE... --target COL [OPTIONS]",
        header = "Looks at a table, asks what only you know, and writes study.yml.",
        description = "%nIn a pipe, or with --yes, nothing is asked; what was guessed stays marked as a guess.",
        footerHeading = "%nExample:%n",
        footer = "  watertight init loans.csv --target default")
final class InitCommand implements Callable<Integer> {

    private final Shell shell;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The data.")
    List<String> data = new ArrayList<>();

    @Option(names = "--yes", description = "Ask nothing.")
    boolean yes;

    @Option(names = "--force", description = "Overwrite a study file that is there.")
    boolean force;

    @Option(names = "--study", paramLabel = "FILE", description = "Write this file instead of ./study.yml.")
    String study = StudyFile.NAME;

    @ArgGroup(validate = false, heading = "%nThe study:%n")
    StudyOptions about = new StudyOptions();

    @ArgGroup(validate = false, heading = "%nReading delimited text:%n")
    ReadingOptions reading = new ReadingOptions();

    @ArgGroup(validate = false, heading = "%nThe run:%n")
    RunningOptions running = new RunningOptions();

    @ArgGroup(validate = false)
    MachineOptions machine = new MachineOptions();

    InitCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Path path = shell.path(study);
        if (Files.exists(path) && !force) {
            throw new WatertightException(
                    "There is a study file " + path + " already.", "edit it, or add --force to write it anew");
        }
        Declaration declared =
                about.applyTo(Declaration.builder().data(shell.locations(data)).build(), shell);
        AuditReport report = machine.withProgress(shell, progress -> audit(declared, progress));
        StudyDraft draft =
                new StudyDraft(report, Optional.ofNullable(about.dictionary).map(file -> from(path, file)));
        if (shell.terminal() && !yes) {
            draft.ask(new Interview(shell));
        }
        StudyFile.parse(path, draft.text(from(path, data), from(path, about.test)))
                .save();
        shell.out().println(Printable.of("Written: " + path + " (" + draft.summary() + ")"));
        shell.out().println("Next: look through it, then run: watertight audit");
        return ExitCode.OK;
    }

    /** Paths in a study are relative to its own folder. */
    private List<String> from(Path study, List<String> locations) {
        return locations.stream().map(location -> from(study, location)).toList();
    }

    private String from(Path study, String location) {
        Path folder = study.toAbsolutePath().getParent();
        if (folder == null || folder.equals(shell.folder()) || location.equals("-") || location.contains("://")) {
            return location;
        }
        Path absolute = shell.folder().resolve(location);
        return Path.of(location).isAbsolute()
                ? location
                : folder.relativize(absolute).toString();
    }

    /** The checks run as well: which columns are doubtful is for them to say. */
    private AuditReport audit(Declaration declared, Progress progress) {
        Audit audit = AuditRun.of(shell, running.options(reading, machine), progress);
        if (declared.target().isEmpty()) {
            throw LikelyTargets.ask(String.join(", ", declared.data()), audit.columns(declared));
        }
        return audit.run(declared);
    }
}
