package io.watertight.core.report;

import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import io.watertight.core.check.FlowStep;
import io.watertight.core.lint.LintReport;
import io.watertight.core.lint.LintVerdict;
import io.watertight.core.lint.LintedFile;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The lint report short enough for a comment on a pull request. */
public final class LintMarkdown implements LintReportWriter {

    /** A comment on a code host ends at 65,536 characters, and nobody reads that many. */
    private static final int MOST_FINDINGS = 25;

    private static final int MOST_FILES = 10;

    @Override
    public String name() {
        return "markdown";
    }

    @Override
    public String extension() {
        return "md";
    }

    @Override
    public void write(LintReport report, ReportOptions options, Appendable out) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("### Leakage in code: ")
                .append(MarkdownText.of(LintWords.answer(report)))
                .append("\n");
        report.findings().stream().limit(MOST_FINDINGS).forEach(finding -> finding(finding, text));
        if (report.findings().size() > MOST_FINDINGS) {
            text.append("\nAnd ")
                    .append(Numbers.of(report.findings().size() - MOST_FINDINGS, "finding"))
                    .append(" more.\n");
        }
        if (report.verdict() == LintVerdict.NO_LEAK_FOUND) {
            text.append("\nEvery file was read and followed to the end.\n");
        }
        notAnalysed(report, text);
        text.append("\n*")
                .append(MarkdownText.of(LintWords.seen(report)))
                .append(" Rules ")
                .append(MarkdownText.of(LintWords.rules(report)))
                .append(". Watertight ")
                .append(MarkdownText.of(report.version()))
                .append(".*\n");
        out.append(text);
    }

    private static void finding(Finding finding, StringBuilder text) {
        text.append("\n**").append(MarkdownText.of(finding.title())).append("** (");
        text.append(Wording.lower(finding.severity()))
                .append(", confidence ")
                .append(Wording.lower(finding.confidence()))
                .append(")");
        finding.subject()
                .place()
                .ifPresent(place -> text.append(" in ")
                        .append(MarkdownText.of(place.words()))
                        .append("  \n")
                        .append(code(place.text())));
        text.append("\n\n").append(MarkdownText.of(finding.message())).append("\n\n");
        List<FlowStep> flow = finding.evidence().flow();
        for (int index = 0; index < flow.size(); index++) {
            FlowStep step = flow.get(index);
            text.append(index + 1)
                    .append(". ")
                    .append(MarkdownText.of((step.place().cell() == 0 ? "line " : "") + LintWords.line(step, finding)))
                    .append(" ")
                    .append(code(step.place().text()))
                    .append(" ")
                    .append(MarkdownText.of(step.role() + ": " + step.message()))
                    .append("\n");
        }
        finding.fix()
                .map(Fix::summary)
                .ifPresent(fix ->
                        text.append("\nFix: ").append(MarkdownText.of(fix)).append(".\n"));
        text.append("\n`watertight explain ").append(finding.check()).append("`\n");
    }

    private static void notAnalysed(LintReport report, StringBuilder text) {
        List<LintedFile> files = Stream.concat(report.unread().stream(), report.partlyFollowed().stream())
                .toList();
        List<String> failed = LintWords.failed(report);
        if (files.isEmpty() && failed.isEmpty()) {
            return;
        }
        text.append("\n**Not analysed, so not clean**\n\n");
        failed.forEach(rule -> text.append("- ").append(MarkdownText.of(rule)).append("\n"));
        files.stream()
                .limit(MOST_FILES)
                .forEach(file -> text.append("- ")
                        .append(MarkdownText.of(file.name() + ": " + LintWords.reasons(file, 2)))
                        .append("\n"));
        if (files.size() > MOST_FILES) {
            text.append("- and ")
                    .append(Numbers.of(files.size() - MOST_FILES, "file"))
                    .append(" more\n");
        }
    }

    /** A code span whose fence is longer than any run of backticks within. */
    private static String code(String raw) {
        String line = Visible.text(raw);
        if (line.isBlank()) {
            return "";
        }
        String fence = "`";
        while (line.contains(fence)) {
            fence += "`";
        }
        boolean padded = line.startsWith("`") || line.endsWith("`");
        return fence + (padded ? " " : "") + line + (padded ? " " : "") + fence;
    }
}
