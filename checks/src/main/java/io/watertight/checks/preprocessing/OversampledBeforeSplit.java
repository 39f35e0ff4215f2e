package io.watertight.checks.preprocessing;

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
import java.util.Optional;
import java.util.Set;

/** Test rows of one class that are copies of training rows, or lie exactly between two rows. */
@CheckInfo(
        id = "oversampled-before-split",
        title = "A class was oversampled before the split",
        category = Category.PREPROCESSING,
        severity = Severity.ERROR,
        requires = {Need.CLASSES, Need.FEATURES})
public final class OversampledBeforeSplit implements Check<OversampledBeforeSplit.Traces> {

    /** What was found in the sample. */
    public static final class Traces {
        private final Optional<Enlarged> copied;
        private final Optional<Enlarged> synthetic;

        private Traces(Optional<Enlarged> copied, Optional<Enlarged> synthetic) {
            this.copied = copied;
            this.synthetic = synthetic;
        }
    }

    @Override
    public Traces propose(StudyView view) {
        LabelledRows rows = new LabelledRows(view);
        return new Traces(Copies.in(rows), Interpolations.in(rows));
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Traces traces) {
        return Set.of();
    }

    @Override
    public void evaluate(StudyView view, Traces traces, Statistics statistics, Findings findings) {
        findings.coverage(view.sample().coverage());
        traces.copied.ifPresent(found -> findings.add(draft(view, found, "copies")
                .says(
                        view.study().hasSplit()
                                ? "%,d of %,d test rows of one class are copies of training rows, and hardly any of the"
                                        + " largest class: the class was enlarged by copying before the split."
                                : "%,d of %,d rows of one class are copies of others, and hardly any of the largest class:"
                                        + " it was enlarged by copying, and any split now puts copies on both sides.",
                        found.made(),
                        found.judged())));
        traces.synthetic.ifPresent(found -> findings.add(draft(view, found, "synthetic")
                .says(
                        view.study().hasSplit()
                                ? "%,d of %,d test rows of one class lie exactly between two rows of that class, as SMOTE"
                                        + " makes them: the test set holds rows that never happened, made from training rows."
                                : "%,d of %,d rows of one class lie exactly between two others, as SMOTE makes them: any"
                                        + " split now tests on rows made from training rows.",
                        found.made(),
                        found.judged())));
    }

    private static FindingDraft draft(StudyView view, Enlarged found, String aspect) {
        boolean split = view.study().hasSplit();
        return FindingDraft.about(List.of(), view.sample().isComplete() ? Confidence.HIGH : Confidence.MEDIUM)
                .aspect(aspect)
                .severity(split ? Severity.ERROR : Severity.WARNING)
                .measured("share of rows made, in the enlarged class", found.share(), 10 * found.reference())
                .fact("the same share in another class", found.reference())
                .fact("rows judged", found.judged())
                .cell("class", view.target().classes().get(found.label()))
                .rows(found.rows())
                .coverage(view.sample().coverage())
                .fix(new Fix.Advice(
                        "go back to the rows before oversampling, split them, then oversample the training rows"));
    }
}
