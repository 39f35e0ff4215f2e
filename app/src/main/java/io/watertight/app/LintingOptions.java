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

/** What is reported of a reading of code, where, and what counts as a failure. */
final class LintingOptions {

    /** What {@code --fail-on} may say. */
    enum FailOn {
        NEVER,
        INFO,
        WARNING,
        ERROR
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text (default), json, sarif, junit, markdown or html; several: comma-separated or repeated.")
    List<String> formats = new ArrayList<>();

    @Option(
            names = "--output",
            paramLabel = "PATH",
            description = "A file for one format, a folder for several, '-' for standard output.")
    @Nullable
    String output;

    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            description = "Exit with 1 on findings of this severity: never, info, warning or error (default).")
    String failOn = "error";

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Findings in this file are known: they are listed as suppressed, solved ones are named.")
    @Nullable
    String baseline;

    @Option(names = "--write-baseline", paramLabel = "FILE", description = "Write today's findings to such a file.")
    @Nullable
    String writeBaseline;

    @Option(names = "--verbose", description = "Name everything that was not analysed, and every suppressed finding.")
    boolean verbose;

    @Option(names = "--quiet", description = "No progress and no notes, only the result.")
    boolean quiet;

    /** The formats asked for, each once. */
    Set<String> formats() {
        return words(formats, true);
    }

    /** Words of a repeated or comma-separated option, each once. */
    static Set<String> words(List<String> texts, boolean isLowerCase) {
        Set<String> words = new LinkedHashSet<>();
        for (String text : texts) {
            for (String word : text.split(",", -1)) {
                String plain = isLowerCase ? word.strip().toLowerCase(Locale.ROOT) : word.strip();
                if (!plain.isEmpty()) {
                    words.add(plain);
                }
            }
        }
        return words;
    }

    /** The mildest severity that fails, empty if none does. */
    Optional<Severity> failOn() {
        return switch (Words.read(FailOn.class, failOn, "--fail-on")) {
            case NEVER -> Optional.empty();
            case INFO -> Optional.of(Severity.INFO);
            case WARNING -> Optional.of(Severity.WARNING);
            case ERROR -> Optional.of(Severity.ERROR);
        };
    }
}
