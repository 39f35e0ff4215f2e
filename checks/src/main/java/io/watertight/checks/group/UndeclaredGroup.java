package io.watertight.checks.group;

import io.watertight.checks.support.EntityNames.Likeness;
import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Question;
import io.watertight.core.check.Severity;
import io.watertight.core.check.StudyView;
import io.watertight.core.statistic.Repetition;
import io.watertight.core.statistic.RepetitionReport;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Part;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Columns that name entities with several rows each, which nobody declared and which a random split would cut. */
@CheckInfo(
        id = "undeclared-group",
        title = "Rows of one entity may lie on both sides of a split",
        category = Category.NON_INDEPENDENCE,
        severity = Severity.WARNING)
public final class UndeclaredGroup implements Check<List<EntityCandidate>> {

    /** Groups that hold less than this share of the rows cannot carry a score. */
    private static final double WORTH_ASKING = 0.05;

    /** A split that cuts fewer test rows than this was made by group, or nearly so. */
    private static final double STRADDLES = 0.01;

    @Override
    public List<EntityCandidate> propose(StudyView view) {
        return EntityCandidate.find(view).stream()
                .filter(candidate -> candidate.likeness() != Likeness.NONE || candidate.predicts())
                .toList();
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<EntityCandidate> candidates) {
        Set<Statistic<?>> needs = new LinkedHashSet<>();
        candidates.forEach(candidate -> needs.add(new Repetition(List.of(candidate.column()))));
        return needs;
    }

    @Override
    public void evaluate(StudyView view, List<EntityCandidate> candidates, Statistics statistics, Findings findings) {
        for (EntityCandidate candidate : candidates) {
            RepetitionReport report = statistics.get(new Repetition(List.of(candidate.column())));
            double repeated = (double) report.repeatedRows() / view.profile().rows();
            long testRows = view.profile().rows(Part.TEST);
            double straddling = testRows == 0 ? repeated : (double) report.sharedTestRows() / testRows;
            if (repeated < WORTH_ASKING || (testRows > 0 && straddling < STRADDLES)) {
                continue;
            }
            findings.add(draft(candidate, report, straddling, testRows));
        }
        for (Folders folders : Folders.find(view)) {
            boolean split = view.profile().rows(Part.TEST) > 0;
            findings.coverage(view.sample().coverage());
            if (folders.straddling() >= (split ? STRADDLES : WORTH_ASKING)) {
                findings.add(draft(folders, split, view.sample().coverage()));
            }
        }
    }

    private static FindingDraft draft(Folders folders, boolean split, double coverage) {
        String column = folders.column();
        boolean sure = folders.likeness() == Likeness.ENTITY;
        return FindingDraft.about(column, sure ? Confidence.HIGH : Confidence.MEDIUM)
                .says(
                        "%s holds paths in %,d folders with %.1f rows each; %.0f%% of the %s.%s",
                        column,
                        folders.groups(),
                        (double) folders.rows() / folders.groups(),
                        100 * folders.straddling(),
                        split
                                ? "test rows lie in a folder that training has too"
                                : "rows share their folder with another row, and a random split puts them on both sides",
                        folders.predicts()
                                ? " Rows of one folder resemble each other in the target."
                                : " The folders are named like entities.")
                .measured(
                        split
                                ? "share of test rows whose folder occurs in training"
                                : "share of rows that share a folder",
                        folders.straddling(),
                        split ? STRADDLES : WORTH_ASKING)
                .coverage(coverage)
                .fact("groups", folders.groups())
                .fact("identityShareOfVariance", folders.effect().share())
                .fact("identityZ", folders.effect().z())
                .fix(new Fix.Advice(
                        "write the folder into a column of its own, name it with --group, and split by it"));
    }

    private static FindingDraft draft(
            EntityCandidate candidate, RepetitionReport report, double straddling, long testRows) {
        String column = candidate.column();
        boolean sure = candidate.likeness() == Likeness.ENTITY
                || (candidate.likeness() == Likeness.IDENTIFIER && candidate.predicts());
        FindingDraft draft = FindingDraft.about(column, sure ? Confidence.HIGH : Confidence.MEDIUM);
        String effect = candidate.predicts()
                ? String.format(
                        java.util.Locale.ENGLISH,
                        " Rows that share a value resemble each other in the target beyond any trend (%.0f%% of its variance).",
                        100 * candidate.effect().share())
                : "";
        if (testRows > 0) {
            draft.says(
                    "%,d values of %s lie in training and test, with %,d test rows (%.0f%%).%s",
                    report.sharedGroups(), column, report.sharedTestRows(), 100 * straddling, effect);
        } else {
            draft.says(
                    "%s has %,d values with %.1f rows each; %.0f%% of the rows share theirs with another row, and a random split "
                            + "puts them on both sides.%s",
                    column,
                    report.groups(),
                    (double) report.rows() / Math.max(1, report.groups()),
                    100 * straddling,
                    effect);
        }
        return draft.measured(
                        testRows > 0
                                ? "share of test rows whose value occurs in training"
                                : "share of rows that share a value",
                        straddling,
                        testRows > 0 ? STRADDLES : WORTH_ASKING)
                .fact("groups", report.groups())
                .fact("repeatedGroups", report.repeatedGroups())
                .fact("largestGroup", report.largest())
                .fact("sharedGroups", report.sharedGroups())
                .fact("identityShareOfVariance", candidate.effect().share())
                .fact("identityZ", candidate.effect().z())
                .rowGroups(report.examples())
                .fix(Fix.keepTogether(List.of(column)))
                .asks(new Question(
                        "Do several rows belong to one " + column + ", and will the model meet new ones?",
                        List.of("--group " + column, "--purpose rows"),
                        List.of(column),
                        sure ? 0.8 : 0.4));
    }
}
