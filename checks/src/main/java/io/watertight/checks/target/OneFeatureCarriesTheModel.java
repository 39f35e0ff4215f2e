package io.watertight.checks.target;

import io.watertight.checks.support.Family;
import io.watertight.checks.support.FeatureStrength;
import io.watertight.checks.support.SampleStrength;
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
import io.watertight.core.statistic.ModelScore;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Column;
import io.watertight.core.study.KnownAt;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds one column without which a model of all others falls far. */
@CheckInfo(
        id = "one-feature-carries-the-model",
        title = "One column carries the whole model",
        category = Category.ILLEGITIMATE_FEATURE,
        severity = Severity.WARNING,
        requires = {Need.TARGET, Need.FEATURES})
public final class OneFeatureCarriesTheModel implements Check<Optional<Carrier>> {

    private static final double STRONG_AUC = 0.9;

    private static final double STRONG_R2 = 0.8;

    /** A sample may miss the threshold by so much when all rows reach it. */
    private static final double SLACK = 0.02;

    /** The column alone is nearly the model: power left to all others. */
    private static final double NEARLY = 0.08;

    /** Power that goes with the column. */
    private static final double GAP = 0.35;

    private static final double STANDARD_ERRORS = 4;

    @Override
    public Optional<Carrier> propose(StudyView view) {
        SampleStrength strengths = new SampleStrength(view);
        List<Column> features = FeatureStrength.features(view);
        return features.stream()
                .map(column -> strengths.of(column.name()))
                .max(Comparator.comparingDouble(Strength::value))
                .filter(best -> best.value() >= strong(best.measure()) - SLACK)
                .filter(best -> view.study().column(best.column()).knownAt().kind() != KnownAt.Kind.ALWAYS)
                .map(best -> {
                    List<String> family = Family.of(view, best.column(), features);
                    List<String> rest = features.stream()
                            .map(Column::name)
                            .filter(name -> !family.contains(name))
                            .toList();
                    return new Carrier(family, rest);
                })
                .filter(carrier -> !carrier.rest().isEmpty());
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Optional<Carrier> candidate) {
        return candidate
                .<Set<Statistic<?>>>map(carrier ->
                        Set.of(view.contingency(carrier.family().get(0)), carrier.withAll(), carrier.without()))
                .orElse(Set.of());
    }

    @Override
    public void evaluate(StudyView view, Optional<Carrier> candidate, Statistics statistics, Findings findings) {
        if (candidate.isEmpty()) {
            return;
        }
        Carrier carrier = candidate.get();
        String head = carrier.family().get(0);
        Strength alone = FeatureStrength.of(view, statistics, head);
        ModelScore all = statistics.get(carrier.withAll());
        ModelScore rest = statistics.get(carrier.without());
        double gap = power(all) - power(rest);
        double error = Math.hypot(all.standardError(), rest.standardError());
        findings.coverage((double) all.rows() / Math.max(1, alone.rows()));
        if (alone.value() < strong(alone.measure()) || power(all) - alone.power() > NEARLY) {
            return;
        }
        if (gap < GAP || all.score() - rest.score() <= STANDARD_ERRORS * error) {
            findings.remark(String.format(
                    Locale.ENGLISH,
                    "%s is strong but does not carry the model: without it the others still reach %s %.3f.",
                    head,
                    rest.measure(),
                    rest.score()));
            return;
        }
        findings.add(FindingDraft.about(carrier.family(), Confidence.MEDIUM)
                .says(
                        "%s alone is worth as much as all %d features together (%s %.3f against %.3f); without it a model"
                                + " reaches %.3f. An honest column may dominate: what counts is when it is known.",
                        head,
                        carrier.family().size() + carrier.rest().size(),
                        all.measure(),
                        alone.value(),
                        all.score(),
                        rest.score())
                .measured("share of the model's power that goes with the column", gap / power(all), GAP)
                .fact("alone", alone.value())
                .fact("model_of_all", all.score())
                .fact("model_without", rest.score())
                .fact("standard_error_of_the_difference", error)
                .fact("rows_modelled", all.rows())
                .coverage((double) all.rows() / Math.max(1, alone.rows()))
                .fix(Fix.leaveOut(carrier.family()))
                .asks(Question.known(
                        carrier.family(),
                        (carrier.family().size() == 1 ? "Is " : "Are ") + String.join(", ", carrier.family())
                                + " known when you predict?",
                        55 + 40 * gap)));
    }

    private static double strong(String measure) {
        return measure.equals("AUC") ? STRONG_AUC : STRONG_R2;
    }

    private static double power(ModelScore score) {
        return new Strength("", score.measure(), score.score(), score.score(), score.standardError(), score.rows())
                .power();
    }
}
