package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.study.Task;
import io.watertight.core.study.Words;
import io.watertight.engine.generate.Leaks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether the audit finds what the generator plants, and nothing where it plants nothing. */
final class GeneratedLeaksTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * What no check reports yet: a sum of two columns that is cut twice, into three classes; means of one of three classes; and a pure
     * value of three classes where several columns tell something, which honest pixels of digits do as well.
     */
    private static final Set<String> NOT_FOUND =
            Set.of("MULTICLASS sum-of-columns", "MULTICLASS target-encoding", "MULTICLASS pure-subgroup");

    /** Which differ where there is no test table. */
    private static final Set<String> ROW_LEAKS =
            Set.of("duplicates", "near-duplicates", "noisy-copies", "group", "oversampling");

    /** Which are the same for every task. */
    private static final Set<String> WHATEVER_TASK = Set.of(
            "duplicates", "near-duplicates", "noisy-copies", "group", "scaling", "time-overlap", "future-column");

    @TempDir
    Path folder;

    /** A finding that is more than a remark and surer than a guess. */
    private static boolean counts(JsonNode finding) {
        return !finding.get("severity").asString().equals("info")
                && Set.of("proven", "high", "medium")
                        .contains(finding.get("confidence").asString());
    }

    private JsonNode audit(String... generate) {
        List<String> command =
                new ArrayList<>(List.of("generate", "made.csv", "--rows", "6000", "--columns", "14", "--force"));
        command.addAll(List.of(generate));
        Run.in(folder, command.toArray(String[]::new)).exits(0);
        JsonNode key = JSON.readTree(folder.resolve("made.csv.key.json").toFile());
        List<String> audit = new ArrayList<>();
        key.get("audit").forEach(word -> audit.add(word.asString()));
        audit.addAll(List.of("--format", "json", "--fail-on", "never"));
        return JSON.readTree(Run.in(folder, audit.toArray(String[]::new)).out());
    }

    static Stream<Arguments> plantings() {
        return Stream.of(Task.values())
                .flatMap(task -> Leaks.all().stream()
                        .filter(leak ->
                                leak.suits(task) && (task == Task.BINARY || !WHATEVER_TASK.contains(leak.name())))
                        .flatMap(leak -> Stream.of(true, false)
                                .filter(tested -> tested || !leak.needsTest())
                                .filter(tested -> tested || ROW_LEAKS.contains(leak.name()) && task == Task.BINARY)
                                .map(tested -> Arguments.of(task, leak.name(), tested))));
    }

    @ParameterizedTest(name = "{1}, {0}, test table: {2}")
    @MethodSource("plantings")
    void everyPlantedLeakIsFound(Task task, String name, boolean tested) {
        List<String> options = new ArrayList<>(List.of("--leaks", name, "--task", Words.of(task)));
        if (tested) {
            options.addAll(List.of("--test", "test.csv"));
        }

        JsonNode report = audit(options.toArray(String[]::new));

        Set<String> found = new TreeSet<>();
        report.get("findings").forEach(finding -> {
            if (counts(finding)) {
                found.add(finding.get("check").asString());
                finding.get("related")
                        .forEach(related -> found.add(related.get("check").asString()));
            }
        });
        List<String> expected = new ArrayList<>();
        JSON.readTree(folder.resolve("made.csv.key.json").toFile())
                .get("leaks")
                .get(0)
                .get("checks")
                .forEach(check -> expected.add(check.asString()));
        if (NOT_FOUND.contains(task + " " + name)) {
            assertThat(found).as("found by now: take it off the list").doesNotContainAnyElementsOf(expected);
        } else {
            assertThat(found).containsAnyElementsOf(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void nothingIsFoundInAnInnocentTable(Task task) {
        for (String seed : List.of("1", "7")) {
            JsonNode report = audit("--leaks", "none", "--task", Words.of(task), "--test", "test.csv", "--seed", seed);
            List<String> found = new ArrayList<>();
            report.get("findings").forEach(finding -> {
                if (counts(finding)) {
                    found.add(finding.get("check").asString());
                }
            });
            assertThat(found).as("seed %s", seed).isEmpty();
        }
    }
}
