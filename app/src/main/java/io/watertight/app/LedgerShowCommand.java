package io.watertight.app;

import io.watertight.ml.ledger.AssessmentSubject;
import io.watertight.ml.ledger.Entry;
import io.watertight.ml.ledger.LedgerHistory;
import io.watertight.ml.ledger.LedgerReading;
import io.watertight.ml.ledger.LedgerRecord;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the ledger by test set. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Lists each test set of the ledger with every look at it.")
final class LedgerShowCommand implements Callable<Integer> {

    private final Shell shell;

    @Option(names = "--study", paramLabel = "FILE", description = "A study file other than ./study.yml.")
    @Nullable
    String study;

    LedgerShowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Path folder = StudyEdit.folder(study, shell);
        LedgerReading reading = LedgerVerifyCommand.read(folder);
        StringBuilder out = new StringBuilder();
        Set<String> shown = new HashSet<>();
        for (LedgerRecord record : reading.records()) {
            if (record.entry() instanceof Entry.Locked locked && shown.add(locked.set())) {
                set(locked, LedgerHistory.of(locked.identity(), reading), out);
            }
        }
        if (!reading.exists()) {
            out.append("History unknown: there is no ledger in this folder.\n");
        }
        reading.problems()
                .forEach(problem -> out.append("Mind: ").append(problem).append(".\n"));
        shell.out().print(Printable.of(out.toString()));
        return ExitCode.OK;
    }

    private static void set(Entry.Locked locked, LedgerHistory history, StringBuilder out) {
        out.append("Test set ").append(locked.set(), 0, 12).append(" of ").append(locked.study());
        out.append(", ").append(locked.identity().rows()).append(" rows, policy ");
        out.append(history.policy().orElse(locked.policy()).word()).append('\n');
        out.append("  ").append(history.text()).append('\n');
        for (LedgerRecord record : history.records()) {
            if (record.entry() instanceof Entry.AboutSet about) {
                out.append("  ").append(record.time().truncatedTo(ChronoUnit.SECONDS));
                out.append("  ").append(record.by()).append("  ").append(what(about, record, history));
                out.append(about.set().equals(locked.set()) ? "" : "  (inherited)")
                        .append('\n');
            }
        }
        out.append('\n');
    }

    private static String what(Entry.AboutSet entry, LedgerRecord record, LedgerHistory history) {
        if (entry instanceof Entry.Inspected inspected) {
            return "inspected: " + inspected.what();
        } else if (entry instanceof Entry.TunedOn tuned) {
            return "tuned on: " + tuned.because();
        } else if (entry instanceof Entry.PolicyChanged changed) {
            return "policy " + changed.policy().word() + ": " + changed.because();
        } else if (entry instanceof Entry.Assessed assessed) {
            AssessmentSubject subject = assessed.subject();
            String score = history.looks().stream()
                    .filter(look -> look.record().hash().equals(record.hash()))
                    .flatMap(look -> look.outcome().stream())
                    .map(outcome -> outcome instanceof Entry.Answered
                            ? outcome.value() + " through Thresholdout"
                            : Double.toString(outcome.value()))
                    .findFirst()
                    .orElse("interrupted, no score was told");
            return "assessed " + subject.hash().substring(0, 12) + ": " + subject.measure() + " " + score
                    + (subject.note().isBlank() ? "" : ", " + subject.note());
        }
        return "set aside";
    }
}
