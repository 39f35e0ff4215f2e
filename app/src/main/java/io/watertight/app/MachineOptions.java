package io.watertight.app;

import io.watertight.core.WatertightException;
import io.watertight.core.audit.AuditOptions;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.Resources;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a command may take of the machine, and how much it says meanwhile. */
final class MachineOptions {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)\\s*(k|m|g|t)?i?b?");
    private static final Map<String, Double> UNIT = Map.of("", 1.0, "k", 1e3, "m", 1e6, "g", 1e9, "t", 1e12);

    /** With less, the engine cannot hold the blocks it works on. */
    private static final long LEAST_MEMORY = 50_000_000;

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

    long seed() {
        return seed == null ? AuditOptions.DEFAULT.seed() : seed;
    }

    Resources resources() {
        return new Resources(bytes(), threads());
    }

    /** Threads for fits. */
    int fits() {
        return threads().orElse(Runtime.getRuntime().availableProcessors());
    }

    /** The audit's options without checks, for commands that only read. */
    AuditOptions reading(ReadingOptions reading) {
        return new RunningOptions().options(reading, this);
    }

    /** Does the work while a line says how far it is, if somebody watches and has not asked for silence; afterwards the line is gone. */
    <T> T withProgress(Shell shell, Function<Progress, T> work) {
        return ProgressLine.during(shell, !quiet && !noProgress, work);
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
