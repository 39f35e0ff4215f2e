package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.lint.Excerpts;
import io.watertight.code.lint.LintOptions;
import io.watertight.code.lint.Linter;
import io.watertight.code.lint.SuppressionComment;
import io.watertight.code.lint.Suppressions;
import io.watertight.code.source.CodeCell;
import io.watertight.code.source.CodeFile;
import io.watertight.code.source.CodeFiles;
import io.watertight.core.WatertightException;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Fix;
import io.watertight.core.check.FlowStep;
import io.watertight.core.check.Place;
import io.watertight.core.check.Severity;
import io.watertight.core.engine.Progress;
import io.watertight.core.lint.LintReport;
import io.watertight.core.lint.LintRule;
import io.watertight.core.lint.LintedFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command around a reader of a few lines, which takes every {@code fit_transform} for a leak. */
final class LintCommandTest {

    private static final String LEAKY = "import x\nX = scaler.fit_transform(X)\nmodel.fit(X)\n";

    private static final List<LintRule> RULES = List.of(
            new LintRule(
                    "fit-on-all-rows",
                    "A step is fitted on all rows",
                    Category.PREPROCESSING,
                    Severity.ERROR,
                    "preprocessing",
                    "# Page\n\n## Why it misleads\n\nTest rows leak.\n"),
            new LintRule(SuppressionComment.ID, "Suppression", Category.NONE, Severity.INFO, "suppression", ""));

    @TempDir
    Path folder;

    @CheckInfo(
            id = "fit-on-all-rows",
            title = "A step is fitted on all rows",
            category = Category.PREPROCESSING,
            severity = Severity.ERROR)
    private static final class FitOnAllRows {}

    private static LintReport read(List<Linter.Input> inputs, LintOptions options, Progress progress) {
        List<LintedFile> files = new ArrayList<>();
        List<Finding> open = new ArrayList<>();
        List<LintReport.Suppressed> suppressed = new ArrayList<>();
        for (Linter.Input input : inputs) {
            String name = input.name();
            try {
                CodeFile file = CodeFiles.read(input.path(), name);
                Set<String> ids = Set.of("fit-on-all-rows");
                List<Finding> found = options.skipped().isEmpty() ? findings(file) : List.of();
                Suppressions.Answer answer = Suppressions.of(file).answer(found, ids, ids);
                open.addAll(answer.open());
                suppressed.addAll(answer.suppressed());
                files.add(new LintedFile(name, "script", 1, 3, 1, List.of(), List.of(), 1, 1, 1)
                        .withExcerpts(Excerpts.of(file, found)));
            } catch (WatertightException broken) {
                files.add(new LintedFile(name, "notebook", 0, 0, 0, List.of(broken.getMessage()), List.of(), 0, 0, 0));
            }
        }
        CheckStatus status = open.isEmpty() ? CheckStatus.PASSED : CheckStatus.FOUND;
        return new LintReport(
                files,
                open,
                suppressed,
                List.of(new CheckResult("fit-on-all-rows", status, "", 1, List.of(), List.of())),
                Map.of("fit-on-all-rows", "preprocessing"),
                "0");
    }

    private static List<Finding> findings(CodeFile file) {
        Findings findings = new Findings(FitOnAllRows.class.getAnnotation(CheckInfo.class));
        for (CodeCell cell : file.cells()) {
            for (int line = 1; line <= cell.lines().size(); line++) {
                String text = cell.line(line);
                if (text.contains("fit_transform")) {
                    Place place = place(cell, line);
                    String fixed = text.split("#", 2)[0].replace("fit_transform", "transform");
                    findings.add(FindingDraft.at(place, Confidence.HIGH)
                            .says("Fitted on all rows.")
                            .flow(List.of(
                                    new FlowStep(place, "statistic", "of all rows"),
                                    new FlowStep(place(cell, line + 1), "fit", "of a model")))
                            .fix(new Fix.CodeEdit(
                                    "transform only",
                                    List.of(new Fix.LineEdit(
                                            file.name(), cell.number(), line, line, List.of(fixed))))));
                }
            }
        }
        return findings.found();
    }

    private static Place place(CodeCell cell, int line) {
        String text = cell.line(line);
        return new Place(cell.file(), cell.number(), line, 0, line, text.length(), cell.fileLine(line), text.strip());
    }

    private Run lint(String... arguments) {
        return piping("", arguments);
    }

    private Run piping(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Shell shell = new Shell(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                folder,
                false,
                false,
                100,
                new Cancellation());
        LintCommand command = new LintCommand(shell, LintCommandTest::read, RULES);
        int code = Main.configured(new CommandLine(command), shell).execute(arguments);
        return new Run(
                List.of(arguments), code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void theFirstLineIsTheAnswerAndNothingIsWrittenUnasked() throws IOException {
        write("a.py", LEAKY);
        write("b.py", "x = 1\n");

        Run run = lint(".").exits(1).says("X = scaler.fit_transform(X)", "statistic", "Fix: transform only");

        assertThat(run.out()).startsWith("1 error in 1 of 2 files.\n");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void foldersAreWalkedButNotIntoWhatOthersWrote() throws IOException {
        for (String place : List.of("src/deep/a.py", "n.ipynb", "d.qmd", "e.Rmd", "UP.PY")) {
            write(place, place.endsWith("ipynb") ? "{\"cells\": [], \"nbformat\": 4}" : "x = 1\n");
        }
        for (String place :
                List.of("venv/a.py", ".git/a.py", "node_modules/a.py", "x/.ipynb_checkpoints/n.py", "t.txt")) {
            write(place, LEAKY);
        }

        lint(".").exits(0).says("no leak found in 5 files");
        lint("venv").exits(1);
    }

    @Test
    void aPathThatLeadsNowhereIsToldFromAFolderWithoutCode() throws IOException {
        Files.createDirectory(folder.resolve("empty"));

        lint("missing.py").complains("missing.py");
        lint("empty").complains("no code in empty");
        lint().complains("No path");
        write("a.py", LEAKY);
        lint(".", "--format", "jsno").complains("'json'");
        lint(".", "--rules", "fit-on-all-row").complains("'fit-on-all-rows'");
        lint(".", "--fail-on", "eror").complains("'error'");
        lint(".", "--knowledge", "none.yml").complains("none.yml");
    }

    @Test
    void standardInputIsCalledSo() {
        Run run = piping(LEAKY, "-").exits(1).says("stdin.py:2");

        assertThat(run.out()).doesNotContain("watertight-stdin");
        piping(LEAKY, "-", "--diff").exits(1).says("+X = scaler.transform(X)");
        piping(LEAKY, "-", "--fix").complains("standard input");
        piping("{\"cells\": [{\"cell_type\": \"code\", \"source\": \"fit_transform(X)\"}], \"nbformat\": 4}", "-")
                .exits(1)
                .says("stdin.ipynb cell 1:1");
    }

    @Test
    void whatFailsTheBuildCanBeChosen() throws IOException {
        write("a.py", LEAKY);

        lint("a.py", "--fail-on", "never").exits(0);
        lint("a.py", "--fail-on", "warning").exits(1);
        write("note.py", "x = 1  # watertight: ignore[fit-on-all-rows]\n");
        lint("note.py").exits(0).says("A suppression needs a reason");
        lint("note.py", "--fail-on", "info").exits(1);
    }

    @Test
    void nothingReadIsNotDecided() throws IOException {
        write("n.ipynb", "no json");
        write("a.py", "x = 1\n");

        lint("n.ipynb").exits(3).says("not decided: no file was followed", "1 file was not read", "NOT ANALYSED");
        lint("n.ipynb", "a.py").exits(0).says("no leak found in the 1 file followed to the end");
    }

    @Test
    void aBaselineAnswersForWhatIsKnown() throws IOException {
        write("a.py", LEAKY);
        lint("a.py", "--write-baseline", "known.txt").exits(0);
        write("a.py", "\n\n" + LEAKY);
        lint("a.py", "--baseline", "known.txt").exits(0).says("SUPPRESSED 1 finding");
        write("a.py", LEAKY + "Z = other.fit_transform(Z)\n");
        lint("a.py", "--baseline", "known.txt").exits(1);
        write("a.py", "x = 1\n");
        lint("a.py", "--baseline", "known.txt").exits(0).notes("Solved");
    }

    @Test
    void everyFormatIsWrittenWhereItIsWanted() throws IOException {
        write("a.py", LEAKY);

        lint("a.py", "--format", "json,sarif,html,junit,markdown,text", "--output", "reports")
                .exits(1)
                .notes("Written:");

        for (String ending : List.of("json", "sarif", "html", "xml", "md", "txt")) {
            assertThat(folder.resolve("reports/watertight-lint." + ending)).isNotEmptyFile();
        }
        lint("a.py", "--output", "a.py").complains("overwrite");
        JsonNode json = JsonMapper.shared()
                .readTree(lint("a.py", "--format", "json").exits(1).out());
        assertThat(json.get("findings").get(0).get("line").asInt()).isEqualTo(2);
    }

    @Test
    void aLineIsExplainedWithItsFlowAndItsRule() throws IOException {
        write("a.py", LEAKY);

        lint("--explain", "a.py:2").exits(0).says("statistic", "of all rows", "Test rows leak.", "Fingerprint");
        lint("--explain", "a.py:3").exits(0).says("Fitted on all rows."); // the flow passes there
        lint("--explain", "a.py:1").exits(0).says("Nothing is found at this line", "a.py:2");
        lint("--explain", "a.py").complains("FILE:LINE");
        write(
                "n.ipynb",
                "{\"cells\": [\n{\"cell_type\": \"code\", \"source\": [\"a\\n\",\n\"fit_transform(X)\"]}], \"nbformat\": 4}");
        lint("--explain", "n.ipynb:1:2").exits(0).says("cell 1:2");
        lint("--explain", "n.ipynb:3").exits(0).says("cell 1:2"); // the line of the JSON text
    }

    @Test
    void aDiffIsShownAndAFixIsMade() throws IOException {
        Path file = write("a.py", LEAKY);

        Run diff = lint("a.py", "--diff").exits(1);
        assertThat(diff.out())
                .contains("--- a/", "+++ b/", "@@ -1,3 +1,3 @@")
                .contains("-X = scaler.fit_transform(X)\n+X = scaler.transform(X)\n");
        assertThat(file).hasContent(LEAKY);

        lint("a.py", "--fix").exits(0).notes("Fixed: ", "1 fixed, 0 left.");
        assertThat(Files.readString(file)).isEqualTo(LEAKY.replace("fit_transform", "transform"));
        lint("a.py").exits(0);
    }

    @Test
    void aNotebookIsFixedWithoutTouchingItsOutputs() throws IOException {
        String notebook =
                "{\"cells\": [\n {\"cell_type\": \"code\", \"outputs\": [{\"x\": 1.0e0}],\n  \"source\": [\n   \"a = 'é'\\n\",\n"
                        + "   \"X = s.fit_transform(X)\\n\",\n   \"b\"\n  ]}\n], \"nbformat\": 4}\n";
        Path file = write("n.ipynb", notebook);

        lint("n.ipynb", "--fix").exits(0);

        assertThat(Files.readString(file)).isEqualTo(notebook.replace("s.fit_transform", "s.transform"));
    }

    @Test
    void theCommentInTheManualSuppresses() throws IOException {
        String manual = Files.readString(Path.of("../docs/lint.md"));
        int begin = manual.indexOf("```python\n") + "```python\n".length();
        String code = manual.substring(begin, manual.indexOf("```", begin));
        write("a.py", code.replace("scaler-before-split", "fit-on-all-rows"));

        lint("a.py").exits(0).says("no leak found", "SUPPRESSED 1 finding");
    }

    @Test
    void theHookAsksForWhatTheProgramOffers() throws IOException {
        String hook = Files.readString(Path.of("../.pre-commit-hooks.yaml"));
        write("a.py", LEAKY);

        assertThat(hook).contains("entry: ./watertight lint --quiet\n");
        Run run = lint("--quiet", "a.py").exits(1);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void theProgramKnowsTheCommand() throws IOException {
        write("a.py", "x = 1\n");

        Run.in(folder, "lint", "--help").exits(0).says("Usage: watertight lint", "--explain", "Exit codes:");
        Run.in(folder, "lint", "missing.py").complains("missing.py");
        assertThat(Run.in(folder, "lint", "a.py").out()).contains("1 file");
        Run.in(folder, "explain", SuppressionComment.ID).exits(0).says("## What it finds");
        Run.in(folder, "explain", "suppression-commnt").complains("suppression-comment");
        Run.in(folder, "checks").exits(0).says(SuppressionComment.ID);
        Run.in(folder, "checks", "--format", "json").exits(0).says("\"kind\" : \"code\"", "\"kind\" : \"data\"");
    }
}
