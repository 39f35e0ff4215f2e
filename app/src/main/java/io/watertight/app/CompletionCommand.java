package io.watertight.app;

import io.watertight.core.WatertightException;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a script that completes commands and options. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Prints a completion script for bash or zsh.",
        footerHeading = "%nExample:%n",
        footer = "  source <(watertight completion bash)")
final class CompletionCommand implements Callable<Integer> {

    private final Shell shell;

    @Parameters(paramLabel = "bash|zsh", description = "The shell.")
    String which = "";

    CompletionCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (!which.equals("bash") && !which.equals("zsh")) {
            throw new WatertightException("There is no completion for '" + which + "'.", "it is bash or zsh");
        }
        shell.out().print(AutoComplete.bash("watertight", Main.commandLine(shell))); // it serves zsh as well
        return ExitCode.OK;
    }
}
