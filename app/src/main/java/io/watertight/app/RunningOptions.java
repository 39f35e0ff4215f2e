package io.watertight.app;

import io.watertight.core.WatertightException;
import io.watertight.core.audit.AuditOptions;
import io.watertight.core.study.Lag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which checks run, and for how long. */
final class RunningOptions {

    @Option(names = "--checks", paramLabel = "ID", description = "Run only these checks. Comma-separated or repeated.")
    List<String> only = new ArrayList<>();

    @Option(names = "--skip", paramLabel = "ID", description = "Leave these checks out. Comma-separated or repeated.")
    List<String> skip = new ArrayList<>();

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            description = "Stop the second scan after about this long (60s, 5min); the report says what was deferred.")
    @Nullable
    String budget;

    AuditOptions options(ReadingOptions reading, MachineOptions machine) {
        return new AuditOptions(
                new LinkedHashSet<>(WordList.of(only)),
                new LinkedHashSet<>(WordList.of(skip)),
                duration(),
                machine.seed(),
                OptionalInt.empty(),
                machine.resources(),
                reading.character(),
                reading.isHeader());
    }

    private Optional<Duration> duration() {
        if (budget == null) {
            return Optional.empty();
        }
        Lag length = Lag.parse(budget);
        if (!length.isPositive()) {
            throw new WatertightException("--budget " + budget + " leaves no time at all.", "allow at least 1s");
        }
        return Optional.of(Duration.ofSeconds(length.seconds()));
    }
}
