package io.watertight.checks.duplicates;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Fix;
import io.watertight.core.check.StudyView;
import io.watertight.core.statistic.NearRepetition;
import io.watertight.core.statistic.NearRepetition.Cells;
import io.watertight.core.statistic.NearRepetitionReport;
import io.watertight.core.study.Part;
import java.util.List;

/** What is said of rows that differ from another one in a few columns, whichever these are. */
final class FewDiffering {

    private FewDiffering() {}

    static void report(StudyView view, NearPairs asked, NearRepetitionReport report, Findings findings) {
        NearRepetition question = asked.question();
        boolean split = view.study().hasSplit();
        long all = split ? view.profile().rows(Part.TEST) : report.rows();
        // The pairs of each block are met with the same chance, and so are, nearly, the rows in them.
        long rows = Math.min(all, question.oneIn() * (split ? report.nearTestRows() : report.nearRows()));
        double share = (double) rows / all;
        double coverage = report.coverage() / question.oneIn();
        findings.coverage(coverage);
        if (share < NearDuplicateRows.WORTH_A_WARNING || asked.isChance(report)) {
            return;
        }
        int columns = question.likeness().names().size();
        int differing = ((Cells) question.likeness()).differing(question.similarity());
        findings.add(FindingDraft.about(List.of(), Confidence.MEDIUM)
                .says(
                        "%s%,d %s (%.1f%%) agree with another row%s in at least %d of %d columns, but not in all; chance makes no such pairs.",
                        question.oneIn() > 1 ? "About " : "",
                        rows,
                        split ? "test rows" : "rows",
                        100 * share,
                        split ? " of training" : "",
                        columns - differing,
                        columns)
                .measured(
                        "share of rows that agree with another one but for a few columns",
                        share,
                        NearDuplicateRows.WORTH_A_WARNING)
                .fact("rows", rows)
                .fact("pairs", report.pairs())
                .fact("pairsCompared", report.candidates())
                .fact("columnsCompared", columns)
                .fact("columnsThatMayDiffer", differing)
                .coverage(coverage)
                .rowGroups(report.examples())
                .fix(new Fix.Advice("keep one row of each case, or keep its rows in one part")));
    }
}
