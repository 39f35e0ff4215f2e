package io.watertight.app;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a command runs.
 *
 * @param in what a person or a pipe says
 * @param out for results
 * @param err for progress, notes and complaints
 * @param folder the working folder
 * @param terminal whether a person sits at the other end
 * @param color whether the terminal may be coloured
 * @param width of the terminal in characters
 * @param cancellation what to undo when the command is interrupted
 */
record Shell(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Path folder,
        boolean terminal,
        boolean color,
        int width,
        Cancellation cancellation) {

    /** The shell this process was started from. Output is UTF-8 whatever the locale: files and pipes outlive it. */
    static Shell ofProcess() {
        return ofProcess(new StandardOutput());
    }

    static Shell ofProcess(StandardOutput to) {
        boolean terminal = isTerminal();
        boolean color = terminal && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
        PrintStream out = new PrintStream(to, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Path here = Path.of("").toAbsolutePath();
        return new Shell(System.in, out, err, here, terminal, color, columns(), new Cancellation());
    }

    /** Since Java 22 there is always a console, and it must be asked. */
    @SuppressWarnings("SystemConsoleNull") // it is asked below, where it can answer
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }

    private static int columns() {
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("\\d{1,4}") ? Integer.parseInt(columns) : 100;
    }

    /** Whether progress may be drawn: for eyes, not for logs. */
    boolean watched() {
        return terminal && System.getenv("CI") == null;
    }

    /** A path of the working folder; as typed if that is where the process runs, so that messages look like the command. */
    Path path(String typed) {
        Path path = Path.of(typed);
        boolean here = folder.equals(Path.of("").toAbsolutePath());
        return here || path.isAbsolute() ? path : folder.resolve(path);
    }

    /** A place to read from: a path, a glob, or {@code -}, which is no path. */
    String location(String typed) {
        boolean here = folder.equals(Path.of("").toAbsolutePath());
        if (here || typed.equals("-") || typed.contains("://")) {
            return typed;
        }
        try {
            return path(typed).toString();
        } catch (InvalidPathException glob) {
            return folder + "/" + typed;
        }
    }

    List<String> locations(List<String> typed) {
        return typed.stream().map(this::location).toList();
    }

    /** A line beside the result, without anything that could command the terminal. */
    void note(String line) {
        err.println(Printable.of(line));
    }
}
