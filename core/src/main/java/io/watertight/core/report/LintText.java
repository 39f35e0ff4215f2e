package io.watertight.core.report;

import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import io.watertight.core.check.FlowStep;
import io.watertight.core.check.Place;
import io.watertight.core.check.Severity;
import io.watertight.core.lint.LintReport;
import io.watertight.core.lint.LintVerdict;
import io.watertight.core.lint.LintedFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The lint report on a terminal: the answer, the findings file by file, what was not analysed, what to type now. */
public final class LintText implements LintReportWriter {

    private static final int INDENT = 5;

    /** So many files of which the analysis lost something are named, and so many reasons of each. */
    private static final int MOST_FILES = 5;

    private static final int MOST_REASONS = 2;

    private final boolean isVerbose;

    public LintText() {
        this(false);
    }

    /** @param isVerbose whether everything is named that was not analysed, and every suppressed finding */
    public LintText(boolean isVerbose) {
        this.isVerbose = isVerbose;
    }

    @Override
    public String name() {
        return "text";
    }

    @Override
    public String extension() {
        return "txt";
    }

    @Override
    public void write(LintReport report, ReportOptions options, Appendable out) throws IOException {
        TextPage page = new TextPage(options);
        String answer = LintWords.answer(report);
        // The numbers are inked, or the words "no leak found", not the scope.
        int counted = answer.contains(" in ") ? answer.indexOf(" in ") : answer.indexOf(':') + 1;
        page.headline(answer.substring(0, counted), answer.substring(counted).strip() + ".", ink(report));
        int number = 1;
        for (Map.Entry<String, List<Finding>> file : report.byFile().entrySet()) {
            page.named(file.getKey());
            for (Finding finding : file.getValue()) {
                finding(number++, finding, page);
            }
        }
        notAnalysed(report, page);
        suppressed(report, page);
        end(report, options, page);
        out.append(page.toString());
    }

    /** One finding with its whole flow, as {@code --explain} shows it. */
    public static String explain(Finding finding, ReportOptions options) {
        TextPage page = new TextPage(options);
        finding(1, finding, page);
        page.indented(INDENT, "Fingerprint " + finding.fingerprint());
        return page.toString();
    }

    private static Ink ink(LintReport report) {
        return report.count(Severity.ERROR) > 0
                ? Ink.RED
                : report.verdict() == LintVerdict.NO_LEAK_FOUND ? Ink.GREEN : Ink.YELLOW;
    }

    private static void finding(int number, Finding finding, TextPage page) {
        String grade = String.format("%-7s %-6s", finding.severity().name(), Wording.lower(finding.confidence()));
        page.heading(
                String.format("%2d", number),
                grade,
                Ink.of(finding.severity()),
                finding.title(),
                finding.category().code());
        finding.subject().place().ifPresent(place -> page.code(INDENT, place.words() + "   ", place.text()));
        page.indented(INDENT, finding.message());
        List<String> evidence = Wording.evidence(finding.evidence());
        if (!evidence.isEmpty()) {
            page.dim(INDENT, String.join("; ", evidence) + ".");
        }
        flow(finding, page);
        finding.fix()
                .ifPresent(fix -> page.indented(
                        INDENT,
                        "Fix: " + Wording.fix(fix) + (fix instanceof Fix.CodeEdit ? " (shown by --diff)." : ".")));
        page.dim(INDENT, "watertight explain " + finding.check().replace(' ', TextFlow.UNBROKEN));
    }

    private static void flow(Finding finding, TextPage page) {
        List<FlowStep> flow = finding.evidence().flow();
        int places = flow.stream()
                .mapToInt(step -> TextFlow.cells(LintWords.line(step, finding)))
                .max()
                .orElse(0);
        int roles = flow.stream().mapToInt(step -> step.role().length()).max().orElse(0);
        for (int index = 0; index < flow.size(); index++) {
            FlowStep step = flow.get(index);
            String where = LintWords.line(step, finding);
            String start = String.format("%2d  ", index + 1)
                    + " ".repeat(places - TextFlow.cells(where))
                    + where
                    + String.format("  %-" + Math.max(1, roles) + "s  ", step.role());
            page.code(INDENT + 2, start, step.place().text());
            page.dim(INDENT + 2 + TextFlow.cells(start), step.message());
        }
    }

    private void notAnalysed(LintReport report, TextPage page) {
        List<LintedFile> files = Stream.concat(report.unread().stream(), report.partlyFollowed().stream())
                .toList();
        List<String> failed = LintWords.failed(report);
        if (files.isEmpty() && failed.isEmpty()) {
            return;
        }
        page.section("NOT ANALYSED", "(so not clean)");
        failed.forEach(rule -> page.item(2, INDENT, rule));
        int most = isVerbose ? files.size() : MOST_FILES;
        files.stream()
                .limit(most)
                .forEach(file -> page.item(
                        2,
                        INDENT,
                        file.name() + ": " + LintWords.reasons(file, isVerbose ? Integer.MAX_VALUE : MOST_REASONS)
                                + "."));
        if (files.size() > most) {
            page.dim(2, "and " + Numbers.of(files.size() - most, "file") + " more, with --verbose.");
        }
    }

    private void suppressed(LintReport report, TextPage page) {
        if (report.suppressed().isEmpty() || !isVerbose) {
            return;
        }
        page.named("SUPPRESSED");
        report.suppressed()
                .forEach(one -> page.item(
                        2,
                        INDENT,
                        one.finding().subject().place().map(Place::words).orElse("") + " "
                                + one.finding().check() + ": " + one.because()));
    }

    private static void end(LintReport report, ReportOptions options, TextPage page) {
        page.blank();
        page.labelled("Read", LintWords.seen(report));
        page.labelled("RULES", LintWords.rules(report) + " in " + Numbers.seconds(report.seconds()) + ".");
        if (!report.suppressed().isEmpty()) {
            page.labelled(
                    "SUPPRESSED",
                    Numbers.of(report.suppressed().size(), "finding") + ", with the reasons in --verbose.");
        }
        next(report, page);
        options.page().ifPresent(location -> page.labelled("Report", location));
        options.exitCode().ifPresent(code -> page.labelled("Exit", Integer.toString(code)));
    }

    /** What to type now. */
    private static void next(LintReport report, TextPage page) {
        report.findings().stream()
                .flatMap(finding -> finding.subject().place().stream())
                .findFirst()
                .ifPresent(place -> page.labelled("Why?", "watertight lint --explain " + ShellWord.quoted(at(place))));
        List<String> fixable = report.findings().stream()
                .filter(finding ->
                        finding.fix().filter(Fix.CodeEdit.class::isInstance).isPresent())
                .flatMap(finding -> finding.subject().place().stream())
                .map(Place::file)
                .distinct()
                .toList();
        if (!fixable.isEmpty()) {
            page.labelled(
                    "Next",
                    "watertight lint " + ShellWord.quoted(fixable.get(0))
                            + " --diff (shows the edits; --fix makes them)");
        }
    }

    private static String at(Place place) {
        return place.file() + (place.cell() == 0 ? "" : ":" + place.cell()) + ":" + place.line();
    }
}
