package io.watertight.app;

import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Starts the program. Nothing here may load an engine or a parser: a short command must stay short. */
public final class Main {

    private Main() {}

    /**
     * Runs the command line and ends the process with its exit code.
     *
     * @param arguments what was typed after the program's name
     */
    public static void main(String[] arguments) {
        StandardOutput out = new StandardOutput();
        Shell shell = Shell.ofProcess(out);
        Thread main = Thread.currentThread();
        Thread undo = new Thread(() -> shell.cancellation().cancelAndWait(main), "watertight-cancel");
        Runtime.getRuntime().addShutdownHook(undo);
        int code = run(arguments, shell);
        shell.out().flush();
        if (out.failure().isPresent()) {
            shell.note("The output was cut off: " + out.failure().get()
                    + ".\nMaybe make room, or send it elsewhere: --output FILE.");
            code = ExitCode.USAGE;
        }
        shell.cancellation().finish();
        System.exit(code);
    }

    /**
     * Runs a command inside this process.
     *
     * @param arguments what would be typed after the program's name
     * @param folder the working folder, to which paths are relative
     * @param terminal whether a person sits at the other end: questions may be asked, progress shown
     * @return the exit code
     */
    public static int run(
            String[] arguments, InputStream in, PrintStream out, PrintStream err, Path folder, boolean terminal) {
        return run(arguments, new Shell(in, out, err, folder, terminal, false, 100, new Cancellation()));
    }

    static int run(String[] arguments, Shell shell) {
        if (List.of("--version").equals(List.of(arguments))) {
            shell.out().println(Version.line()); // without the command line's own start-up
            return ExitCode.OK;
        }
        try {
            return commandLine(shell).execute(arguments);
        } catch (Throwable problem) { // whatever it is, no stack trace reaches the terminal
            return Faults.explain(shell, problem);
        }
    }

    static CommandLine commandLine(Shell shell) {
        return configured(new CommandLine(new RootCommand(shell), new Commands(shell)), shell);
    }

    /** With this program's manners: its streams, its complaints, no stack traces. */
    static CommandLine configured(CommandLine line, Shell shell) {
        line.setOut(writer(shell.out()));
        line.setErr(writer(shell.err()));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(shell.color() ? Ansi.ON : Ansi.OFF));
        line.setUsageHelpWidth(Math.max(80, Math.min(120, shell.width())));
        line.setExpandAtFiles(false); // a file may be called @data.csv
        line.setExecutionStrategy(parsed -> {
            refuseRepeated(parsed);
            return new CommandLine.RunLast().execute(parsed);
        });
        line.setParameterExceptionHandler((problem, arguments) -> Faults.explainUsage(shell, problem));
        line.setExecutionExceptionHandler((problem, command, parsed) -> Faults.explain(shell, problem));
        return line;
    }

    /** Options in groups may be repeated as far as the parser is concerned; the first value would be lost without a word. */
    private static void refuseRepeated(ParseResult root) {
        ParseResult parsed = root;
        while (parsed.hasSubcommand()) {
            parsed = parsed.subcommand();
        }
        List<String> typed = parsed.originalArgs();
        for (OptionSpec option : parsed.commandSpec().options()) {
            long times = typed.stream()
                    .filter(word -> Stream.of(option.names())
                            .anyMatch(name -> word.equals(name) || word.startsWith(name + "=")))
                    .count();
            if (times > 1 && !option.isMultiValue()) {
                throw new ParameterException(
                        parsed.commandSpec().commandLine(),
                        "Option " + option.longestName() + " is given " + times + " times, but has one value only.");
            }
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
