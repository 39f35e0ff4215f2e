package io.watertight.checks.split;

import io.watertight.checks.support.CalendarNames;
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
import io.watertight.core.statistic.DomainClassifier;
import io.watertight.core.statistic.ModelScore;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Column;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Features by which a model tells test rows from training rows. */
@CheckInfo(
        id = "covariate-shift",
        title = "Test rows look different from training rows",
        category = Category.SAMPLING_BIAS,
        severity = Severity.INFO,
        requires = {Need.SPLIT, Need.FEATURES})
public final class CovariateShift implements Check<Optional<DomainClassifier>> {

    /** Area at which a reader would call the parts different; NannyML alerts at 0.65, deepchecks at 0.625. */
    private static final double SHIFTED = 0.65;

    private static final double STRONGLY = 0.75;

    private static final double LEAST_Z = 5;

    @Override
    public Optional<DomainClassifier> propose(StudyView view) {
        List<String> features = view.study().features().stream()
                .filter(column -> view.sample().has(column.name()) && !ordersRows(view, column))
                .map(Column::name)
                .toList();
        return features.isEmpty() ? Optional.empty() : Optional.of(new DomainClassifier(features));
    }

    /** Times, numbers of rows and near-unique words tell the parts apart without saying anything about shift. */
    private static boolean ordersRows(StudyView view, Column column) {
        boolean numbered = column.integral() || column.isCategorical();
        return CalendarNames.dates(column)
                || (numbered && view.profile().column(column.name()).looksUnique());
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Optional<DomainClassifier> question) {
        return question.<Set<Statistic<?>>>map(Set::of).orElse(Set.of());
    }

    @Override
    public void evaluate(
            StudyView view, Optional<DomainClassifier> question, Statistics statistics, Findings findings) {
        if (question.isEmpty()) {
            findings.remark("every feature orders or numbers the rows");
            return;
        }
        ModelScore score = statistics.get(question.get());
        findings.coverage(view.sample().coverage());
        double z = score.standardError() > 0 ? (score.score() - 0.5) / score.standardError() : 0;
        if (score.score() < SHIFTED || z < LEAST_Z) {
            return;
        }
        List<String> carriers =
                score.gain().entrySet().stream().limit(3).map(Map.Entry::getKey).toList();
        findings.add(FindingDraft.about(List.of(), Confidence.MEDIUM)
                .severity(score.score() >= STRONGLY ? Severity.WARNING : Severity.INFO)
                .says(
                        "A model tells test rows from training rows with an AUC of %.2f, most by %s. That is shift, not leakage: the "
                                + "score speaks of other cases than the training data.",
                        score.score(), String.join(", ", carriers))
                .measured("AUC of test against training, out of fold", score.score(), SHIFTED)
                .fact("standardError", score.standardError())
                .fact("rows", score.rows())
                .fact("gain", score.gain())
                .coverage(view.sample().coverage())
                .fix(new Fix.Advice(
                        "find out how the parts were drawn, or weight training rows towards the test population")));
    }
}
