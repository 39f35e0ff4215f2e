package io.watertight.app;

import io.watertight.core.WatertightException;
import io.watertight.core.study.Acceptance;
import io.watertight.core.study.StudyFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes to the study that somebody answers for a finding. */
@Command(
        name = "accept",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Accepts a finding of the last audit: it is still reported, and fails nothing.",
        footerHeading = "%nExample:%n",
        footer =
                "  watertight accept 2 --because \"the bureau confirmed it is known at application\" --until 2027-01-31")
final class AcceptCommand implements Callable<Integer> {

    private final Shell shell;

    @Parameters(
            paramLabel = "FINGERPRINT|N",
            description = "The finding's number in the last report, or its fingerprint.")
    String which = "";

    @Option(
            names = "--because",
            required = true,
            paramLabel = "REASON",
            description = "Why it is no leak, or may stay.")
    String because = "";

    @Option(names = "--by", paramLabel = "NAME", description = "Who answers for it; by default you.")
    @Nullable
    String by;

    @Option(names = "--until", paramLabel = "DATE", description = "The last day it holds: 2027-01-31.")
    @Nullable
    String until;

    @Option(names = "--study", paramLabel = "FILE", description = "A study file other than ./study.yml.")
    @Nullable
    String study;

    AcceptCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (because.isBlank()) {
            throw new WatertightException("An acceptance needs a reason.", "say it with --because \"...\"");
        }
        StudyFile file = StudyEdit.open(study, shell);
        String fingerprint = fingerprint();
        file.accept(new Acceptance(
                        fingerprint,
                        because,
                        Person.named(by),
                        Optional.ofNullable(until).map(AcceptCommand::day),
                        Optional.of(LocalDate.now(ZoneId.systemDefault()))))
                .save();
        shell.out().println(Printable.of("Accepted " + fingerprint + " in " + file.path() + "."));
        return ExitCode.OK;
    }

    /** A full fingerprint may come from a colleague's report; anything else must be one of the last audit's findings. */
    private String fingerprint() {
        Path folder = StudyEdit.folder(study, shell);
        return which.matches("[0-9a-f]{12}") && !LastRun.exists(folder)
                ? which
                : LastRun.read(folder).finding(which).fingerprint();
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isBefore(LocalDate.now(ZoneId.systemDefault()))) {
                throw new WatertightException("--until " + text + " is over.", "name a later day");
            }
            return day;
        } catch (DateTimeParseException problem) {
            throw new WatertightException(
                    "--until " + text + " is not a date.", "write year-month-day: 2027-01-31", problem);
        }
    }
}
