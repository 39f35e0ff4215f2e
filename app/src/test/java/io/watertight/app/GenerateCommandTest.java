package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.engine.generate.Leaks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class GenerateCommandTest {

    @TempDir
    Path folder;

    private Run generate(String... options) {
        return Run.in(
                folder, Stream.concat(Stream.of("generate"), Stream.of(options)).toArray(String[]::new));
    }

    private JsonNode key(String file) {
        return JsonMapper.shared().readTree(folder.resolve(file + ".key.json").toFile());
    }

    @Test
    void writesATableAndItsAnswersAndNothingElse() throws IOException {
        generate("demo.csv", "--rows", "300", "--columns", "12").exits(0).notes("Written: ", "demo.csv.key.json");

        List<String> lines = Files.readAllLines(folder.resolve("demo.csv"));
        assertThat(lines).hasSize(301);
        assertThat(lines.get(0).split(",")).hasSize(12).startsWith("id").endsWith("outcome");
        assertThat(key("demo.csv").get("rows").asLong()).isEqualTo(300);
        assertThat(key("demo.csv").get("leaks")).hasSize(3);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("demo.csv", "demo.csv.key.json");
        }
    }

    @Test
    void aRowDependsOnTheSeedAndItsNumberAlone() throws IOException {
        generate("short.csv", "--rows", "100", "--leaks", "duplicates,near-duplicates,group")
                .exits(0);
        generate("long.csv", "--rows", "900", "--leaks", "duplicates,near-duplicates,group", "--threads", "1")
                .exits(0);
        generate("other.csv", "--rows", "100", "--leaks", "duplicates,near-duplicates,group", "--seed", "8")
                .exits(0);

        List<String> rows = Files.readAllLines(folder.resolve("short.csv"));
        assertThat(Files.readAllLines(folder.resolve("long.csv")).subList(0, 101))
                .isEqualTo(rows);
        assertThat(Files.readAllLines(folder.resolve("other.csv"))).doesNotContain(rows.get(1));
    }

    @Test
    void aTestTableGoesOnWhereTheTableEnds() throws IOException {
        generate("all.csv", "--rows", "100", "--leaks", "none").exits(0);
        generate("most.csv", "--rows", "80", "--test", "rest.csv", "--test-rows", "20", "--leaks", "none")
                .exits(0);

        List<String> all = Files.readAllLines(folder.resolve("all.csv"));
        assertThat(Files.readAllLines(folder.resolve("most.csv"))).isEqualTo(all.subList(0, 81));
        assertThat(Files.readAllLines(folder.resolve("rest.csv")).subList(1, 21))
                .isEqualTo(all.subList(81, 101));
    }

    @Test
    void theKeyNamesTheRowsThatWereCopied() throws IOException {
        generate("demo.csv", "--rows", "1000", "--leaks", "duplicates").exits(0);

        JsonNode leak = key("demo.csv").get("leaks").get(0);
        List<String> rows = Files.readAllLines(folder.resolve("demo.csv"));
        List<String> cells = rows.stream()
                .skip(1)
                .map(row -> row.substring(row.indexOf(',')))
                .toList();
        assertThat(leak.get("affectedRows").asLong())
                .isEqualTo(1000 - Math.toIntExact(cells.stream().distinct().count()));
        for (JsonNode example : leak.get("exampleRows")) {
            int row = example.asInt();
            assertThat(cells.subList(0, row)).contains(cells.get(row));
        }
    }

    @Test
    void refusesToOverwriteUnlessForced() throws IOException {
        Files.writeString(folder.resolve("demo.csv"), "mine\n");

        generate("demo.csv", "--rows", "50").complains("demo.csv is there already", "--force");
        assertThat(folder.resolve("demo.csv")).hasContent("mine");

        generate("demo.csv", "--rows", "50", "--force").exits(0);
        assertThat(Files.readAllLines(folder.resolve("demo.csv"))).hasSize(51);
    }

    @Test
    void theCommandsOfTheManualShowTheirLeaks() throws IOException {
        String manual = Files.readString(Path.of("..", "docs", "manual.md"));
        List<String> lines = manual.substring(manual.indexOf("## Tables to try it on"))
                .lines()
                .filter(line -> line.startsWith("    watertight "))
                .limit(2)
                .toList();

        generate(words(lines.get(0), "generate")).exits(0);
        Run audit = Run.in(folder, words(lines.get(1), "")).exits(1);

        audit.says("status", "follow_up", "customer");
    }

    private static String[] words(String line, String command) {
        return line.strip()
                .substring(("watertight " + command).length())
                .strip()
                .split(" ");
    }

    @Test
    void listsEveryLeak() {
        Run run = generate("--list").exits(0);

        Leaks.all().forEach(leak -> run.says(leak.name()));
    }

    @Test
    void wrongUseIsExplained() throws IOException {
        generate().complains("No file", "watertight generate demo.csv");
        generate("demo.xlsx").complains("neither .parquet nor .csv");
        generate("demo.csv", "--leaks", "target-cpoy").complains("'target-copy'");
        generate("demo.csv", "--leaks", "scaling").complains("--test test.parquet");
        generate("demo.csv", "--leaks", "pure-subgroup", "--task", "regression").complains("does not suit");
        generate("demo.csv", "--columns", "5").complains("--columns ");
        generate("demo.csv", "--rows", "0").complains("0 rows");
        generate("demo.csv", "--test-rows", "5").complains("--test test.parquet");
        generate("demo.csv", "--test", "demo.csv").complains("the same");
        generate("demo.csv", "--task", "binnary").complains("'binary'");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
