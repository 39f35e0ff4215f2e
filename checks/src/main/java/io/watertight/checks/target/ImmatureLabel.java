package io.watertight.checks.target;

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
import io.watertight.core.statistic.Condition.Relation;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Operand;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.statistic.Tally;
import io.watertight.core.study.Column;
import io.watertight.core.study.Lag;
import io.watertight.core.study.PredictionPoint;
import java.util.Set;

/** Finds rows whose outcome could not be observed in full before the data ends. */
@CheckInfo(
        id = "immature-label",
        title = "Labels of the latest rows cannot be complete yet",
        category = Category.TEMPORAL,
        severity = Severity.WARNING,
        requires = {Need.TARGET, Need.PREDICTION_POINT, Need.HORIZON})
public final class ImmatureLabel implements Check<Double> {

    /** The end of the data: the latest time in any column, in seconds since 1970 UTC. */
    @Override
    public Double propose(StudyView view) {
        return view.study().columns().stream()
                .filter(Column::isTime)
                .mapToDouble(
                        column -> view.profile().column(column.name()).all().maximum())
                .filter(time -> !Double.isNaN(time))
                .max()
                .orElse(Double.NaN);
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Double end) {
        return end.isNaN() ? Set.of() : Set.of(question(view, end));
    }

    private static CountWhere question(StudyView view, double end) {
        PredictionPoint point = view.study().predictAt().orElseThrow();
        Lag horizon = view.study().declaration().horizon().orElseThrow();
        return CountWhere.all(Condition.compare(
                PredictionTime.of(point).plus(Operand.number(horizon.seconds())),
                Relation.GREATER,
                Operand.number(end)));
    }

    @Override
    public void evaluate(StudyView view, Double end, Statistics statistics, Findings findings) {
        if (end.isNaN()) {
            return;
        }
        Tally tally = statistics.get(question(view, end));
        if (tally.matched() == 0) {
            return;
        }
        findings.add(FindingDraft.about(view.target().column(), Confidence.HIGH)
                .says(
                        "%,d of %,d rows are predicted less than %s before the data ends: their outcome was not awaited.",
                        tally.matched(),
                        tally.defined(),
                        view.study().declaration().horizon().orElseThrow())
                .measured("share of rows with an incomplete label", (double) tally.matched() / tally.defined(), 0)
                .rows(tally.examples())
                .fix(new Fix.Advice("leave out rows of the last horizon, or wait for their outcome")));
    }
}
