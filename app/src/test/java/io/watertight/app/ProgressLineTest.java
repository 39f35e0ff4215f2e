package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.engine.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether progress is drawn does not depend on the command that asks. */
final class ProgressLineTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Shell shell(boolean terminal) {
        return new Shell(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Path.of(""),
                terminal,
                false,
                100,
                new Cancellation());
    }

    @Test
    void withoutATerminalOrWhenUnwantedNothingIsDrawn() {
        MachineOptions silent = new MachineOptions();
        silent.noProgress = true;

        Progress unwatched = ProgressLine.during(shell(false), true, progress -> progress);
        Progress unwanted = ProgressLine.during(shell(true), false, progress -> progress);
        Progress silenced = silent.withProgress(shell(true), progress -> progress);

        assertThat(List.of(unwatched, unwanted, silenced)).containsOnly(Progress.NONE);
    }

    @Test
    void theResultOfTheWorkIsHandedBackAndItsFailureToo() {
        int result = ProgressLine.during(shell(false), true, progress -> 7);

        assertThat(result).isEqualTo(7);
        assertThatThrownBy(() -> ProgressLine.during(shell(true), true, progress -> {
                    progress.stage("Reading", 10);
                    throw new IllegalArgumentException("broken");
                }))
                .hasMessage("broken");
    }
}
