package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real process gets a real signal in the midst of its work. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such signals")
final class SignalTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSignalEndsTheProcessAndLeavesNothingBehind(String signal, int exit) throws Exception {
        assumeFalse(
                signal.equals("INT") && isInterruptIgnored(),
                "a shell in the background hands ignored interrupts down");
        Path table = large(folder.resolve("large.csv"));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        try (WatchService watch = temporary.getFileSystem().newWatchService()) {
            temporary.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Djava.io.tmpdir=" + temporary,
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            "audit",
                            table.toString(),
                            "--target",
                            "y",
                            "--output",
                            folder.resolve("report.json").toString(),
                            "--format",
                            "json")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said").toFile())
                    .start();
            try {
                // The private folder is made before the first row is read.
                assertThat(watch.poll(60, TimeUnit.SECONDS))
                        .as("private folder")
                        .isNotNull();
                new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                        .start()
                        .waitFor();
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isEqualTo(exit);
            } finally {
                process.destroyForcibly();
            }
        }
        assertThat(temporary).isDirectoryNotContaining("glob:**watertight-*");
        assertThat(folder.resolve("report.json")).doesNotExist();
        assertThat(Files.readString(folder.resolve("said"))).doesNotContain("Exception", "\tat ");
    }

    /** A process started by a shell in the background ignores interrupts, and so do its children, Java among them. */
    private static boolean isInterruptIgnored() throws Exception {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .mapToLong(line -> Long.parseUnsignedLong(
                        line.substring("SigIgn:".length()).strip(), 16))
                .anyMatch(ignored -> (ignored & 1L << (2 - 1)) != 0);
    }

    /** Takes seconds to audit, and less than one to write. */
    private static Path large(Path file) throws Exception {
        Random random = new Random(7);
        StringBuilder block = new StringBuilder();
        for (int row = 0; row < 1000; row++) {
            block.append(row % 2);
            for (int column = 0; column < 20; column++) {
                block.append(',').append(String.format(Locale.ENGLISH, "%.6f", random.nextDouble()));
            }
            block.append('\n');
        }
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("y");
            for (int column = 0; column < 20; column++) {
                out.write(",amount_" + column);
            }
            out.write('\n');
            for (int repeat = 0; repeat < 300; repeat++) {
                out.append(block);
            }
        }
        return file;
    }
}
