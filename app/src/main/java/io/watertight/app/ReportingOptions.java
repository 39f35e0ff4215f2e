package io.watertight.app;

import io.watertight.core.check.Severity;
import io.watertight.core.study.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is reported, where, and what counts as a failure. */
final class ReportingOptions {

    /** What {@code --fail-on} may say. */
    enum FailOn {
        NEVER,
        WARNING,
        ERROR
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, json, sarif, junit, markdown or html; several: comma-separated or repeated."
                    + " Without it: text here, and a web page in this folder.")
    List<String> formats = new ArrayList<>();

    @Option(
            names = "--output",
            paramLabel = "PATH",
            description = "A file for one format, a folder for several, '-' for standard output.")
    @Nullable
    String output;

    @Option(names = "--show-values", description = "Show cell values (never in SARIF and JUnit); the report says so.")
    boolean showValues;

    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            description = "Exit with 1 on findings of this severity: never, warning or error (default).")
    String failOn = "error";

    @Option(names = "--require-valid", description = "Exit with 3 unless the verdict is 'valid'.")
    boolean requireValid;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Findings in this file are known: only new ones fail, solved ones are named.")
    @Nullable
    String baseline;

    @Option(names = "--write-baseline", paramLabel = "FILE", description = "Write today's findings to such a file.")
    @Nullable
    String writeBaseline;

    /** The formats asked for, each once. */
    Set<String> formats() {
        Set<String> names = new LinkedHashSet<>();
        WordList.of(formats).forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return names;
    }

    /** The mildest severity that fails, empty if none does. */
    Optional<Severity> failOn() {
        return switch (Words.read(FailOn.class, failOn, "--fail-on")) {
            case NEVER -> Optional.empty();
            case WARNING -> Optional.of(Severity.WARNING);
            case ERROR -> Optional.of(Severity.ERROR);
        };
    }
}
