package io.watertight.checks.integrity;

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
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import java.util.Arrays;
import java.util.Set;

/** A class so rare that accuracy says nothing. */
@CheckInfo(
        id = "class-imbalance",
        title = "One class is so rare that accuracy says little",
        category = Category.NONE,
        severity = Severity.INFO,
        requires = Need.CLASSES)
public final class ClassImbalance implements Check<CountWhere> {

    /** The rarest class counts as rare below this share of an equal one; cleanlab draws the line there too. */
    private static final double RARE = 0.1;

    /** Below this many training rows no score of a class means anything. */
    private static final int FEW = 30;

    /** Above this a model that never looks at the row seems excellent. */
    private static final double EXTREME = 0.99;

    @Override
    public CountWhere propose(StudyView view) {
        return CountWhere.train(new Condition.IsMissing(view.target().column()));
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, CountWhere byClass) {
        return Set.of(byClass);
    }

    @Override
    public void evaluate(StudyView view, CountWhere byClass, Statistics statistics, Findings findings) {
        long[] rows = statistics.get(byClass).definedByClass();
        long all = Arrays.stream(rows).sum();
        if (all == 0 || rows.length < 2) {
            return;
        }
        long rarest = Arrays.stream(rows).min().orElseThrow();
        double constant = (double) Arrays.stream(rows).max().orElseThrow() / all;
        double share = (double) rarest / all;
        if (share * rows.length >= RARE) {
            return;
        }
        boolean extreme = constant >= EXTREME || (rarest < FEW && rows.length == 2);
        findings.add(FindingDraft.about(view.target().column(), Confidence.HIGH)
                .severity(extreme ? Severity.WARNING : Severity.INFO)
                .says(
                        "The rarest of %d classes has %,d of %,d training rows (%.2f%%). Answering the most frequent class"
                                + " every time is right in %.1f%% of them: no accuracy below that is worth anything.",
                        rows.length, rarest, all, 100 * share, 100 * constant)
                .measured("share of the rarest class", share, RARE / rows.length)
                .fact("classes", rows.length)
                .fact("accuracy of the constant model", constant)
                .fix(new Fix.Advice("judge by AUC, average precision or costs, and stratify the split by class")));
    }
}
