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
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Column;
import io.watertight.core.study.Part;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Features with one value in all training rows. */
@CheckInfo(
        id = "constant-column",
        title = "A column has the same value in every training row",
        category = Category.NONE,
        severity = Severity.INFO,
        requires = Need.FEATURES)
public final class ConstantColumn implements Check<List<String>> {

    /** With fewer rows a single value says nothing. */
    private static final int FEWEST_ROWS = 10;

    @Override
    public List<String> propose(StudyView view) {
        return view.study().features().stream()
                .filter(column -> isConstant(view, column))
                .map(Column::name)
                .toList();
    }

    private static boolean isConstant(StudyView view, Column column) {
        PartProfile training = Optional.ofNullable(
                        view.profile().column(column.name()).parts().get(Part.TRAIN))
                .orElse(view.profile().column(column.name()).all());
        if (training.rows() < FEWEST_ROWS || training.missing() > 0) {
            return false;
        }
        // For words the count of distinct values is approximate, but exact for one.
        return Double.isNaN(training.minimum()) ? training.distinct() == 1 : training.minimum() == training.maximum();
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<String> constants) {
        return Set.of();
    }

    @Override
    public void evaluate(StudyView view, List<String> constants, Statistics statistics, Findings findings) {
        if (!constants.isEmpty()) {
            findings.add(FindingDraft.about(constants, Confidence.HIGH)
                    .says(
                            "%s the same in all %s: a model can learn nothing from %s.",
                            Wording.are(constants.size(), "column"),
                            Wording.count(view.profile().rows(Part.TRAIN), "training row"),
                            constants.size() == 1 ? "it" : "them")
                    .measured("distinct values", 1, 1)
                    .fact("columns", constants.size())
                    .fix(Fix.leaveOut(constants)));
        }
    }
}
