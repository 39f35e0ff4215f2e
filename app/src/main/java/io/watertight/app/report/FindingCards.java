package io.watertight.app.report;

import io.watertight.app.report.FindingCard.Fact;
import io.watertight.app.report.FindingCard.Line;
import io.watertight.core.audit.AuditReport;
import io.watertight.core.check.Catalogue;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Evidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Place;
import io.watertight.core.report.CodeProof;
import io.watertight.core.report.Numbers;
import io.watertight.core.report.ReportOptions;
import io.watertight.core.report.RowNumbers;
import io.watertight.core.report.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the cards of the open findings. Used for one page; not thread-safe. */
final class FindingCards {

    /** Cards beyond this many are left to the other formats, or the page would outgrow a megabyte. */
    static final int MOST = 150;

    /** So many cards have pictures: the surest findings. */
    private static final int MOST_WITH_PLOTS = 8;

    private static final int MOST_COLUMNS = 200;
    private static final int MOST_SUPPORTING = 12;

    private final AuditReport report;
    private final Catalogue catalogue;
    private final ReportOptions options;
    private final Map<String, String> explained = new HashMap<>();

    FindingCards(AuditReport report, Catalogue catalogue, ReportOptions options) {
        this.report = report;
        this.catalogue = catalogue;
        this.options = options;
    }

    List<FindingCard> cards() {
        List<FindingCard> cards = new ArrayList<>();
        for (Finding finding : report.findings()) {
            if (cards.size() < MOST) {
                cards.add(card(cards.size() + 1, finding));
            }
        }
        return cards;
    }

    private FindingCard card(int number, Finding finding) {
        String anchor = explained.getOrDefault(finding.check(), "");
        String why = anchor.isEmpty() ? CheckPage.section(catalogue, finding.check(), "Why it misleads") : "";
        String limits = anchor.isEmpty() ? CheckPage.section(catalogue, finding.check(), "Limits") : "";
        if (!why.isEmpty()) {
            explained.put(finding.check(), "finding-" + number);
        }
        List<String> columns = finding.columns().stream().limit(MOST_COLUMNS).toList();
        String severity = Wording.lower(finding.severity());
        String confidence = Wording.lower(finding.confidence());
        return new FindingCard(
                number,
                finding.check(),
                severity,
                confidence,
                dots(finding.confidence()),
                finding.category().code(),
                Wording.title(finding.category()),
                columns,
                Wording.heading(finding),
                finding.message(),
                evidence(finding),
                rows(finding.evidence()),
                CodeProof.within(finding).stream()
                        .limit(MOST_SUPPORTING)
                        .map(line -> line(line, finding))
                        .toList(),
                CodeProof.others(finding).stream()
                        .map(Finding::message)
                        .limit(MOST_SUPPORTING)
                        .toList(),
                plots(number, finding),
                why,
                why.isEmpty() ? anchor : "",
                limits,
                finding.fix().map(Fix::summary).map(ReportPages::sentence).orElse(""),
                finding.fix().map(fix -> String.join("\n", Wording.diff(fix))).orElse(""),
                "watertight accept " + finding.fingerprint() + " --because \"...\"",
                finding.fingerprint(),
                number == 1,
                String.join(" ", finding.check(), finding.title(), finding.message(), String.join(" ", columns))
                        .toLowerCase(Locale.ROOT));
    }

    private static Line line(Finding code, Finding story) {
        String text = code.subject().place().map(Place::text).orElse("");
        return new Line(CodeProof.where(code, story), text, CodeProof.flow(code));
    }

    private static int dots(Confidence confidence) {
        return switch (confidence) {
            case PROVEN -> 4;
            case HIGH -> 3;
            case MEDIUM -> 2;
            case LOW -> 1;
        };
    }

    private List<Fact> evidence(Finding finding) {
        Evidence evidence = finding.evidence();
        List<Fact> facts = new ArrayList<>();
        finding.price().ifPresent(price -> facts.add(new Fact("price", Wording.price(price))));
        if (!evidence.measure().isEmpty() && !Double.isNaN(evidence.value())) {
            facts.add(new Fact(evidence.measure(), Numbers.measured(evidence.value())));
            if (!Double.isNaN(evidence.threshold())) {
                facts.add(new Fact("judged by", Numbers.measured(evidence.threshold())));
            }
        }
        evidence.facts().forEach((name, value) -> facts.add(new Fact(Wording.fact(name), Numbers.fact(value))));
        if (evidence.coverage() < 1) {
            facts.add(new Fact("rows judged", Numbers.share(evidence.coverage())));
        }
        if (options.showValues()) {
            evidence.values().forEach((name, value) -> facts.add(new Fact(name, value)));
            facts.addAll(RowValues.of(report.view(), evidence.rowGroups()));
        }
        return facts;
    }

    private String rows(Evidence evidence) {
        RowNumbers numbers = new RowNumbers(report.view());
        List<String> parts = new ArrayList<>();
        if (!evidence.rows().isEmpty()) {
            parts.add(numbers.list(evidence.rows()));
        }
        if (!evidence.rowGroups().isEmpty()) {
            parts.add(numbers.groups(evidence.rowGroups()));
        }
        return String.join("; ", parts);
    }

    private List<Plot> plots(int number, Finding finding) {
        List<Plot> plots = new ArrayList<>();
        if (number <= MOST_WITH_PLOTS) {
            if (!finding.columns().isEmpty()) {
                String column = finding.columns().get(0);
                DistributionPlot.of(report, column, "distribution-" + number, options.showValues())
                        .ifPresent(plots::add);
            }
            RepeatedRowsPlot.of(report, finding, "repeated-" + number).ifPresent(plots::add);
        }
        return plots;
    }
}
