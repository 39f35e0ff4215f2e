package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.app.Program.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Processes are killed at random moments, as by {@code kill -9}: each file they write is afterwards the old one or the whole new one, the
 * ledger is sound, and the next run tidies up. A few rounds here; {@code dev/kill} does hundreds.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "what a process holds cannot be replaced there")
final class KillTest {

    private static final int ROUNDS = Integer.getInteger("watertight.kill.rounds", 2);
    private static final long SEED = Long.getLong("watertight.kill.seed", 11);
    private static final String OLD = "old";

    @TempDir
    Path folder;

    @Test
    void anAuditLeavesWholeReports() throws Exception {
        Tables.cards(folder);
        survives(
                "audit",
                "applications.csv",
                "--target",
                "card",
                "--format",
                "json,html,sarif,junit,markdown,text",
                "--output",
                "out",
                "--write-baseline",
                "out/leaks.txt");
    }

    @Test
    void aSplitLeavesWholeAssignments() throws Exception {
        Tables.cards(folder);
        survives("split", "applications.csv", "--target", "card", "--repeats", "40", "--output", "out/folds.csv");
        survives("split", "applications.csv", "--target", "card", "--repeats", "40", "--output", "out/folds.parquet");
    }

    @Test
    void aReadingOfCodeLeavesWholeReports() throws Exception {
        Tables.write(folder, "train.py", "import pandas\n" + "frame = pandas.read_csv('a.csv')\n".repeat(50));
        survives("lint", "train.py", "--format", "json,html,sarif", "--output", "out");
    }

    @Test
    void anEvaluationLeavesWholeSheetsAndModels() throws Exception {
        Tables.rows(folder, "rows.csv", 200, 5);
        survives(
                "evaluate",
                "rows.csv",
                "--target",
                "y",
                "--learners",
                "linear",
                "--folds",
                "3",
                "--tune",
                "none",
                "--format",
                "json,html",
                "--output",
                "out",
                "--save-model",
                "out/model.wt");
    }

    @Test
    void anAssessmentLeavesASoundLedger() throws Exception {
        Tables.rows(folder, "train.csv", 120, 5);
        Tables.rows(folder, "test.csv", 120, 6);
        StringBuilder scores = new StringBuilder("score\n");
        for (int row = 0; row < 120; row++) {
            scores.append(row % 10 / 10.0).append('\n');
        }
        Tables.write(folder, "scores.csv", scores.toString());
        String[] command = {"assess", "train.csv", "--test", "test.csv", "--target", "y", "--scores", "scores.csv"};
        Files.createDirectories(folder.resolve("watertight-ledger"));
        Program program = Program.in(folder);
        Random random = new Random(SEED);
        long millis = duration(program, command);

        for (int round = 0; round < ROUNDS; round++) {
            kill(program.start(command), folder.resolve("watertight-ledger"), round, millis, random);
            Run verified = Run.in(folder, "ledger", "verify");
            assertThat(verified.code())
                    .as("seed %d, round %d: %s%s", SEED, round, verified.out(), verified.err())
                    .isZero();
        }

        program.run(command);
        tidy(program, folder.resolve(".watertight"));
        Run.in(folder, "ledger", "verify").exits(0);
    }

    /** Runs it once to its end, then again and again to an early one. */
    private void survives(String... command) throws Exception {
        Path out = Files.createDirectories(folder.resolve("out"));
        Program program = Program.in(folder);
        long millis = duration(program, command);
        Map<String, String> endings = endings(out);
        assertThat(endings)
                .as("%s writes: %s", List.of(command), Files.readString(folder.resolve("said")))
                .isNotEmpty();
        Random random = new Random(SEED);

        for (int round = 0; round < ROUNDS; round++) {
            for (String name : endings.keySet()) {
                Files.writeString(out.resolve(name), OLD);
            }
            kill(program.start(command), out, round, millis, random);
            for (Map.Entry<String, String> now : endings(out).entrySet()) {
                assertThat(now.getValue())
                        .as("%s, seed %d, round %d, ending of %s", List.of(command), SEED, round, now.getKey())
                        .isIn(OLD, endings.get(now.getKey()));
            }
        }

        program.run(command);
        assertThat(endings(out)).isEqualTo(endings);
        tidy(program, out);
        for (String name : endings.keySet()) {
            Files.delete(out.resolve(name));
        }
    }

    private static long duration(Program program, String... command) throws Exception {
        long start = System.nanoTime();
        Ended ended = program.run(command);
        assertThat(ended.code()).as(ended.said()).isLessThan(2);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    /** At any moment in even rounds; in odd ones as soon as something is written, which any moment would hardly ever hit. */
    private static void kill(Process process, Path written, int round, long millis, Random random) throws Exception {
        try (WatchService watch = written.getFileSystem().newWatchService()) {
            written.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            if (round % 2 == 0) {
                process.waitFor(random.nextLong(millis), TimeUnit.MILLISECONDS);
            } else {
                watch.poll(3 * millis, TimeUnit.MILLISECONDS);
                long pause = System.nanoTime() + random.nextInt(20_000_000);
                while (System.nanoTime() < pause) {
                    Thread.onSpinWait();
                }
            }
        } finally {
            process.destroyForcibly(); // SIGKILL
            process.waitFor();
        }
    }

    /** What a cut file would not have. Times and durations differ from run to run, so whole files cannot be compared. */
    private static Map<String, String> endings(Path out) throws IOException {
        Map<String, String> endings = new TreeMap<>();
        for (Path file : list(out)) {
            String name = file.getFileName().toString();
            if (!name.startsWith(".")) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                boolean isExact = name.startsWith("folds.") || name.endsWith(".wt") || name.startsWith("leaks.");
                if (!text.equals(OLD) && (name.endsWith(".json") || name.endsWith(".sarif"))) {
                    assertThat(new JsonMapper().readTree(text).isObject())
                            .as(name)
                            .isTrue();
                }
                String end = text.substring(Math.max(0, text.length() - 5)).replaceAll("\\d", "0");
                endings.put(name, isExact || text.equals(OLD) ? text : end);
            }
        }
        return endings;
    }

    private static void tidy(Program program, Path out) throws IOException {
        assertThat(list(program.temporary()).stream()
                        .map(file -> file.getFileName().toString())
                        .filter(name -> name.startsWith("watertight-")))
                .as("temporary files")
                .isEmpty();
        assertThat(list(out)).as("drafts").noneMatch(file -> file.toString().endsWith(".tmp"));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.sorted().toList());
        }
    }
}
