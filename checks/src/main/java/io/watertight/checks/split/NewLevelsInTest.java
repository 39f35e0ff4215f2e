package io.watertight.checks.split;

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
import io.watertight.core.statistic.NewLevels;
import io.watertight.core.statistic.NewLevelsReport;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Column;
import io.watertight.core.study.Part;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Categories of a feature that the model meets for the first time in the test set. */
@CheckInfo(
        id = "new-levels",
        title = "A category occurs in the test set only",
        category = Category.SAMPLING_BIAS,
        severity = Severity.INFO,
        requires = {Need.SPLIT, Need.FEATURES})
public final class NewLevelsInTest implements Check<List<NewLevels>> {

    /** A column whose training values each occur fewer times than this is sparse: new values are its nature. */
    private static final double LEAST_ROWS_A_LEVEL = 5;

    /** The model is blind in this share of the test rows. */
    private static final double MATTERS = 0.2;

    /** Below this share a new category is a stray and only a remark. */
    private static final double WORTH_SAYING = 0.01;

    @Override
    public List<NewLevels> propose(StudyView view) {
        return view.study().features().stream()
                .filter(Column::isCategorical)
                .filter(column -> isCategory(view, column.name()))
                .map(column -> new NewLevels(column.name()))
                .toList();
    }

    private static boolean isCategory(StudyView view, String column) {
        return Optional.ofNullable(view.profile().column(column).parts().get(Part.TRAIN))
                .filter(train -> isCategory(train))
                .isPresent();
    }

    private static boolean isCategory(PartProfile train) {
        return train.distinct() > 0 && train.present() >= LEAST_ROWS_A_LEVEL * train.distinct();
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<NewLevels> questions) {
        return new LinkedHashSet<>(questions);
    }

    @Override
    public void evaluate(StudyView view, List<NewLevels> questions, Statistics statistics, Findings findings) {
        for (NewLevels question : questions) {
            NewLevelsReport report = statistics.get(question);
            if (report.newLevels() == 0) {
                continue;
            }
            double share = (double) report.newRows() / Math.max(1, report.testRows());
            if (share < WORTH_SAYING) {
                findings.remark(String.format(
                        Locale.ENGLISH,
                        "%d new categories of %s fill %,d test rows",
                        report.newLevels(),
                        question.column(),
                        report.newRows()));
                continue;
            }
            FindingDraft draft = FindingDraft.about(question.column(), Confidence.HIGH)
                    .severity(share >= MATTERS ? Severity.WARNING : Severity.INFO)
                    .says(
                            "%d of %d categories of %s in the test set never occur in training; they fill %,d of %,d test rows (%.1f%%).",
                            report.newLevels(),
                            report.testLevels(),
                            question.column(),
                            report.newRows(),
                            report.testRows(),
                            100 * share)
                    .measured("share of test rows with a new category", share, MATTERS)
                    .fact("newLevels", report.newLevels())
                    .fact("newRows", report.newRows())
                    .fix(
                            new Fix.Advice(
                                    "say what the model does with an unknown category, or split so that all occur in training"));
            for (int index = 0; index < report.texts().size(); index++) {
                draft.cell("level " + (index + 1), report.texts().get(index));
            }
            findings.add(draft);
        }
    }
}
