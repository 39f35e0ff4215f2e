package io.watertight.checks.duplicates;

import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Need;
import io.watertight.core.check.Severity;
import io.watertight.core.check.StudyView;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Rows that are copies of other rows but for rounding or a little noise. */
@CheckInfo(
        id = "near-copies",
        title = "Rows are copies of others but for rounding or noise",
        category = Category.DUPLICATES,
        severity = Severity.WARNING,
        requires = Need.FEATURES)
public final class NearCopies implements Check<Optional<NearCrowd>> {

    /** Fewer copies hardly move a score. */
    private static final double WORTH_A_WARNING = 0.01;

    private static final double INVALIDATES = 0.1;
    /** Copies have their row's target; look-alikes have it as often as not. */
    private static final double SAME_TARGET = 0.9;

    @Override
    public Optional<NearCrowd> propose(StudyView view) {
        return NearCrowd.find(view);
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Optional<NearCrowd> crowd) {
        return Set.of();
    }

    @Override
    public void evaluate(StudyView view, Optional<NearCrowd> found, Statistics statistics, Findings findings) {
        findings.coverage(view.sample().coverage());
        if (found.isEmpty() || found.get().share() < WORTH_A_WARNING) {
            return;
        }
        NearCrowd crowd = found.get();
        boolean split = view.study().hasSplit();
        if (crowd.sameTarget() < SAME_TARGET) {
            findings.remark(String.format(
                    Locale.ENGLISH,
                    "%,d rows have a near twin, but only %.0f%% of the twins have the row's target",
                    crowd.copies().size(),
                    100 * crowd.sameTarget()));
            return;
        }
        boolean sure = crowd.complete();
        findings.add(FindingDraft.about(List.of(), sure ? Confidence.HIGH : Confidence.MEDIUM)
                .severity(
                        sure && crowd.share() >= (split ? WORTH_A_WARNING : INVALIDATES)
                                ? Severity.ERROR
                                : Severity.WARNING)
                .says(
                        "%,d of %,d %s (%.1f%%) lie at most %.2f times as far from %s as from the fourth nearest one, and %.0f%% of "
                                + "these pairs have the same target: copies but for rounding or noise. Chance would explain %.2f%%.",
                        crowd.copies().size(),
                        crowd.looked(),
                        split ? "test rows" : "rows",
                        100 * crowd.share(),
                        crowd.ratio(),
                        split ? "a training row" : "another row",
                        100 * crowd.sameTarget(),
                        100 * crowd.expected())
                .measured("share of rows with a near copy", crowd.share(), WORTH_A_WARNING)
                .fact("rows", crowd.copies().size())
                .fact("rowsLookedAt", crowd.looked())
                .fact("shareExpectedByChance", crowd.expected())
                .fact("shareWithTheSameTarget", crowd.sameTarget())
                .coverage(view.sample().coverage())
                .rowGroups(crowd.copies().stream()
                        .limit(10)
                        .map(one -> List.of(
                                view.sample().rowIds()[one.row()], view.sample().rowIds()[one.other()]))
                        .toList())
                .fix(new Fix.Advice("keep one row of each case, or keep its rows in one part")));
    }
}
