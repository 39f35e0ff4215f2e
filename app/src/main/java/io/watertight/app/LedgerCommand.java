package io.watertight.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What can be done with the evaluation ledger by hand: nothing but reading it. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        header = "Shows who looked at the test sets of a study, and verifies that record.",
        subcommands = {LedgerShowCommand.class, LedgerVerifyCommand.class})
final class LedgerCommand implements Callable<Integer> {

    private final Shell shell;

    @Spec
    private CommandSpec spec;

    LedgerCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(shell.err());
        return ExitCode.USAGE;
    }
}
