package io.watertight.app;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program's name without a command. */
@Command(
        name = "watertight",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        header = "Finds what a model could not have known at prediction time.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  watertight audit applications.csv --target card",
            "  watertight audit train.parquet --test test.parquet --target y --group patient",
            "  watertight init loans.csv --target default      asks the questions, writes study.yml",
            "  watertight audit                                in a folder with study.yml",
            "  watertight lint analysis.ipynb src/              leaks in Python code and notebooks",
            "  watertight explain 1                            why finding 1 was reported",
            "  watertight evaluate loans.csv --target default --group customer --time issued",
            "  watertight split loans.csv --target default --group customer --output folds.parquet",
            "  watertight regress mtcars.csv --target mpg      least squares, with its whole sheet"
        },
        subcommands = {
            AuditCommand.class,
            LintCommand.class,
            EvaluateCommand.class,
            CompareCommand.class,
            ColumnsCommand.class,
            AssessCommand.class,
            SplitCommand.class,
            RegressCommand.class,
            InitCommand.class,
            AnswerCommand.class,
            AcceptCommand.class,
            ExplainCommand.class,
            ChecksCommand.class,
            LedgerCommand.class,
            GenerateCommand.class,
            CompletionCommand.class,
            CommandLine.HelpCommand.class
        })
final class RootCommand implements Callable<Integer> {

    private final Shell shell;

    @Spec
    private CommandSpec spec;

    RootCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(shell.err());
        shell.note("Maybe begin with: watertight audit FILE --target COLUMN.");
        return ExitCode.USAGE;
    }
}
