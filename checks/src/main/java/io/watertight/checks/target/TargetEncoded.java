package io.watertight.checks.target;

import io.watertight.checks.support.LabelledSample;
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
import io.watertight.core.statistic.TargetMeans;
import io.watertight.core.statistic.TargetMeansReport;
import io.watertight.core.study.Task;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A number that is the mean of the target within groups, the rows' own targets included. */
@CheckInfo(
        id = "target-encoded",
        title = "A column is the target's mean within groups, own rows included",
        category = Category.PREPROCESSING,
        severity = Severity.ERROR,
        requires = {Need.TARGET, Need.FEATURES})
public final class TargetEncoded implements Check<List<TargetMeans>> {

    /** Rows that agree to six digits with a mean that they help to make. */
    private static final double AGREE = 0.98;

    /** Rows of test keys that training has not seen have no mean. */
    private static final double UNSEEN = 0.8;

    private static final long FEWEST_REPEATED = 50;

    @Override
    public List<TargetMeans> propose(StudyView view) {
        return view.target().task() == Task.MULTICLASS ? List.of() : GroupMeans.search(LabelledSample.of(view));
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<TargetMeans> candidates) {
        return new LinkedHashSet<>(candidates);
    }

    @Override
    public void evaluate(StudyView view, List<TargetMeans> candidates, Statistics statistics, Findings findings) {
        Set<String> told = new LinkedHashSet<>();
        for (TargetMeans candidate : candidates) {
            TargetMeansReport report = statistics.get(candidate);
            if (report.repeatedRows() >= FEWEST_REPEATED && !told.contains(candidate.value())) {
                draft(view, candidate, report).ifPresent(draft -> {
                    told.add(candidate.value());
                    findings.add(draft);
                });
            }
        }
    }

    private static Optional<FindingDraft> draft(StudyView view, TargetMeans candidate, TargetMeansReport report) {
        boolean split = report.splitRows() > 0;
        boolean all = report.agreeAll() >= AGREE * report.rows()
                && (!split || report.splitAgreeAll() >= AGREE * report.splitRows());
        boolean train = report.agreeTrain() >= UNSEEN * report.rows()
                && split
                && report.splitAgreeTrain() >= AGREE * report.splitRows();
        boolean others = report.agreeOthers() >= AGREE * report.repeatedRows();
        if (all) {
            String which = split
                    ? "over training and test rows together: the encoding saw the test labels"
                    : "over all rows, so each row's own target is in it and a test set's would be too";
            return Optional.of(finding(view, candidate, report, which, report.agreeAll()));
        }
        if (train) {
            String which = "over the training rows, so each training row's own target is in it";
            return Optional.of(
                    finding(view, candidate, report, which, report.agreeTrain()).severity(Severity.WARNING));
        }
        String which = "over the group's other rows, which gives away the row's own by what is missing";
        return others ? Optional.of(finding(view, candidate, report, which, report.agreeOthers())) : Optional.empty();
    }

    private static FindingDraft finding(
            StudyView view, TargetMeans candidate, TargetMeansReport report, String which, long agreeing) {
        boolean self = candidate.key().equals(candidate.value());
        return FindingDraft.about(candidate.value(), Confidence.HIGH)
                .says(
                        "%s is the mean of %s by %s %s (%,d of %,d rows agree to six digits).",
                        candidate.value(),
                        view.target().column(),
                        self ? "groups that share its value," : candidate.key() + ",",
                        which,
                        agreeing,
                        report.rows())
                .measured("share of rows equal to the mean", (double) agreeing / Math.max(1, report.rows()), AGREE)
                .fact("rows", report.rows())
                .fact("groups", report.groups())
                .fact("rows in groups of two or more", report.repeatedRows())
                .fact("rows that can tell training from all rows", report.splitRows())
                .fix(new Fix.Advice("encode inside each fold of the training rows (cross-fitting)"));
    }
}
