package io.watertight.checks.duplicates;

import io.watertight.checks.support.CalendarNames;
import io.watertight.checks.support.ChanceRepeats;
import io.watertight.checks.support.RowHashes;
import io.watertight.checks.support.RowKey;
import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Need;
import io.watertight.core.check.Question;
import io.watertight.core.check.Severity;
import io.watertight.core.check.StudyView;
import io.watertight.core.statistic.Repetition;
import io.watertight.core.statistic.RepetitionReport;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Part;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rows that agree in all columns but one, or but a few, beyond chance. */
@CheckInfo(
        id = "near-duplicate-rows",
        title = "Rows agree in every column but one or a few",
        category = Category.DUPLICATES,
        severity = Severity.WARNING,
        requires = Need.FEATURES)
public final class NearDuplicateRows implements Check<NearDuplicateRows.Candidates> {

    static final double WORTH_A_WARNING = 0.01;

    /** Columns tried one by one; wider tables hold so much in each row that one column hides nothing else. */
    private static final int MOST_COLUMNS = 60;

    /**
     * The column that hides most repeats.
     *
     * @param hidden the column in which the rows differ
     * @param others all others, the target among them
     * @param all all columns
     * @param chance equal pairs without the column against those by chance
     */
    public record Candidate(String hidden, List<String> others, List<String> all, ChanceRepeats chance) {}

    /** What is worth a look among all rows: the column that explains it, or else any few columns. */
    public record Candidates(Optional<Candidate> hidden, Optional<NearPairs> few) {}

    @Override
    public Candidates propose(StudyView view) {
        RowKey key = RowKey.of(view);
        List<String> all = key.withTarget(view);
        Optional<Candidate> hidden =
                hidden(view, key, all).filter(one -> one.chance().isRuledOut());
        return new Candidates(hidden, hidden.isPresent() ? Optional.empty() : NearPairs.find(view, all));
    }

    private static Optional<Candidate> hidden(StudyView view, RowKey key, List<String> all) {
        // With few columns, one of them is much of what is known about a row.
        if (key.features().size() < 4 || all.size() > MOST_COLUMNS) {
            return Optional.empty();
        }
        long[] rows = RowHashes.of(view.sample(), all);
        double exact = pairs(view, rows);
        return key.features().stream()
                .filter(column -> !CalendarNames.dates(view.study().column(column)))
                .map(column -> new Hidden(
                        column,
                        pairs(view, RowHashes.without(rows, RowHashes.ofColumn(view.sample(), column))) - exact))
                .filter(hidden -> hidden.pairs()
                        >= Math.max(3, WORTH_A_WARNING / 10 * view.sample().rows()))
                .max(Comparator.comparingDouble(Hidden::pairs))
                .map(hidden -> candidate(view, hidden.column(), all));
    }

    private record Hidden(String column, double pairs) {}

    private static double pairs(StudyView view, long[] hashes) {
        return view.study().hasSplit() ? RowHashes.pairsAcross(hashes, view.sample()) : RowHashes.pairs(hashes);
    }

    private static Candidate candidate(StudyView view, String hidden, List<String> all) {
        List<String> others =
                all.stream().filter(column -> !column.equals(hidden)).toList();
        ChanceRepeats chance = view.study().hasSplit()
                ? ChanceRepeats.across(view.sample(), others)
                : ChanceRepeats.within(view.sample(), others);
        return new Candidate(hidden, others, all, chance);
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Candidates candidates) {
        Set<Statistic<?>> needs = new LinkedHashSet<>(
                candidates.few().stream().map(NearPairs::question).toList());
        candidates.hidden().ifPresent(one -> {
            needs.add(new Repetition(one.others()));
            needs.add(new Repetition(one.all()));
        });
        return needs;
    }

    @Override
    public void evaluate(StudyView view, Candidates candidates, Statistics statistics, Findings findings) {
        candidates.hidden().ifPresent(one -> hidden(view, one, statistics, findings));
        candidates.few().ifPresent(one -> FewDiffering.report(view, one, statistics.get(one.question()), findings));
    }

    private static void hidden(StudyView view, Candidate candidate, Statistics statistics, Findings findings) {
        RepetitionReport without = statistics.get(new Repetition(candidate.others()));
        RepetitionReport exact = statistics.get(new Repetition(candidate.all()));
        long testRows = view.profile().rows(Part.TEST);
        boolean split = view.study().hasSplit();
        long rows =
                split ? without.sharedTestRows() - exact.sharedTestRows() : without.surplusRows() - exact.surplusRows();
        double share = rows * (1 - candidate.chance().share()) / (split ? testRows : without.rows());
        if (share < WORTH_A_WARNING) {
            return;
        }
        findings.add(FindingDraft.about(List.of(), Confidence.MEDIUM)
                .says(
                        "%,d %s agree with another row%s in every column but %s, beyond the exact copies; chance would explain %.0f%% of them.",
                        rows,
                        split ? "test rows" : "rows",
                        split ? " of training" : "",
                        candidate.hidden(),
                        100 * candidate.chance().share())
                .measured("share of rows that agree with another one but for one column", share, WORTH_A_WARNING)
                .fact("rows", rows)
                .fact("differsIn", candidate.hidden())
                .fact("shareExplainedByChance", candidate.chance().share())
                .rowGroups(without.examples())
                .asks(new Question(
                        "Are rows that differ only in " + candidate.hidden() + " the same case?",
                        List.of("--ignore " + candidate.hidden()),
                        List.of(candidate.hidden()),
                        0.3))
                .fix(new Fix.Advice("keep one row of each case, or keep its rows in one part")));
    }
}
