package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What a team is told to type and to paste is typed and pasted here, into a small project. */
final class AdoptionTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    Path folder;

    @BeforeEach
    void project() throws IOException {
        Path table = Tables.cards(folder);
        List<String> rows = Files.readAllLines(table);
        Tables.write(folder, "train.csv", rows.get(0) + "\n" + String.join("\n", rows.subList(1, 301)) + "\n");
        Tables.write(folder, "test.csv", rows.get(0) + "\n" + String.join("\n", rows.subList(301, 401)) + "\n");
        Tables.write(folder, "scores.csv", "score\n" + "0.25\n0.75\n".repeat(50));
        Files.createDirectories(folder.resolve("src"));
        Tables.write(folder.resolve("src"), "train.py", """
                import pandas as pd
                from sklearn.linear_model import LogisticRegression

                frame = pd.read_csv("applications.csv")
                X, y = frame.drop(columns="card"), frame.card
                model = LogisticRegression().fit(X, y)
                print(model.score(X, y))
                """);
    }

    @Test
    void thePageOnAdoptingIsRunFromTopToBottom() throws IOException {
        List<String> commands = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(Files.readString(ROOT.resolve("docs/adopting.md")));
        while (blocks.find()) {
            commands.addAll(commandsOf(blocks.group(1)));
        }
        assertThat(commands).hasSizeGreaterThan(9);

        for (String command : commands) {
            Run run = run(command);
            int wanted = command.contains("--require-valid") ? 3 : 0;
            assertThat(run.code())
                    .as("%s%nout: %s%nerr: %s", command, run.out(), run.err())
                    .isEqualTo(wanted);
        }
        assertThat(folder.resolve("study.yml")).content().contains("acceptances:", "Ada", "2031-01-31", "answers:");
        assertThat(folder.resolve("watertight-ledger")).isDirectoryContaining("glob:**.jsonl");
    }

    @Test
    void theWorkflowRunsItsCommandsAndUploadsWhatTheyWrite() throws IOException {
        run("watertight init applications.csv --target card --yes").exits(0);
        run("watertight audit --write-baseline leaks-data.txt --format text --output -")
                .exits(0);
        run("watertight lint src --write-baseline leaks-code.txt").exits(0);
        JsonNode workflow = yaml("examples/ci/leaks.yml");
        assertThat(workflow.path("permissions").path("security-events").asString())
                .isEqualTo("write");
        List<String> ran = new ArrayList<>();
        int uploads = 0;

        for (JsonNode step : workflow.path("jobs").path("leaks").path("steps")) {
            for (String command : commandsOf(step.path("run").asString(""))) {
                run(command).exits(0);
                ran.add(command);
            }
            if (step.path("uses").asString("").contains("upload-sarif")) {
                Path file = folder.resolve(step.path("with").path("sarif_file").asString());
                assertThat(file).exists();
                if (Files.isDirectory(file)) {
                    assertThat(file).isDirectoryContaining("glob:**.sarif");
                }
                uploads++;
            }
        }

        assertThat(ran).hasSize(4);
        assertThat(uploads).isEqualTo(2);
        Tables.leaky(folder, "applications.csv", 300, 3);
        Tables.write(folder, "study.yml", "data: applications.csv\ntarget: y\n");
        run(ran.get(2)).exits(1); // what is new stops the gate
    }

    @Test
    void theHooksOfThisRepositoryAndTheLocalOnesRun() throws IOException {
        run("watertight init applications.csv --target card --yes").exits(0);
        List<JsonNode> hooks = new ArrayList<>();
        yaml(".pre-commit-hooks.yaml").forEach(hooks::add);
        yaml("examples/ci/pre-commit-config.yaml")
                .path("repos")
                .get(0)
                .path("hooks")
                .forEach(hooks::add);
        assertThat(hooks).hasSize(4);

        for (JsonNode hook : hooks) {
            assertThat(hook.path("id").asString()).startsWith("watertight-");
            boolean takesFiles = hook.path("pass_filenames").asBoolean(true);
            Run run = run(hook.path("entry").asString() + (takesFiles ? " src/train.py" : ""));
            assertThat(run.code())
                    .as("%s: %s", hook.path("id").asString(), run.err())
                    .isIn(0, 1);
        }
    }

    private static JsonNode yaml(String file) throws IOException {
        return new YAMLMapper().readTree(Files.readString(ROOT.resolve(file)));
    }

    /** The lines that call the program; others (fetching it, say) are not for a test without network. */
    private static List<String> commandsOf(String script) {
        return script.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("watertight "))
                .toList();
    }

    private Run run(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command.replaceFirst("^(\\./)?watertight ", ""));
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return Run.in(folder, words.toArray(String[]::new));
    }
}
