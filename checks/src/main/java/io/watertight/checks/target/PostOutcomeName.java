package io.watertight.checks.target;

import io.watertight.checks.support.FeatureStrength;
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
import io.watertight.core.numeric.Strength;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Column;
import io.watertight.core.study.KnownAt;
import java.util.List;
import java.util.Set;

/** Asks about columns whose name speaks of what happens after the prediction, when they also predict it. */
@CheckInfo(
        id = "post-outcome-name",
        title = "The column's name speaks of what happens after the prediction",
        category = Category.ILLEGITIMATE_FEATURE,
        severity = Severity.WARNING,
        requires = {Need.TARGET, Need.FEATURES})
public final class PostOutcomeName implements Check<List<Column>> {

    /** Standard errors above nothing: a name needs a signal beside it. */
    private static final double SURE = 6;

    @Override
    public List<Column> propose(StudyView view) {
        return FeatureStrength.features(view).stream()
                .filter(column -> column.knownAt().kind() == KnownAt.Kind.UNKNOWN)
                .filter(column ->
                        OutcomeWords.read(column.name(), view.target().column()).isPresent())
                .toList();
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<Column> columns) {
        return FeatureStrength.needs(view, columns);
    }

    @Override
    public void evaluate(StudyView view, List<Column> columns, Statistics statistics, Findings findings) {
        for (Column column : columns) {
            Strength strength = FeatureStrength.of(view, statistics, column.name());
            OutcomeWords.read(column.name(), view.target().column())
                    .filter(reading -> strength.power() >= reading.power() && strength.z() >= SURE)
                    .ifPresent(reading -> findings.add(FindingDraft.about(column.name(), Confidence.MEDIUM)
                            .says(
                                    "%s: by its name %s, and it predicts the target (%s %.3f alone).",
                                    column.name(), reading.because(), strength.measure(), strength.value())
                            .measured(
                                    strength.measure() + " of the column alone, out of fold",
                                    strength.value(),
                                    reading.power())
                            .fact("standard_errors_above_nothing", Math.round(strength.z()))
                            .fix(Fix.leaveOut(List.of(column.name())))
                            .asks(Question.known(
                                    List.of(column.name()),
                                    "Is " + column.name() + " known when you predict?",
                                    40 + 40 * strength.power()))));
        }
    }
}
