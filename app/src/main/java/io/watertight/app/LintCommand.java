package io.watertight.app;

import io.watertight.code.fix.CodeEdits;
import io.watertight.code.fix.EditedFile;
import io.watertight.code.fix.ReadFile;
import io.watertight.code.lint.LintOptions;
import io.watertight.code.lint.Linter;
import io.watertight.core.Spelling;
import io.watertight.core.WatertightException;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Place;
import io.watertight.core.engine.Progress;
import io.watertight.core.lint.LintReport;
import io.watertight.core.lint.LintRule;
import io.watertight.core.lint.LintedFile;
import io.watertight.core.report.LintText;
import io.watertight.core.report.ReportOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds leakage in code. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = "watertight lint PATH... [OPTIONS]",
        header = "Finds leakage in Python scripts and notebooks, with the flow from the data to the model.",
        description = "%nNothing of the code is run. Rows it cannot follow are named, and never called clean.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing at or above --fail-on",
            "1:findings (those of low confidence, suppressed or in the baseline never count)",
            "2:wrong use, or a path that leads nowhere",
            "3:not decided: a rule failed, or nothing could be read",
            "130:cancelled"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  watertight lint notebook.ipynb src/",
            "  watertight lint . --format sarif --output leaks.sarif",
            "  watertight lint --explain notebook.ipynb:4:2      why line 2 of cell 4",
            "  watertight lint train.py --diff                   shows the edits; --fix makes them",
            "  cat train.py | watertight lint -"
        })
final class LintCommand implements Callable<Integer> {

    /** What reads the code. */
    @FunctionalInterface
    interface Reader {
        LintReport lint(List<Linter.Input> files, LintOptions options, Progress progress);
    }

    private final Shell shell;
    private final Reader reader;
    private final List<LintRule> rules;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description =
                    "Scripts, notebooks (.ipynb), Quarto and R Markdown; folders are walked; '-' for standard input.")
    List<String> paths = new ArrayList<>();

    @Option(
            names = "--explain",
            paramLabel = "FILE:LINE",
            description = "Why this line: findings at it or through it, each with its flow and its rule."
                    + " FILE:CELL:LINE for a notebook.")
    @Nullable
    String explain;

    @Option(names = "--rules", paramLabel = "ID", description = "Run only these rules. Comma-separated or repeated.")
    List<String> only = new ArrayList<>();

    @Option(names = "--skip", paramLabel = "ID", description = "Leave these rules out. Comma-separated or repeated.")
    List<String> skip = new ArrayList<>();

    @Option(
            names = "--knowledge",
            paramLabel = "FILE",
            description = "A file of yours that adds to what is known of libraries.")
    @Nullable
    String knowledge;

    @Option(
            names = "--executed-order",
            description = "Read cells in the order of their execution counts, not of the notebook.")
    boolean executedOrder;

    @Option(names = "--diff", description = "Show the edits of the fixes as a unified diff instead of the report.")
    boolean diff;

    @Option(names = "--fix", description = "Make these edits: all of a finding or none.")
    boolean fix;

    @ArgGroup(validate = false, heading = "%nThe report:%n")
    LintingOptions reporting = new LintingOptions();

    LintCommand(Shell shell) {
        this(shell, LintCommand::read, CodeRules.all());
    }

    LintCommand(Shell shell, Reader reader, List<LintRule> rules) {
        this.shell = shell;
        this.reader = reader;
        this.rules = List.copyOf(rules);
    }

    private static LintReport read(List<Linter.Input> files, LintOptions options, Progress progress) {
        progress.stage("Reading code", 0);
        AtomicInteger done = new AtomicInteger();
        return new Linter(options).lint(files, name -> progress.at((double) done.incrementAndGet() / files.size()));
    }

    @Override
    public Integer call() {
        Optional<CodeSpot> spot = Optional.ofNullable(explain).map(CodeSpot::parse);
        List<String> typed = paths.isEmpty() ? spot.map(CodeSpot::file).stream().toList() : paths;
        if (typed.isEmpty()) {
            throw new WatertightException(
                    "No path is given.", "name a script, a notebook or a folder: watertight lint .");
        }
        if (fix && typed.contains("-")) {
            throw new WatertightException(
                    "--fix cannot change what came from standard input.", "use --diff, or name the file");
        }
        LintOptions options = options();
        reporting.failOn(); // a typo must not cost a reading
        Optional<Baseline> baseline =
                Optional.ofNullable(reporting.baseline).map(file -> Baseline.read(shell.path(file)));
        CodePaths code = CodePaths.of(typed, shell);
        LintOutput output = LintOutput.plan(
                reporting, rules, code.files().stream().map(Path::toString).toList(), shell);
        Map<String, ReadFile> before = diff || fix ? hashes(code, shell) : Map.of();
        List<Linter.Input> inputs = code.byName(shell).entrySet().stream()
                .map(file -> new Linter.Input(file.getValue(), file.getKey()))
                .toList();
        LintReport read =
                ProgressLine.during(shell, !reporting.quiet, progress -> reader.lint(inputs, options, progress));
        Optional.ofNullable(reporting.writeBaseline)
                .ifPresent(file -> Baseline.of(read).write(shell.path(file)));
        Optional<Baseline> known = reporting.writeBaseline == null ? baseline : Optional.of(Baseline.of(read));
        LintReport report =
                known.map(one -> one.suppressIn(read, "known: in the baseline")).orElse(read);
        if (spot.isPresent()) {
            return explain(spot.get(), report);
        }
        if (diff || fix) {
            return edits(report, before);
        }
        int exit = exitCode(report);
        output.write(
                report,
                ReportOptions.DEFAULT
                        .withWidth(shell.width())
                        .withColor(shell.color())
                        .withExitCode(exit));
        if (!reporting.quiet) {
            notes(report, output, code, baseline);
        }
        return exit;
    }

    private LintOptions options() {
        Set<String> wanted = LintingOptions.words(only, false);
        Set<String> unwanted = LintingOptions.words(skip, false);
        List<String> ids = rules.stream().map(LintRule::id).toList();
        for (Set<String> named : List.of(wanted, unwanted)) {
            for (String id : named) {
                if (!ids.contains(id)) {
                    throw new WatertightException(
                            "There is no rule '" + id + "'.",
                            Spelling.nearest(id, ids)
                                    .map(near -> "you mean '" + near + "'")
                                    .orElse("run 'watertight checks' for the list"));
                }
            }
        }
        return new LintOptions(
                OwnKnowledge.with(Optional.ofNullable(knowledge).stream().toList(), shell),
                wanted,
                unwanted,
                executedOrder,
                List.of(),
                Version.read());
    }

    private static Map<String, ReadFile> hashes(CodePaths code, Shell shell) {
        Map<String, ReadFile> files = new LinkedHashMap<>();
        code.byName(shell).forEach((name, path) -> {
            if (Files.isReadable(path)) { // the report says which are not
                files.put(name, ReadFile.of(path, name));
            }
        });
        return files;
    }

    /** Exit code 1 says that there is something to be mended, as other programs that format and fix do. */
    private int edits(LintReport report, Map<String, ReadFile> before) {
        CodeEdits edits = CodeEdits.of(report.findings(), before);
        if (diff) {
            edits.files().forEach(file -> shell.out().print(UnifiedDiff.of(file)));
            shell.out().flush();
        }
        if (fix) {
            edits.files().forEach(EditedFile::write);
        }
        if (fix && !reporting.quiet) {
            edits.made().forEach(finding -> shell.note("Fixed: " + where(finding) + " " + finding.check()));
        }
        edits.refused()
                .forEach(one -> shell.note("Not fixed: " + where(one.finding()) + " "
                        + one.finding().check() + ": " + one.reason() + "."));
        List<Finding> open = new ArrayList<>(report.findings());
        if (fix) {
            open.removeAll(edits.made());
        }
        if (!reporting.quiet) {
            shell.note(edits.made().size() + (fix ? " fixed, " : " can be fixed, ")
                    + (report.findings().size() - edits.made().size()) + " left.");
        }
        return failing(open).isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private static String where(Finding finding) {
        return finding.subject().place().map(Place::words).orElse("");
    }

    private int explain(CodeSpot spot, LintReport report) {
        String name = CodePaths.name(CodePaths.path(spot.file(), shell), shell);
        List<Finding> findings = spot.findings(report, name);
        ReportOptions options = ReportOptions.DEFAULT.withWidth(shell.width()).withColor(shell.color());
        for (Finding finding : findings) {
            shell.out().println(LintText.explain(finding, options));
        }
        findings.stream()
                .map(Finding::check)
                .distinct()
                .flatMap(id -> rules.stream().filter(rule -> rule.id().equals(id)))
                .forEach(rule -> shell.out().println(Printable.of(rule.page()).strip()));
        if (findings.isEmpty()) {
            spot.lost(report, name)
                    .forEach(reason -> shell.out().println("Not analysed: " + Printable.of(reason) + "."));
            String elsewhere = String.join(
                    ", ",
                    report.everything()
                            .map(LintCommand::where)
                            .distinct()
                            .limit(8)
                            .toList());
            shell.out()
                    .println("Nothing is found at this line, nor does a flow pass it."
                            + (elsewhere.isEmpty() ? "" : " Findings of this file: " + Printable.of(elsewhere) + "."));
        }
        shell.out().flush();
        return ExitCode.OK;
    }

    private void notes(LintReport report, LintOutput output, CodePaths code, Optional<Baseline> baseline) {
        output.files().forEach(file -> shell.note("Written: " + file));
        if (code.isCut()) {
            shell.note("Only the first " + code.files().size() + " files were read. Maybe name folders within.");
        }
        baseline.ifPresent(known ->
                known.solved(report).forEach(solved -> shell.note("Solved, so it can leave the baseline: " + solved)));
    }

    private List<Finding> failing(List<Finding> open) {
        return reporting.failOn().stream()
                .flatMap(severity -> LintReport.atLeast(open, severity).stream())
                .toList();
    }

    private int exitCode(LintReport report) {
        if (!failing(report.findings()).isEmpty()) {
            return ExitCode.FINDINGS;
        }
        boolean broken = report.rules().stream().anyMatch(rule -> rule.status() == CheckStatus.FAILED);
        boolean blind = report.files().stream().noneMatch(LintedFile::isRead);
        return broken || blind ? ExitCode.UNDECIDED : ExitCode.OK;
    }
}
