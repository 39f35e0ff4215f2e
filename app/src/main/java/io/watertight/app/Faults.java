package io.watertight.app;

import io.watertight.core.WatertightException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The last line of defence: whatever went wrong becomes a sentence, a remedy and an exit code. */
final class Faults {

    private static final Pattern DISK =
            Pattern.compile("No space left on device|Disk quota exceeded|Read-only file system|File too large");

    private Faults() {}

    static int explainUsage(Shell shell, ParameterException problem) {
        if (problem.getCause() instanceof WatertightException known) {
            return explain(shell, known);
        }
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        List<String> suggestions =
                problem instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String remedy = suggestions.isEmpty()
                ? "look at: " + command + " --help"
                : "you mean " + String.join(" or ", suggestions.subList(0, Math.min(3, suggestions.size())));
        shell.note(problem.getMessage() + "\nMaybe " + remedy + ".");
        return ExitCode.USAGE;
    }

    static int explain(Shell shell, Throwable problem) {
        if (shell.cancellation().isCancelled()) {
            return ExitCode.CANCELLED;
        }
        if (problem instanceof WatertightException known) {
            shell.note(known.explain());
        } else if (problem instanceof OutOfMemoryError) {
            shell.note(
                    "The program has not enough memory for this.\nMaybe give it more: WATERTIGHT_JAVA_OPTS=-Xmx8g, or audit"
                            + " fewer columns with --features.");
        } else if (disk(problem).isPresent()) {
            shell.note(
                    "A temporary file cannot be written in " + System.getProperty("java.io.tmpdir") + ": "
                            + disk(problem).get()
                            + ".\nMaybe make room there, or name another folder: WATERTIGHT_JAVA_OPTS=-Djava.io.tmpdir=FOLDER.");
        } else {
            shell.note(describe(problem) + "\nMaybe send the developers " + log(problem)
                    + ", after a look whether it holds something private.");
        }
        return ExitCode.USAGE;
    }

    /** What the system says of a disk that takes no more. */
    private static Optional<String> disk(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            Matcher matcher = DISK.matcher(String.valueOf(cause.getMessage()));
            if (matcher.find()) {
                return Optional.of(matcher.group().toLowerCase(Locale.ROOT));
            }
        }
        return Optional.empty();
    }

    private static String describe(Throwable problem) {
        StackTraceElement[] trace = problem.getStackTrace();
        String where = trace.length == 0 ? "" : " in " + trace[0].getFileName() + ", line " + trace[0].getLineNumber();
        String kind = problem.getClass().getSimpleName().replaceAll("(Exception|Error)$", "");
        return "Something unforeseen happened (" + kind + where + "); this is a fault of Watertight, not of your data.";
    }

    /** The details, where they are not in the way. */
    private static String log(Throwable problem) {
        try {
            Path file = Files.createTempFile("watertight-fault-", ".log");
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
                writer.println("watertight " + Version.read() + ", Java " + System.getProperty("java.version") + ", "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
                problem.printStackTrace(writer);
            }
            return "the file " + file;
        } catch (IOException | RuntimeException full) {
            return "what you typed";
        }
    }
}
