package io.watertight.core.report;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.audit.Verdict;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Place;
import io.watertight.core.check.Question;
import io.watertight.core.numeric.Strength;
import io.watertight.core.study.Declaration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The report on a terminal: verdict first, then why, then what is left to say and to do. */
public final class TextReport implements ReportWriter {

    private static final int INDENT = 5;
    private static final int MOST_STRONG = 5;

    /** More flags than this are not read on a terminal; the page has them all. */
    private static final int MOST_ANSWERS = 4;

    /** So many lines of code are shown for one finding. */
    private static final int MOST_LINES = 3;

    @Override
    public String name() {
        return "text";
    }

    @Override
    public String extension() {
        return "txt";
    }

    @Override
    public void write(AuditReport report, ReportOptions options, Appendable out) throws IOException {
        TextPage page = new TextPage(options);
        VerdictText verdict = VerdictText.of(report);
        page.headline(verdict.headline(), verdict.scope(), ink(report.verdict()));
        page.blank();
        List<String> readAs = new ReadAs(report, options).paragraphs();
        for (int index = 0; index < readAs.size(); index++) {
            page.labelled(index == 0 ? "Read as" : "", readAs.get(index));
        }
        findings(report, options, page);
        strong(report, page);
        questions(report, page);
        notChecked(report, page);
        end(report, options, page);
        out.append(page.toString());
    }

    private static Ink ink(Verdict verdict) {
        return switch (verdict) {
            case NOT_VALID -> Ink.RED;
            case VALID -> Ink.GREEN;
            case UNDECIDED -> Ink.YELLOW;
        };
    }

    private static void findings(AuditReport report, ReportOptions options, TextPage page) {
        if (report.findings().isEmpty()) {
            return;
        }
        page.section("FINDINGS", "ranked by proof");
        RowNumbers rows = new RowNumbers(report.view());
        for (int index = 0; index < report.findings().size(); index++) {
            finding(index + 1, report.findings().get(index), rows, options, page);
        }
    }

    private static void finding(int number, Finding finding, RowNumbers rows, ReportOptions options, TextPage page) {
        String grade = String.format("%-7s %-6s", finding.severity().name(), Wording.lower(finding.confidence()));
        page.heading(
                String.format("%2d", number),
                grade,
                Ink.of(finding.severity()),
                Wording.heading(finding),
                finding.category().code());
        finding.subject().place().ifPresent(place -> page.code(INDENT, place.words() + "   ", place.text()));
        page.indented(INDENT, finding.message());
        List<String> evidence = new ArrayList<>(Wording.evidence(finding.evidence()));
        if (!finding.evidence().rows().isEmpty()) {
            evidence.add("rows such as " + rows.list(finding.evidence().rows()));
        }
        if (!finding.evidence().rowGroups().isEmpty()) {
            evidence.add("rows such as " + rows.groups(finding.evidence().rowGroups()));
        }
        if (options.showValues()) {
            finding.evidence().values().forEach((name, value) -> evidence.add(name + " = " + value));
        }
        if (!evidence.isEmpty()) {
            page.dim(INDENT, String.join("; ", evidence) + ".");
        }
        code(finding, page);
        if (!CodeProof.others(finding).isEmpty()) {
            page.indented(
                    INDENT,
                    "Also: "
                            + CodeProof.others(finding).stream()
                                    .map(Finding::title)
                                    .distinct()
                                    .collect(Collectors.joining("; "))
                            + ".");
        }
        finding.price().ifPresent(price -> page.indented(INDENT, "Price: " + Wording.price(price)));
        finding.fix().ifPresent(fix -> page.indented(INDENT, "Fix: " + Wording.fix(fix) + "."));
    }

    /** The lines that do it, each with its flow. */
    private static void code(Finding finding, TextPage page) {
        List<Finding> lines = CodeProof.within(finding);
        for (Finding line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
            if (!line.equals(finding)) {
                String text = line.subject().place().map(Place::text).orElse("");
                page.code(INDENT, CodeProof.where(line, finding) + ":   ", text);
            }
            String flow = CodeProof.flow(line);
            if (!flow.isEmpty()) {
                page.dim(INDENT, "Flow by line: " + flow + ".");
            }
        }
        if (lines.size() > MOST_LINES) {
            page.dim(INDENT, "And at " + Numbers.of(lines.size() - MOST_LINES, "more place") + ".");
        }
    }

    private static void strong(AuditReport report, TextPage page) {
        List<Strength> strong = StrongColumns.notAccused(report);
        List<String> remarks = report.checks().stream()
                .flatMap(check -> check.remarks().stream())
                .distinct()
                .toList();
        if (strong.isEmpty() && remarks.isEmpty()) {
            return;
        }
        page.blank();
        if (!strong.isEmpty()) {
            String list = strong.stream()
                    .limit(MOST_STRONG)
                    .map(one -> Wording.column(one.column()) + " (" + one.measure() + " "
                            + Numbers.measured(one.value()) + ")")
                    .collect(Collectors.joining(", "));
            String more = strong.size() > MOST_STRONG ? " and " + (strong.size() - MOST_STRONG) + " more" : "";
            page.item(0, INDENT, "Strong, not accused: " + list + more + ".");
        }
        remarks.forEach(remark -> page.item(0, INDENT, remark));
    }

    private static void questions(AuditReport report, TextPage page) {
        if (report.questions().isEmpty()) {
            return;
        }
        page.section("QUESTIONS", "that would change the verdict");
        for (int index = 0; index < report.questions().size(); index++) {
            Question question = report.questions().get(index);
            page.item(1, INDENT, (index + 1) + "  " + question.text());
            List<String> answers = question.answers();
            String more = answers.size() > MOST_ANSWERS ? " and " + (answers.size() - MOST_ANSWERS) + " more" : "";
            page.dim(
                    INDENT,
                    answers.stream()
                                    .limit(MOST_ANSWERS)
                                    .map(answer -> answer.replace(' ', TextFlow.UNBROKEN))
                                    .collect(Collectors.joining(TextFlow.UNBROKEN + "| "))
                            + more);
        }
    }

    private static void notChecked(AuditReport report, TextPage page) {
        List<String> sentences = NotChecked.sentences(report);
        if (sentences.isEmpty()) {
            return;
        }
        page.section("NOT CHECKED", "(not passed)");
        sentences.forEach(sentence -> page.item(2, INDENT, sentence));
    }

    private static void end(AuditReport report, ReportOptions options, TextPage page) {
        page.blank();
        List<String> counts = new ArrayList<>();
        counts.add(report.count(CheckStatus.PASSED) + " passed");
        counts.add(report.count(CheckStatus.FOUND) + " found or asked");
        counts.add(report.count(CheckStatus.SKIPPED) + " skipped");
        counts.add(report.count(CheckStatus.FAILED) + " failed");
        String time = " in " + Numbers.seconds(report.provenance().seconds());
        page.labelled("CHECKS", report.checks().size() + ": " + String.join(", ", counts) + time + ".");
        if (!report.accepted().isEmpty()) {
            page.labelled(
                    "ACCEPTED", Numbers.of(report.accepted().size(), "finding") + ", listed in the other formats.");
        }
        next(report, page);
        if (options.showValues()) {
            page.labelled("VALUES", "This report may hold cell values (--show-values): mind whom you give it to.");
        }
        options.page()
                .ifPresent(location ->
                        page.labelled("Report", location + (options.showValues() ? "" : " (holds no row values)")));
        options.exitCode().ifPresent(code -> page.labelled("Exit", Integer.toString(code)));
    }

    /** What to type now. */
    private static void next(AuditReport report, TextPage page) {
        boolean open = !report.questions().isEmpty() || !report.undeclared().isEmpty();
        if (open && report.verdict() != Verdict.VALID) {
            Declaration declaration = report.study().declaration();
            StringBuilder command = new StringBuilder("watertight init");
            declaration.data().forEach(path -> command.append(' ').append(ShellWord.quoted(path)));
            declaration
                    .target()
                    .ifPresent(target -> command.append(" --target ").append(ShellWord.quoted(target)));
            page.labelled("Next", command + " (asks the questions, writes study.yml)");
        }
        if (!report.findings().isEmpty()) {
            page.labelled("Why?", "watertight explain 1");
        }
    }
}
