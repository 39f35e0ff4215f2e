package io.watertight.app.report;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.check.Category;
import io.watertight.core.check.Finding;
import io.watertight.core.report.Numbers;
import io.watertight.core.report.Taxonomy;
import io.watertight.core.report.Wording;
import io.watertight.core.study.Acceptance;
import io.watertight.core.study.Declaration;
import java.util.ArrayList;
import java.util.List;

/** Fills in every failure mode of Kapoor and Narayanan (Patterns 2023), in the order of the taxonomy. */
final class ModeEntries {

    private static final int MOST_NAMES = 20;

    private final InfoSheetReport report;
    private final AuditReport audit;
    private final Declaration declaration;

    ModeEntries(InfoSheetReport report) {
        this.report = report;
        this.audit = report.audit();
        this.declaration = report.run().view().study().declaration();
    }

    List<ModeEntry> all() {
        EstablishedFacts facts = new EstablishedFacts(report);
        List<ModeEntry> entries = new ArrayList<>();
        for (Taxonomy.Row row : Taxonomy.rows(audit, report.catalogue())) {
            Category category = row.category();
            if (category != Category.NONE) {
                entries.add(new ModeEntry(
                        category,
                        Wording.title(category),
                        claim(category),
                        facts.of(category),
                        facts.standing(category),
                        said(row),
                        OpenQuestion.of(category),
                        OpenQuestion.answered(category, declaration),
                        open(category)));
            }
        }
        return entries;
    }

    /** What whoever reports the score claims with it. */
    private static String claim(Category category) {
        return switch (category) {
            case NO_TEST_SET -> "The score is of rows that took no part in fitting.";
            case PREPROCESSING ->
                "All that was fitted (imputation, scaling, encoding, sampling, models) saw training rows alone.";
            case FEATURE_SELECTION -> "Features, settings and learners were chosen on training rows alone.";
            case DUPLICATES -> "No row scored was fitted on, neither itself nor as a copy.";
            case ILLEGITIMATE_FEATURE ->
                "Every feature is known at the prediction, and none stands in for the outcome.";
            case TEMPORAL -> "Nothing was learnt from what came after the rows scored.";
            case NON_INDEPENDENCE -> "Rows scored do not depend on rows fitted on.";
            case SAMPLING_BIAS -> "Rows scored are like those the model will be used on.";
            case NONE -> "";
        };
    }

    private List<String> said(Taxonomy.Row row) {
        List<String> lines = new ArrayList<>();
        int checks = row.passed().size()
                + row.found().size()
                + row.skipped().size()
                + row.failed().size();
        lines.add(
                checks == 0
                        ? "No check speaks of it."
                        : row.result() + " (" + Numbers.of(row.passed().size(), "check") + " passed, "
                                + row.found().size() + " found something, "
                                + row.skipped().size() + " did not apply or run, "
                                + row.failed().size() + " failed).");
        for (int index = 0; index < audit.findings().size(); index++) {
            Finding finding = audit.findings().get(index);
            if (finding.category() == row.category()) {
                lines.add("Finding " + (index + 1) + " (" + Wording.lower(finding.severity()) + ", "
                        + Wording.lower(finding.confidence()) + "): " + finding.message());
            }
        }
        audit.accepted().stream()
                .filter(finding -> finding.category() == row.category())
                .forEach(finding -> lines.add("Accepted" + by(finding) + ": " + finding.message()));
        return lines;
    }

    private String by(Finding finding) {
        return declaration.acceptances().stream()
                .filter(one -> one.fingerprint().equals(finding.fingerprint()))
                .map(ModeEntries::signed)
                .findFirst()
                .orElse("");
    }

    /** {@code  by Ada on 2026-11-22, because ...}. */
    static String signed(Acceptance acceptance) {
        return acceptance.by().map(person -> " by " + person).orElse(" by somebody unnamed")
                + acceptance.on().map(day -> " on " + day).orElse(", undated")
                + acceptance.until().map(day -> " until " + day).orElse("") + " (" + acceptance.because() + ")";
    }

    /** What a declaration or an answer to the audit would settle. */
    private List<String> open(Category category) {
        List<String> lines = new ArrayList<>();
        if (category == Category.ILLEGITIMATE_FEATURE && !audit.undeclared().isEmpty()) {
            lines.add("When is each of these known: " + Wording.columns(audit.undeclared(), MOST_NAMES)
                    + "? (--known-at COLUMN=always, event or after-outcome)");
        }
        if (category == Category.SAMPLING_BIAS
                && report.run().view().study().purpose().isEmpty()) {
            lines.add("Will the model meet new rows, new groups or the future? (--purpose)");
        }
        return lines;
    }
}
