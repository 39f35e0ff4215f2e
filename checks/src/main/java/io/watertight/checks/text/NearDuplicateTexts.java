package io.watertight.checks.text;

import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Severity;
import io.watertight.core.check.StudyView;
import io.watertight.core.statistic.NearRepetition;
import io.watertight.core.statistic.NearRepetition.Texts;
import io.watertight.core.statistic.NearRepetitionReport;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Part;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Texts that are nearly the same as another one: quoted, forwarded, corrected, crawled twice. */
@CheckInfo(
        id = "near-duplicate-texts",
        title = "Texts are nearly the same as others",
        category = Category.DUPLICATES,
        severity = Severity.WARNING,
        requires = {})
public final class NearDuplicateTexts implements Check<List<NearRepetition>> {

    /** Four of five shingles in common: a few words of a hundred were changed. */
    private static final double SIMILARITY = 0.8;

    private static final double WORTH_A_WARNING = 0.01;

    @Override
    public List<NearRepetition> propose(StudyView view) {
        return TextPairs.columns(view).stream()
                .flatMap(column -> TextPairs.oneIn(view, column, SIMILARITY, WORTH_A_WARNING).stream()
                        .mapToObj(oneIn -> new NearRepetition(new Texts(column), SIMILARITY, oneIn)))
                .toList();
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<NearRepetition> questions) {
        return new LinkedHashSet<>(questions);
    }

    @Override
    public void evaluate(StudyView view, List<NearRepetition> questions, Statistics statistics, Findings findings) {
        boolean split = view.study().hasSplit();
        for (NearRepetition question : questions) {
            NearRepetitionReport report = statistics.get(question);
            findings.coverage(report.coverage() / question.oneIn());
            long all = split ? view.profile().rows(Part.TEST) : report.rows();
            // The pairs of each block are met with the same chance, and so are, nearly, the rows in them.
            long rows = Math.min(all, question.oneIn() * (split ? report.nearTestRows() : report.nearRows()));
            double share = (double) rows / all;
            if (share >= WORTH_A_WARNING) {
                report(question, rows, share, split, report, findings);
            }
        }
    }

    private static void report(
            NearRepetition question,
            long rows,
            double share,
            boolean split,
            NearRepetitionReport report,
            Findings findings) {
        String column = ((Texts) question.likeness()).column();
        findings.add(FindingDraft.about(column, Confidence.MEDIUM)
                .says(
                        "%s%,d %s (%.1f%%) hold in %s nearly the text of another row%s: at least four of five of their shingles are the same.",
                        question.oneIn() > 1 ? "About " : "",
                        rows,
                        split ? "test rows" : "rows",
                        100 * share,
                        column,
                        split ? " of training" : "")
                .measured("share of rows with nearly the text of another one", share, WORTH_A_WARNING)
                .fact("rows", rows)
                .fact("pairs", report.pairs())
                .fact("pairsCompared", report.candidates())
                .coverage(report.coverage() / question.oneIn())
                .rowGroups(report.examples())
                .fix(new Fix.Advice("keep one of the texts, or keep them in one part")));
    }
}
