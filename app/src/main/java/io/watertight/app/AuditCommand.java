package io.watertight.app;

import io.watertight.core.WatertightException;
import io.watertight.core.audit.Audit;
import io.watertight.core.audit.AuditReport;
import io.watertight.core.audit.StudyRows;
import io.watertight.core.audit.Verdict;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Finding;
import io.watertight.core.engine.Progress;
import io.watertight.core.report.ReportOptions;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.StudyFileWriter;
import io.watertight.core.study.StudyNotes;
import io.watertight.ml.algorithm.external.ExternalCommand;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.workflow.AuditPrices;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Audits a table. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = "watertight audit [FILE...] [--target COL] [OPTIONS]",
        header = "Says what leaks in a table, how sure that is, and what to do.",
        description = "%nReads the table, guesses what is not declared (and says so), and writes a report.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing at or above --fail-on",
            "1:findings (those of low confidence, accepted or in the baseline never count)",
            "2:wrong use, or data that cannot be read",
            "3:not decided: a check failed, or --require-valid and the verdict is not 'valid'",
            "130:cancelled"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  watertight audit applications.csv --target card",
            "  watertight audit train.csv --test test.csv --target y --group site+patient",
            "  watertight audit visits.parquet --target readmitted --predict-at discharged+24h \\",
            "      --known-at 'lab_*=event' --known-at bill=after-outcome --horizon 30d",
            "  watertight audit loans.csv --target default --format sarif,junit,html --output reports",
            "  watertight audit                                 the study in study.yml"
        })
final class AuditCommand implements Callable<Integer> {

    private static final int PRICED_ROWS = 20_000;

    private static final Duration FIT_LIMIT = Duration.ofMinutes(10);

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

    @Option(
            names = "--price",
            description = "Say what each finding with a fix is worth in score, by fits with and without it.")
    boolean price;

    @Option(
            names = "--fit",
            paramLabel = "COMMAND",
            description = "Price with a learner of your own: 'python fit.py {train} {test} {columns} {out}'.")
    @Nullable
    String fit;

    @Option(
            names = "--code",
            paramLabel = "PATH",
            description =
                    "Read the scripts, notebooks or folders that make this study, and tell findings of code and data"
                            + " about one thing as one. Repeatable.")
    List<String> code = new ArrayList<>();

    @ArgGroup(validate = false, heading = "%nReading delimited text:%n")
    ReadingOptions reading = new ReadingOptions();

    @ArgGroup(validate = false, heading = "%nThe report:%n")
    ReportingOptions reporting = new ReportingOptions();

    @ArgGroup(validate = false, heading = "%nThe run:%n")
    RunningOptions running = new RunningOptions();

    @ArgGroup(validate = false)
    EngineOptions engine = new EngineOptions();

    @ArgGroup(validate = false)
    MachineOptions machine = new MachineOptions();

    AuditCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        StudySource source = StudySource.find(Optional.ofNullable(study), shell.locations(data), shell);
        Declaration declared = about.applyTo(source.base(), shell);
        Declaration declaration =
                code.isEmpty() ? declared : declared.toBuilder().code(code).build();
        Optional<StudyCode> beside = StudyCode.of(declaration, shell);
        ReportOutput output = ReportOutput.plan(reporting, declaration.data(), shell);
        reporting.failOn(); // a typo must not cost an audit
        Optional<Baseline> baseline =
                Optional.ofNullable(reporting.baseline).map(file -> Baseline.read(shell.path(file)));
        AuditReport report =
                machine.withProgress(shell, progress -> audit(declaration, source.folder(), beside, progress));
        Optional.ofNullable(reporting.writeBaseline)
                .ifPresent(file -> Baseline.of(report).write(shell.path(file)));
        Optional<Baseline> effective = reporting.writeBaseline == null ? baseline : Optional.of(Baseline.of(report));
        int code = exitCode(report, effective);
        write(report, output, code);
        if (!machine.quiet) {
            notes(report, output, source, baseline);
        }
        remember(report, declaration, source);
        return code;
    }

    private AuditReport audit(Declaration declaration, Path folder, Optional<StudyCode> beside, Progress progress) {
        Audit audit = AuditRun.of(shell, engine, running.options(reading, machine), progress);
        boolean hasSubject = declaration.target().isPresent()
                || !declaration.test().isEmpty()
                || !declaration.groups().isEmpty()
                || declaration.split().isPresent();
        if (!hasSubject) {
            throw LikelyTargets.ask(String.join(", ", declaration.data()), audit.columns(declaration));
        }
        // Whoever keeps a ledger wants to know that an audit used the labels of the test set.
        TestSetEntry entry = new TestSetEntry(shell, folder, machine.quiet);
        AuditReport data = audit.run(
                declaration, (view, table) -> entry.inspected(view, table, "audit: statistics of both parts"));
        AuditReport report =
                beside.map(found -> data.withCode(found.read(progress))).orElse(data);
        return price || fit != null ? priced(report, audit, declaration, progress) : report;
    }

    /** Fits on rows of the size of a sample: a price is an interval, and more rows make it narrower, not truer. */
    private AuditReport priced(AuditReport report, Audit audit, Declaration declaration, Progress progress) {
        if (report.findings().isEmpty() || report.study().target().isEmpty()) {
            return report;
        }
        Optional<Learner> own = Optional.ofNullable(fit).map(command -> new ExternalCommand(command, FIT_LIMIT));
        StudyRows rows = audit.read(declaration, PRICED_ROWS);
        AuditPrices prices = new AuditPrices(rows.view().study(), rows.rows(), own, machine.seed(), machine.fits());
        return report.withPrices(prices.of(report.findings(), progress));
    }

    private void write(AuditReport report, ReportOutput output, int code) {
        ReportOptions options = ReportOptions.DEFAULT
                .withShowValues(reporting.showValues)
                .withWidth(shell.width())
                .withColor(shell.color())
                .withExitCode(code);
        output.write(report, options);
    }

    private void notes(AuditReport report, ReportOutput output, StudySource source, Optional<Baseline> baseline) {
        if (!output.isOnStandardOutput()) {
            output.files().forEach(file -> shell.note("Written: " + file));
        }
        if (!data.isEmpty()) {
            source.file().ifPresent(file -> shell.note(file.path() + " is about this data and was applied."));
        }
        baseline.ifPresent(known ->
                known.solved(report).forEach(solved -> shell.note("Solved, so it can leave the baseline: " + solved)));
        report.checks().stream()
                .filter(check -> check.status() == CheckStatus.FAILED)
                .forEach(check -> shell.note("Check " + check.id() + " failed: " + check.reason()));
    }

    private int exitCode(AuditReport report, Optional<Baseline> baseline) {
        List<Finding> failing = reporting.failOn().map(report::atLeast).orElse(List.of()).stream()
                .filter(finding ->
                        baseline.filter(known -> known.covers(finding)).isEmpty())
                .toList();
        if (!failing.isEmpty()) {
            return ExitCode.FINDINGS;
        }
        boolean broken = report.count(CheckStatus.FAILED) > 0;
        boolean undecided = reporting.requireValid && report.verdict() != Verdict.VALID;
        return broken || undecided ? ExitCode.UNDECIDED : ExitCode.OK;
    }

    /** So that 'explain 1', 'accept 1' and 'answer 1' know what is meant. An audit must not fail for want of a place to note it. */
    private void remember(AuditReport report, Declaration declaration, StudySource source) {
        String text = source.file()
                .map(file -> file.text())
                .orElseGet(() ->
                        StudyFileWriter.write(declaration, Optional.ofNullable(about.dictionary), StudyNotes.NONE));
        try {
            LastRun.of(report, text).write(source.folder());
        } catch (IOException | WatertightException readOnly) {
            if (!machine.quiet) {
                shell.note("This run is not remembered: " + source.folder() + " cannot be written.");
            }
        }
    }
}
