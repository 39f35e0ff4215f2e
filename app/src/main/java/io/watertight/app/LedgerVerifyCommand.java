package io.watertight.app;

import io.watertight.core.WatertightException;
import io.watertight.ml.ledger.Ledger;
import io.watertight.ml.ledger.LedgerProblem;
import io.watertight.ml.ledger.LedgerReading;
import io.watertight.ml.ledger.LedgerRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Verifies the chains of the ledger. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Verifies that nobody altered, removed or moved an entry of the ledger.",
        footerHeading = "%nExit codes:%n",
        footer = "  0 sound, 1 altered or from a later version, 2 there is no ledger")
final class LedgerVerifyCommand implements Callable<Integer> {

    private final Shell shell;

    @Option(names = "--study", paramLabel = "FILE", description = "A study file other than ./study.yml.")
    @Nullable
    String study;

    LedgerVerifyCommand(Shell shell) {
        this.shell = shell;
    }

    static LedgerReading read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new WatertightException("There is no folder " + folder + ".", "check the path given with --study");
        }
        return Ledger.read(folder);
    }

    @Override
    public Integer call() {
        Path folder = StudyEdit.folder(study, shell);
        LedgerReading reading = read(folder);
        if (!reading.exists() && reading.problems().isEmpty()) {
            throw new WatertightException(
                    "There is no ledger in " + folder + ", so the history of its test sets is unknown.",
                    "it is in another folder: name the study with --study FILE");
        }
        for (LedgerProblem problem : reading.problems()) {
            shell.out().println(Printable.of(problem + "."));
        }
        for (String kept : reading.interruptions()) {
            shell.out().println(Printable.of(kept + " keeps what a crash left; no score was told for it."));
        }
        long chains =
                reading.records().stream().map(LedgerRecord::chain).distinct().count();
        String extent = reading.records().size()
                + (reading.records().size() == 1 ? " entry in " : " entries in ")
                + chains
                + (chains == 1 ? " chain" : " chains");
        shell.out().println(extent + (reading.isSound() ? ": sound." : ": not sound."));
        return reading.isSound() ? ExitCode.OK : ExitCode.FINDINGS;
    }
}
