package io.watertight.checks.integrity;

import io.watertight.checks.support.Wording;
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
import io.watertight.core.data.PartProfile;
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import java.util.Locale;
import java.util.Set;

/** Rows without a target. */
@CheckInfo(
        id = "missing-target",
        title = "Some rows have no target",
        category = Category.NONE,
        severity = Severity.WARNING,
        requires = Need.TARGET)
public final class MissingTarget implements Check<CountWhere> {

    @Override
    public CountWhere propose(StudyView view) {
        return CountWhere.all(new Condition.IsMissing(view.target().column()));
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, CountWhere missing) {
        return view.profile().column(view.target().column()).all().missing() > 0 ? Set.of(missing) : Set.of();
    }

    @Override
    public void evaluate(StudyView view, CountWhere missing, Statistics statistics, Findings findings) {
        String target = view.target().column();
        PartProfile all = view.profile().column(target).all();
        if (all.missing() == 0) {
            return;
        }
        FindingDraft draft = FindingDraft.about(target, Confidence.HIGH)
                .says(
                        "%s of %,d (%.1f%%) no target. Left out silently, they change what the score speaks of: cases whose"
                                + " outcome is not known yet are seldom like the others.",
                        Wording.count(all.missing(), "row") + (all.missing() == 1 ? " has" : " have"),
                        all.rows(),
                        100 * all.missingShare())
                .measured("rows without a target", (double) all.missing(), 0)
                .rows(statistics.get(missing).examples())
                .fix(new Fix.Advice(
                        "find out why the outcome is missing, and say whether these rows are to be predicted"));
        view.profile().column(target).parts().forEach((part, profile) -> {
            if (profile.missing() > 0) {
                draft.fact("without a target in " + part.name().toLowerCase(Locale.ROOT), profile.missing());
            }
        });
        findings.add(draft);
    }
}
