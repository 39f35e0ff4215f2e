package io.watertight.app;

import io.watertight.core.check.Catalogue;
import io.watertight.core.check.Check;
import io.watertight.core.check.FalsePositiveRate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the page of a check, and the finding with its evidence. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Explains a check, or a finding of the last audit with all its evidence.",
        footerHeading = "%nExamples:%n",
        footer = {"  watertight explain target-missingness", "  watertight explain 1"})
final class ExplainCommand implements Callable<Integer> {

    private final Shell shell;

    @Parameters(paramLabel = "ID|N", description = "The id of a check, or the number or fingerprint of a finding.")
    String which = "";

    @Option(names = "--study", paramLabel = "FILE", description = "The study file the audit was about.")
    @Nullable
    String study;

    ExplainCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Catalogue catalogue = Catalogue.load();
        boolean isCheck =
                catalogue.checks().stream().anyMatch(check -> check.info().id().equals(which));
        if (!isCheck && which.matches("\\d{1,4}|[0-9a-f]{4,12}")) {
            LastRun.Known finding = LastRun.read(StudyEdit.folder(study, shell)).finding(which);
            shell.out().println(Printable.of(finding.text()));
            shell.out().println();
            show(catalogue.get(finding.check()));
        } else {
            show(catalogue.get(which));
        }
        return ExitCode.OK;
    }

    private void show(Check<?> check) {
        shell.out().println(Printable.of(Catalogue.page(check)).strip());
        FalsePositiveRate.of(check).ifPresent(rate -> {
            shell.out().println();
            shell.out().println("## False positives");
            shell.out().println();
            shell.out().println(rate.sentence());
        });
    }
}
