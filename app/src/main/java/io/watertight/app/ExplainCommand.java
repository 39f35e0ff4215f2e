package io.watertight.app;

import io.watertight.core.Spelling;
import io.watertight.core.WatertightException;
import io.watertight.core.check.Catalogue;
import io.watertight.core.check.Check;
import io.watertight.core.check.FalsePositiveRate;
import io.watertight.core.lint.LintRule;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the page of a check or of a rule about code, and the finding with its evidence. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Explains a check, a rule about code, or a finding of the last audit with all its evidence.",
        footerHeading = "%nExamples:%n",
        footer = {"  watertight explain target-missingness", "  watertight explain 1"})
final class ExplainCommand implements Callable<Integer> {

    private final Shell shell;

    @Parameters(
            paramLabel = "ID|N",
            description = "The id of a check or rule, or the number or fingerprint of a finding.")
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
            show(finding.check(), catalogue);
        } else {
            show(which, catalogue);
        }
        return ExitCode.OK;
    }

    private void show(String id, Catalogue catalogue) {
        catalogue.checks().stream()
                .filter(check -> check.info().id().equals(id))
                .findFirst()
                .ifPresentOrElse(
                        this::show,
                        () -> shell.out()
                                .println(
                                        Printable.of(rule(id, catalogue).page()).strip()));
    }

    private static LintRule rule(String id, Catalogue catalogue) {
        return CodeRules.find(id).orElseThrow(() -> {
            List<String> ids = Stream.concat(
                            catalogue.checks().stream()
                                    .map(check -> check.info().id()),
                            CodeRules.all().stream().map(LintRule::id))
                    .toList();
            return new WatertightException(
                    "There is no check or rule '" + id + "'.",
                    Spelling.nearest(id, ids)
                            .map(near -> "you mean '" + near + "'")
                            .orElse("run 'watertight checks' for the list"));
        });
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
