package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.WatertightException;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class FaultsTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private final Shell shell = new Shell(
            InputStream.nullInputStream(),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Path.of("").toAbsolutePath(),
            false,
            false,
            100,
            new Cancellation());

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatAUserCanMendIsExplained() {
        assertThat(Faults.explain(shell, new WatertightException("No \u001b[31mfile.", "look")))
                .isEqualTo(2);
        assertThat(said()).contains("No ").endsWith("Maybe look.\n").doesNotContain("\u001b");
    }

    @Test
    void sentencesEndOnce() {
        Faults.explain(shell, new WatertightException("'a' is no file", "look"));
        assertThat(said()).startsWith("'a' is no file.\n").endsWith("Maybe look.\n");
    }

    @Test
    void aFaultOfTheProgramIsOneLineAndALogFile() throws Exception {
        assertThat(Faults.explain(shell, new IllegalStateException("secret cell value")))
                .isEqualTo(2);

        assertThat(said())
                .contains("fault of Watertight")
                .doesNotContain("secret")
                .doesNotContain("Exception")
                .hasLineCount(2);
        Path log = Path.of(said().replaceAll("(?s).*the file (\\S+),.*", "$1"));
        assertThat(log).content().contains("IllegalStateException").contains("FaultsTest");
        Files.delete(log);
    }

    @Test
    void errorsOfTheMachineAreSentencesToo() throws Exception {
        assertThat(Faults.explain(shell, new OutOfMemoryError("heap"))).isEqualTo(2);
        assertThat(said()).contains("memory").contains("-Xmx");

        assertThat(Faults.explain(shell, new StackOverflowError())).isEqualTo(2);
        assertThat(said()).contains("StackOverflow").doesNotContain("\tat ");
        Files.delete(Path.of(said().replaceAll("(?s).*the file (\\S+),.*", "$1")));
    }

    @Test
    void afterCtrlCNothingIsExplained() {
        shell.cancellation().finish();
        Cancellation cancelled = new Cancellation();
        Thread ended = new Thread(cancelled::finish);
        Thread undo = new Thread(() -> cancelled.cancelAndWait(ended));
        undo.start();
        ended.start();
        while (!cancelled.isCancelled() && undo.isAlive()) {
            Thread.onSpinWait();
        }
        Shell interrupted =
                new Shell(shell.in(), shell.out(), shell.err(), shell.folder(), false, false, 100, cancelled);

        if (cancelled.isCancelled()) {
            assertThat(Faults.explain(interrupted, new IllegalStateException("closed")))
                    .isEqualTo(130);
            assertThat(said()).isEmpty();
        }
    }

    @Test
    void controlAndDirectionCharactersBecomeCodes() {
        assertThat(Printable.of("a\u001b[0m\tb\r\nc\u202Ed\u0000\u009b"))
                .isEqualTo("a\\u{1b}[0m b\nc\\u{202e}d\\u{0}\\u{9b}");
        assertThat(Printable.of("größe 👩‍🔬 日本")).isEqualTo("größe 👩‍🔬 日本");
    }
}
