package io.watertight.ml.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.ml.ledger.AssessmentPolicy.Once;
import io.watertight.ml.ledger.AssessmentPolicy.Recorded;
import io.watertight.ml.ledger.LedgerHistory.Look;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several processes and threads on one ledger, some of them killed. */
@Timeout(600)
final class LedgerProcessesTest {

    private static final TestSetIdentity SET = TestSets.loans(30, 1).identity();

    @TempDir
    Path folder;

    private Ledger ledger(String writer) {
        return Ledger.open(folder, Clock.systemUTC(), new WriterIdentity(writer, writer));
    }

    private Process start(String writer, int first, int count) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LedgerProcess.class.getName(),
                        folder.toString(),
                        writer,
                        Integer.toString(first),
                        Integer.toString(count))
                .redirectErrorStream(true)
                .start();
    }

    private static List<String> rest(Process process) throws IOException {
        try (BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII)) {
            return lines.lines().toList();
        }
    }

    private static Set<String> told(LedgerHistory history) {
        return history.looks().stream()
                .filter(look -> look.outcome().isPresent())
                .map(look -> look.record().hash())
                .collect(Collectors.toSet());
    }

    @Test
    void twoProcessesAndThreadsOfThisOneShareAChain() throws Exception {
        ledger("ann").lock(SET, "loans", new Recorded());
        Process first = start("ann", 0, 25);
        Process second = start("ann", 100, 25);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Future<Integer>> done = new ArrayList<>();
        for (int thread = 0; thread < 3; thread++) {
            int model = 1000 * (1 + thread);
            Callable<Integer> work = () -> {
                for (int look = 0; look < 10; look++) {
                    ledger("ann")
                            .assess(SET, LedgerTest.model("model " + (model + look)))
                            .score(0.5, OptionalDouble.empty());
                }
                return 10;
            };
            done.add(threads.submit(work));
        }
        for (Future<Integer> one : done) {
            assertThat(one.get()).isEqualTo(10);
        }
        threads.shutdown();
        Set<String> printed = new HashSet<>(rest(first));
        printed.addAll(rest(second));

        LedgerReading reading = ledger("ann").read();
        LedgerHistory history = ledger("ann").history(SET);

        assertThat(printed).hasSize(50);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.records()).hasSize(1 + 2 * 80);
        assertThat(told(history)).hasSize(80).containsAll(printed);
    }

    @Test
    void ofTwoProcessesOnlyOneGetsTheOneLook() throws Exception {
        ledger("ann").lock(SET, "loans", new Once());
        List<Process> rivals = new ArrayList<>();
        for (int rival = 0; rival < 3; rival++) {
            rivals.add(start(rival == 0 ? "ann" : "bob", rival, 1));
        }
        int winners = 0;
        for (Process rival : rivals) {
            List<String> lines = rest(rival);
            if (rival.waitFor() == 0) {
                winners++;
                assertThat(lines).hasSize(1);
            } else {
                assertThat(lines.get(0)).contains("allows one assessment");
            }
        }

        assertThat(winners).isEqualTo(1);
        assertThat(ledger("ann").history(SET).looks()).hasSize(1);
    }

    /** Killed with SIGKILL right after a line was printed, that is in the midst of the next look; the number of lines is drawn. */
    @Test
    void whoeverIsKilledLeavesALedgerThatHoldsEveryScoreTold() throws Exception {
        ledger("ann").lock(SET, "loans", new Recorded());
        long seed = 20261122;
        Random random = new Random(seed);
        Set<String> printed = new HashSet<>();
        for (int round = 0; round < 12; round++) {
            Process process = start("ann", round * 10_000, 10_000);
            int last = 1 + random.nextInt(20);
            try (BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII)) {
                for (int line = 0; line < last; line++) {
                    String hash = lines.readLine();
                    assertThat(hash)
                            .as("seed %d, round %d, line %d", seed, round, line)
                            .matches("[0-9a-f]{64}");
                    printed.add(hash);
                }
                // Some more work for a random while that is not waited for.
                for (int spin = random.nextInt(2_000_000); spin > 0; spin--) {
                    Thread.onSpinWait();
                }
                // By its handle: the process's own method would close the pipe with what it printed last.
                assertThat(process.toHandle().destroyForcibly()).isTrue();
                assertThat(process.waitFor()).isNotZero();
                lines.lines().filter(line -> line.length() == 64).forEach(printed::add);
            }

            LedgerReading reading = ledger("ann").read();
            assertThat(reading.isSound())
                    .as("seed %d, round %d: %s", seed, round, reading.problems())
                    .isTrue();
            assertThat(told(ledger("ann").history(SET)))
                    .as("seed %d, round %d", seed, round)
                    .containsAll(printed);
        }
        ledger("ann").assess(SET, LedgerTest.model("after")).score(0.5, OptionalDouble.empty());

        LedgerHistory history = ledger("ann").history(SET);
        assertThat(printed).hasSizeGreaterThan(12);
        assertThat(ledger("ann").read().problems()).isEmpty();
        assertThat(history.looks().stream()
                        .filter(look -> look.outcome().isEmpty())
                        .map(Look::record))
                .as("looks that were interrupted: one a round at most")
                .hasSizeLessThanOrEqualTo(12);
    }
}
