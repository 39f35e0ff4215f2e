package io.watertight.app;

import io.watertight.core.WatertightException;
import io.watertight.core.audit.AuditOptions;
import io.watertight.core.engine.Resources;
import io.watertight.core.study.Lag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the audit runs. */
final class RunningOptions {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*(k|m|g|t)?i?b?");
    private static final Map<String, Double> UNIT = Map.of("", 1.0, "k", 1e3, "m", 1e6, "g", 1e9, "t", 1e12);

    /** With less, the engine cannot hold the blocks it works on. */
    private static final long LEAST_MEMORY = 50_000_000;

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

    @Option(names = "--seed", paramLabel = "N", description = "Of samples, folds and learners.")
    @Nullable
    Long seed;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            description = "Memory of the engine, e.g. 2GB; it spills to disk beyond.")
    @Nullable
    String memory;

    @Option(names = "--threads", paramLabel = "N", description = "Threads at most; by default all processors.")
    @Nullable
    Integer threads;

    @Option(names = "--quiet", description = "No progress and no notes, only the result.")
    boolean quiet;

    @Option(names = "--no-progress", description = "No progress.")
    boolean noProgress;

    AuditOptions options(ReadingOptions reading) {
        return new AuditOptions(
                ids(only),
                ids(skip),
                duration(),
                seed == null ? AuditOptions.DEFAULT.seed() : seed,
                OptionalInt.empty(),
                new Resources(bytes(), threads()),
                reading.character(),
                reading.isHeader());
    }

    private static Set<String> ids(List<String> texts) {
        Set<String> ids = new LinkedHashSet<>();
        texts.forEach(text -> List.of(text.split(",", -1)).stream()
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .forEach(ids::add));
        return ids;
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

    private OptionalInt threads() {
        if (threads == null) {
            return OptionalInt.empty();
        }
        if (threads < 1 || threads > 1024) {
            throw new WatertightException("--threads " + threads + " is not a number from 1 to 1024.", "leave it out");
        }
        return OptionalInt.of(threads);
    }

    private OptionalLong bytes() {
        if (memory == null) {
            return OptionalLong.empty();
        }
        Matcher matcher = SIZE.matcher(memory.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new WatertightException("--memory " + memory + " is not a size.", "write a number and a unit: 2GB");
        }
        String unit = matcher.group(2) == null ? "" : matcher.group(2);
        double bytes = Double.parseDouble(matcher.group(1)) * UNIT.getOrDefault(unit, 1.0);
        if (bytes < LEAST_MEMORY) {
            throw new WatertightException("--memory " + memory + " is too little to work with.", "allow at least 50MB");
        }
        return OptionalLong.of((long) bytes);
    }
}
