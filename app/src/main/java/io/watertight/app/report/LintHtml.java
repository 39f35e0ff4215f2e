package io.watertight.app.report;

import io.watertight.app.report.FindingCard.Fact;
import io.watertight.core.check.CheckResult;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Place;
import io.watertight.core.check.Severity;
import io.watertight.core.lint.LintReport;
import io.watertight.core.lint.LintRule;
import io.watertight.core.lint.LintedFile;
import io.watertight.core.report.LintReportWriter;
import io.watertight.core.report.LintWords;
import io.watertight.core.report.NotChecked;
import io.watertight.core.report.Numbers;
import io.watertight.core.report.ReportOptions;
import io.watertight.core.report.Wording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The reading of code as one page in one file that works without a network, like the audit's. It shows the lines of code that
 * findings speak of and a few around them, and no other.
 */
public final class LintHtml implements LintReportWriter {

    private final List<LintRule> rules;

    /** @param rules titles and pages of the rules */
    public LintHtml(List<LintRule> rules) {
        this.rules = List.copyOf(rules);
    }

    @Override
    public String name() {
        return "html";
    }

    @Override
    public String extension() {
        return "html";
    }

    @Override
    public void write(LintReport report, ReportOptions options, Appendable out) throws IOException {
        OfflinePage frame = OfflinePage.load();
        frame.render("lint.jte", page(report, frame), out);
    }

    private LintPage page(LintReport report, OfflinePage frame) {
        LintCards cards = new LintCards(report, rules);
        List<LintPage.Group> groups = new ArrayList<>();
        int number = 0;
        for (Map.Entry<String, List<Finding>> file : report.byFile().entrySet()) {
            List<LintCard> ofFile = new ArrayList<>();
            for (Finding finding : file.getValue()) {
                if (number < FindingCards.MOST) {
                    ofFile.add(cards.card(++number, finding));
                }
            }
            if (!ofFile.isEmpty()) {
                groups.add(new LintPage.Group(file.getKey(), ofFile));
            }
        }
        return new LintPage(
                frame.policy(),
                frame.style(),
                frame.script(),
                subject(report),
                tone(report),
                mark(report),
                headline(report),
                ReportPages.sentence(LintWords.answer(report)) + ".",
                figures(report),
                groups,
                report.findings().size() - number,
                notAnalysed(report),
                report.suppressed().stream()
                        .map(one -> one.finding()
                                        .subject()
                                        .place()
                                        .map(Place::words)
                                        .orElse("") + ": " + one.finding().title() + ". Because: " + one.because())
                        .toList(),
                report.files().stream().map(LintHtml::row).toList(),
                report.rules().stream().map(this::row).toList(),
                report.version());
    }

    private static String subject(LintReport report) {
        return report.files().size() == 1
                ? report.files().get(0).name()
                : Numbers.of(report.files().size(), "file");
    }

    private static String tone(LintReport report) {
        return switch (report.verdict()) {
            case LEAKS_FOUND -> "not-valid";
            case NO_LEAK_FOUND -> "valid";
            case UNDECIDED -> "undecided";
        };
    }

    private static String mark(LintReport report) {
        return switch (report.verdict()) {
            case LEAKS_FOUND -> "✗";
            case NO_LEAK_FOUND -> "✓";
            case UNDECIDED -> "?";
        };
    }

    private static String headline(LintReport report) {
        return switch (report.verdict()) {
            case LEAKS_FOUND -> "LEAKS FOUND";
            case NO_LEAK_FOUND -> "NO LEAK FOUND";
            case UNDECIDED -> "NOT DECIDED";
        };
    }

    private static List<Fact> figures(LintReport report) {
        List<LintedFile> files = report.files();
        return List.of(
                new Fact("errors", Numbers.count(report.count(Severity.ERROR))),
                new Fact("warnings", Numbers.count(report.count(Severity.WARNING))),
                new Fact("suppressed", Numbers.count(report.suppressed().size())),
                new Fact("files", Numbers.count(files.size())),
                new Fact(
                        "splits",
                        Numbers.count(
                                files.stream().mapToLong(LintedFile::splits).sum())),
                new Fact(
                        "fits",
                        Numbers.count(files.stream().mapToLong(LintedFile::fits).sum())),
                new Fact(
                        "scores",
                        Numbers.count(
                                files.stream().mapToLong(LintedFile::scores).sum())),
                new Fact("time", Numbers.seconds(report.seconds())));
    }

    private static List<Fact> notAnalysed(LintReport report) {
        Stream<Fact> files = Stream.concat(report.unread().stream(), report.partlyFollowed().stream())
                .map(file -> new Fact(file.name(), LintWords.reasons(file, Integer.MAX_VALUE)));
        Stream<Fact> failed = LintWords.failed(report).stream().map(rule -> new Fact("Rule", rule));
        return Stream.concat(failed, files).toList();
    }

    private static LintPage.FileRow row(LintedFile file) {
        String status = !file.isRead() ? "not read" : file.isFollowed() ? "followed" : "partly followed";
        return new LintPage.FileRow(
                file.name(),
                file.form(),
                status,
                file.splits(),
                file.fits(),
                file.scores(),
                String.format(Locale.ENGLISH, "%.1f", file.milliseconds()));
    }

    private ReportPage.CheckRow row(CheckResult result) {
        Optional<LintRule> rule =
                rules.stream().filter(one -> one.id().equals(result.id())).findFirst();
        String title = rule.map(LintRule::title).orElse("");
        String category = rule.map(one -> one.category().code()).orElse("");
        String reason = NotChecked.reason(result);
        return new ReportPage.CheckRow(
                result.id(),
                title,
                category,
                Wording.lower(result.status()),
                reason,
                "",
                (result.id() + " " + title + " " + category + " " + reason).toLowerCase(Locale.ROOT));
    }
}
