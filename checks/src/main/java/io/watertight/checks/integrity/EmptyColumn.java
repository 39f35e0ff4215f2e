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
import java.util.Map;
import java.util.Set;

/** Features without a single value, in the table or in one part of the split. */
@CheckInfo(
        id = "empty-column",
        title = "A column holds no value at all",
        category = Category.NONE,
        severity = Severity.INFO,
        requires = Need.FEATURES)
public final class EmptyColumn implements Check<EmptyColumn.Empty> {

    /** log10 of the chance that a part is empty although its values are as frequent as elsewhere. */
    private static final double LUCK = -6;

    /**
     * Columns without values.
     *
     * @param everywhere in all rows
     * @param inOnePart in all rows of a part, though filled in elsewhere
     */
    public record Empty(List<String> everywhere, List<String> inOnePart) {}

    @Override
    public Empty propose(StudyView view) {
        List<String> features =
                view.study().features().stream().map(Column::name).toList();
        return new Empty(
                features.stream()
                        .filter(name -> view.profile().column(name).all().present() == 0)
                        .toList(),
                features.stream().filter(name -> isEmptyInOnePart(view, name)).toList());
    }

    private static boolean isEmptyInOnePart(StudyView view, String name) {
        PartProfile all = view.profile().column(name).all();
        Map<Part, PartProfile> parts = view.profile().column(name).parts();
        return all.present() > 0
                && parts.values().stream()
                        .anyMatch(part -> part.present() == 0
                                && part.rows() * Math.log10((double) all.missing() / all.rows()) <= LUCK);
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Empty empty) {
        return Set.of();
    }

    @Override
    public void evaluate(StudyView view, Empty empty, Statistics statistics, Findings findings) {
        if (!empty.everywhere().isEmpty()) {
            findings.add(FindingDraft.about(empty.everywhere(), Confidence.HIGH)
                    .says(
                            "%s without any value in %s.",
                            Wording.are(empty.everywhere().size(), "column"),
                            Wording.count(view.profile().rows(), "row"))
                    .measured("share of missing values", 1, 1)
                    .fix(Fix.leaveOut(empty.everywhere())));
        }
        if (!empty.inOnePart().isEmpty()) {
            findings.add(FindingDraft.about(empty.inOnePart(), Confidence.HIGH)
                    .aspect("part")
                    .severity(Severity.WARNING)
                    .says(
                            "%s filled in one part of the split and empty in another: what a model learns from %s does"
                                    + " not hold there.",
                            Wording.are(empty.inOnePart().size(), "column"),
                            empty.inOnePart().size() == 1 ? "it" : "them")
                    .measured("share of missing values in that part", 1, 1)
                    .fix(Fix.leaveOut(empty.inOnePart())));
        }
    }
}
