package io.watertight.app.report;

import io.watertight.app.report.FindingCard.Fact;
import io.watertight.app.report.ReportPage.CheckRow;
import io.watertight.app.report.ReportPage.QuestionCard;
import io.watertight.code.lint.Rules;
import io.watertight.code.rule.Rule;
import io.watertight.core.audit.AuditReport;
import io.watertight.core.audit.Provenance;
import io.watertight.core.check.Catalogue;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Finding;
import io.watertight.core.numeric.Strength;
import io.watertight.core.report.ClassNames;
import io.watertight.core.report.FourQuestions;
import io.watertight.core.report.NotChecked;
import io.watertight.core.report.Numbers;
import io.watertight.core.report.ReadAs;
import io.watertight.core.report.ReportOptions;
import io.watertight.core.report.StrongColumns;
import io.watertight.core.report.StudyName;
import io.watertight.core.report.Taxonomy;
import io.watertight.core.report.VerdictText;
import io.watertight.core.report.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Turns a report into what the template prints. Used for one page. */
final class ReportPages {

    /** Rows of the table beneath the picture of strengths. */
    private static final int MOST_STRENGTHS = 400;

    private static final int MOST_STRONG = 12;

    private final AuditReport report;
    private final Catalogue catalogue;
    private final ReportOptions options;

    ReportPages(AuditReport report, Catalogue catalogue, ReportOptions options) {
        this.report = report;
        this.catalogue = catalogue;
        this.options = options;
    }

    ReportPage page(String policy, String style, String script) {
        VerdictText verdict = VerdictText.of(report);
        List<FindingCard> cards = new FindingCards(report, catalogue, options).cards();
        List<Taxonomy.Row> taxonomy = Taxonomy.rows(report, catalogue);
        return new ReportPage(
                StudyName.of(report.study()),
                policy,
                style,
                script,
                Wording.lower(report.verdict()),
                VerdictText.mark(report.verdict()),
                verdict.headline().replaceAll("[,:]$", ""),
                sentence(verdict.scope()),
                options.showValues(),
                figures(),
                new ReadAs(report, options).paragraphs(),
                report.study().guesses().stream()
                        .map(guess -> guess.about() + " is " + ClassNames.of(guess, report.study(), options)
                                + ", because " + guess.because())
                        .toList(),
                cards,
                report.findings().size() - cards.size(),
                report.accepted().stream().map(this::accepted).toList(),
                report.questions().stream()
                        .map(question -> new QuestionCard(question.text(), question.answers()))
                        .toList(),
                plots(),
                strengths(),
                strong(),
                NotChecked.sentences(report),
                taxonomy,
                FourQuestions.of(report, taxonomy),
                checks(),
                provenance(report.provenance()));
    }

    /** With a capital at its beginning. */
    static String sentence(String text) {
        return text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private List<Fact> figures() {
        return List.of(
                new Fact("rows", Numbers.count(report.view().profile().rows())),
                new Fact(
                        "candidate columns",
                        Numbers.count(report.study().features().size())),
                new Fact("findings", Numbers.count(report.findings().size())),
                new Fact("questions", Numbers.count(report.questions().size())),
                new Fact(
                        "checks passed",
                        report.count(CheckStatus.PASSED) + " of "
                                + report.checks().size()),
                new Fact("time", Numbers.seconds(report.provenance().seconds())));
    }

    private String accepted(Finding finding) {
        return finding.message()
                + report.study().declaration().acceptances().stream()
                        .filter(one -> one.fingerprint().equals(finding.fingerprint()))
                        .map(one -> " Accepted"
                                + one.by().map(person -> " by " + person).orElse("")
                                + one.until().map(day -> " until " + day).orElse("") + ": " + one.because())
                        .findFirst()
                        .orElse("");
    }

    private List<Plot> plots() {
        return Stream.of(
                        StrengthPlot.of(report),
                        MissingnessPlot.of(report, options.showValues()),
                        SplitTimeline.of(report))
                .flatMap(plot -> plot.stream())
                .toList();
    }

    private List<Fact> strengths() {
        List<Fact> rest = new ArrayList<>();
        report.strengths().stream()
                .skip(StrengthPlot.MOST)
                .limit(MOST_STRENGTHS)
                .forEach(one -> rest.add(new Fact(one.column(), one.measure() + " " + Numbers.measured(one.value()))));
        int unshown = report.strengths().size() - StrengthPlot.MOST - rest.size();
        if (unshown > 0) {
            rest.add(new Fact("and " + Numbers.count(unshown) + " more", "in the JSON report"));
        }
        return rest;
    }

    private List<String> strong() {
        List<String> lines = new ArrayList<>();
        List<Strength> strong = StrongColumns.notAccused(report);
        strong.stream()
                .limit(MOST_STRONG)
                .forEach(one -> lines.add(Wording.column(one.column()) + " (" + one.measure() + " "
                        + Numbers.measured(one.value()) + ")"));
        if (strong.size() > MOST_STRONG) {
            lines.add("and " + (strong.size() - MOST_STRONG) + " more");
        }
        report.checks().stream()
                .flatMap(check -> check.remarks().stream())
                .distinct()
                .forEach(lines::add);
        return lines;
    }

    private List<CheckRow> checks() {
        Map<String, CheckInfo> infos = new HashMap<>();
        for (Check<?> check : catalogue.checks()) {
            infos.put(check.info().id(), check.info());
        }
        for (Rule rule : Rules.all()) {
            infos.putIfAbsent(rule.info().id(), rule.info());
        }
        List<CheckRow> rows = new ArrayList<>();
        for (CheckResult check : report.checks()) {
            CheckInfo info = infos.get(check.id());
            String title = info == null ? "" : info.title();
            String category = info == null ? "" : info.category().code();
            String reason = check.reason().isEmpty() ? String.join(" ", check.remarks()) : NotChecked.reason(check);
            rows.add(new CheckRow(
                    check.id(),
                    title,
                    category,
                    Wording.lower(check.status()),
                    reason,
                    check.status() == CheckStatus.SKIPPED || check.status() == CheckStatus.FAILED
                            ? "-"
                            : Numbers.share(check.coverage()),
                    (check.id() + " " + title + " " + category + " " + reason).toLowerCase(Locale.ROOT)));
        }
        return rows;
    }

    private static List<Fact> provenance(Provenance provenance) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Program", "Watertight " + provenance.version()));
        facts.add(new Fact("Engine", provenance.engine()));
        provenance.inputs().forEach(input -> facts.add(new Fact("Input", input)));
        facts.add(new Fact(
                "Rows",
                Numbers.count(provenance.rows()) + " read, " + Numbers.count(provenance.sampledRows())
                        + " in the sample"));
        facts.add(new Fact("Queries", Numbers.count(provenance.queries())));
        facts.add(new Fact("Seed", Long.toString(provenance.seed())));
        facts.add(new Fact("Started", provenance.started().toString()));
        provenance
                .stages()
                .forEach((stage, seconds) -> facts.add(new Fact("Time: " + stage, Numbers.seconds(seconds))));
        return facts;
    }
}
