package io.watertight.core.report;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.audit.Provenance;
import io.watertight.core.check.Catalogue;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Question;
import io.watertight.core.study.Acceptance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A model info sheet in Markdown, for the appendix of a paper: the taxonomy filled by the run, the four questions, then findings,
 * questions and provenance. What a person has to answer is left open, not guessed.
 */
public final class MarkdownReport implements ReportWriter {

    private final Catalogue catalogue;

    /** @param catalogue tells the category of each check */
    public MarkdownReport(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String name() {
        return "markdown";
    }

    @Override
    public String extension() {
        return "md";
    }

    @Override
    public void write(AuditReport report, ReportOptions options, Appendable out) throws IOException {
        StringBuilder sheet = new StringBuilder();
        sheet.append("# Model info sheet: ")
                .append(MarkdownText.of(StudyName.of(report.study())))
                .append("\n\n");
        VerdictText verdict = VerdictText.of(report);
        sheet.append("**")
                .append(MarkdownText.of(verdict.headline()))
                .append("** ")
                .append(MarkdownText.of(verdict.scope()))
                .append("\n\n");
        if (options.showValues()) {
            sheet.append("*This sheet may hold cell values: mind whom you give it to.*\n\n");
        }
        new ReadAs(report, options)
                .paragraphs()
                .forEach(
                        line -> sheet.append("- ").append(MarkdownText.of(line)).append('\n'));
        report.study()
                .guesses()
                .forEach(guess -> sheet.append("- Guessed: ")
                        .append(MarkdownText.of(guess.about() + " is " + ClassNames.of(guess, report.study(), options)
                                + ", because " + guess.because()))
                        .append(".\n"));
        List<Taxonomy.Row> taxonomy = Taxonomy.rows(report, catalogue);
        taxonomy(taxonomy, sheet);
        fourQuestions(FourQuestions.of(report, taxonomy), sheet);
        findings(report, options, sheet);
        questions(report, sheet);
        notChecked(report, sheet);
        provenance(report.provenance(), sheet);
        out.append(sheet);
    }

    private static void taxonomy(List<Taxonomy.Row> rows, StringBuilder sheet) {
        sheet.append("\n## Failure modes\n\n");
        sheet.append("After Kapoor and Narayanan, *Leakage and the reproducibility crisis in machine-learning-based"
                + " science*, Patterns 4 (2023), 100804.\n\n");
        sheet.append(MarkdownText.head("Mode", "What goes wrong", "Result", "Passed", "Found", "Not run"));
        for (Taxonomy.Row row : rows) {
            List<String> notRun = new ArrayList<>(row.skipped());
            row.failed().forEach(id -> notRun.add(id + " (failed)"));
            sheet.append(MarkdownText.row(List.of(
                    row.category().code(),
                    MarkdownText.of(Wording.title(row.category())),
                    row.result(),
                    ids(row.passed()),
                    ids(row.found()),
                    ids(notRun))));
        }
    }

    private static String ids(List<String> ids) {
        return ids.isEmpty() ? "-" : ids.stream().map(MarkdownText::of).collect(Collectors.joining(", "));
    }

    private static void fourQuestions(List<FourQuestions.Answer> answers, StringBuilder sheet) {
        sheet.append("\n## Four questions\n\n");
        sheet.append(MarkdownText.head("Question", "Wanted", "Answer"));
        answers.forEach(answer -> sheet.append(MarkdownText.row(
                List.of(MarkdownText.of(answer.text()), answer.wanted(), MarkdownText.of(answer.answer())))));
    }

    private static void findings(AuditReport report, ReportOptions options, StringBuilder sheet) {
        sheet.append("\n## Findings\n");
        if (report.findings().isEmpty()) {
            sheet.append("\nNone.\n");
        }
        RowNumbers rows = new RowNumbers(report.view());
        for (int index = 0; index < report.findings().size(); index++) {
            Finding finding = report.findings().get(index);
            sheet.append("\n### ").append(index + 1).append(". ").append(MarkdownText.of(Wording.heading(finding)));
            sheet.append("\n\n*")
                    .append(Wording.lower(finding.severity()))
                    .append(", confidence ")
                    .append(Wording.lower(finding.confidence()))
                    .append(", ")
                    .append(finding.category().code())
                    .append(", ")
                    .append(finding.fingerprint())
                    .append("*\n\n")
                    .append(MarkdownText.of(finding.message()))
                    .append("\n\n");
            bullets(finding, rows, options)
                    .forEach(line -> sheet.append("- ").append(line).append('\n'));
        }
        accused(report, sheet);
        accepted(report, sheet);
    }

    private static List<String> bullets(Finding finding, RowNumbers rows, ReportOptions options) {
        List<String> lines = new ArrayList<>();
        Wording.evidence(finding.evidence()).forEach(part -> lines.add(MarkdownText.of(part)));
        if (!finding.evidence().rows().isEmpty()) {
            lines.add("Rows such as " + rows.list(finding.evidence().rows()));
        }
        if (!finding.evidence().rowGroups().isEmpty()) {
            lines.add("Rows such as " + rows.groups(finding.evidence().rowGroups()));
        }
        if (options.showValues()) {
            finding.evidence().values().forEach((name, value) -> lines.add(MarkdownText.of(name + " = " + value)));
        }
        CodeProof.within(finding).forEach(line -> lines.add(MarkdownText.of(CodeProof.where(line, finding))));
        finding.supporting().forEach(other -> lines.add("Also: " + MarkdownText.of(other.message())));
        finding.price().ifPresent(price -> lines.add("Price: " + MarkdownText.of(Wording.price(price))));
        finding.fix().ifPresent(fix -> lines.add("Fix: " + MarkdownText.of(fix.summary())));
        return lines;
    }

    private static void accused(AuditReport report, StringBuilder sheet) {
        if (!report.accused().isEmpty()) {
            sheet.append("\nColumns accused: ")
                    .append(report.accused().stream().map(MarkdownText::of).collect(Collectors.joining(", ")))
                    .append(".\n");
        }
        String strong = StrongColumns.notAccused(report).stream()
                .map(one -> MarkdownText.of(one.column()) + " (" + one.measure() + " " + Numbers.measured(one.value())
                        + ")")
                .collect(Collectors.joining(", "));
        if (!strong.isEmpty()) {
            sheet.append("\nStrong, not accused: ").append(strong).append(".\n");
        }
    }

    private static void accepted(AuditReport report, StringBuilder sheet) {
        if (report.accepted().isEmpty()) {
            return;
        }
        sheet.append("\n## Accepted by a person\n\n");
        for (Finding finding : report.accepted()) {
            String why = report.study().declaration().acceptances().stream()
                    .filter(one -> one.fingerprint().equals(finding.fingerprint()))
                    .map(MarkdownReport::because)
                    .findFirst()
                    .orElse("");
            sheet.append("- ").append(MarkdownText.of(finding.message() + why)).append('\n');
        }
    }

    private static String because(Acceptance acceptance) {
        return " Accepted" + acceptance.by().map(person -> " by " + person).orElse("")
                + acceptance.until().map(day -> " until " + day).orElse("") + ": " + acceptance.because();
    }

    private static void questions(AuditReport report, StringBuilder sheet) {
        if (report.questions().isEmpty()) {
            return;
        }
        sheet.append("\n## Questions to a person\n\n");
        int number = 1;
        for (Question question : report.questions()) {
            sheet.append(number++)
                    .append(". ")
                    .append(MarkdownText.of(question.text()))
                    .append(" (")
                    .append(question.answers().stream().map(MarkdownText::of).collect(Collectors.joining(" or ")))
                    .append(")\n");
        }
    }

    private static void notChecked(AuditReport report, StringBuilder sheet) {
        List<String> sentences = NotChecked.sentences(report);
        if (!sentences.isEmpty()) {
            sheet.append("\n## Not checked (not passed)\n\n");
            sentences.forEach(
                    line -> sheet.append("- ").append(MarkdownText.of(line)).append('\n'));
        }
    }

    private static void provenance(Provenance provenance, StringBuilder sheet) {
        sheet.append("\n## Provenance\n\n").append(MarkdownText.head("What", "Value"));
        row(sheet, "Program", "Watertight " + provenance.version());
        row(sheet, "Engine", provenance.engine());
        provenance.inputs().forEach(input -> row(sheet, "Input", input));
        row(
                sheet,
                "Rows",
                Numbers.count(provenance.rows()) + ", " + Numbers.count(provenance.sampledRows()) + " in the sample");
        row(sheet, "Seed", Long.toString(provenance.seed()));
        row(sheet, "Started", provenance.started().toString());
    }

    private static void row(StringBuilder sheet, String what, String value) {
        sheet.append(MarkdownText.row(List.of(what, MarkdownText.of(value))));
    }
}
