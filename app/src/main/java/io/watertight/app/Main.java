package io.watertight.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Starts the program. */
@Command(
        name = "watertight",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Finds what a model could not have known at prediction time.")
public final class Main implements Runnable {

    private Main() {}

    /**
     * Runs the command line and ends the process with its exit code.
     *
     * @param arguments what was typed after the program's name
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
