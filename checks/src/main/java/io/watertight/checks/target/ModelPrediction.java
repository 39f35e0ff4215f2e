package io.watertight.checks.target;

import io.watertight.checks.support.FeatureStrength;
import io.watertight.checks.support.LabelledSample;
import io.watertight.checks.support.Words;
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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A column that is another model's answer about the target. */
@CheckInfo(
        id = "model-prediction",
        title = "A column looks like a model's prediction of the target",
        category = Category.ILLEGITIMATE_FEATURE,
        severity = Severity.ERROR,
        requires = {Need.TARGET, Need.FEATURES})
public final class ModelPrediction implements Check<List<ModelPrediction.Candidate>> {

    private static final Set<String> WORDS = Set.of(
            "pred",
            "preds",
            "predicted",
            "prediction",
            "predictions",
            "prob",
            "probs",
            "proba",
            "probability",
            "yhat",
            "classifier",
            "regressor",
            "logit",
            "fitted",
            "softmax");

    /** Names of measurements and of other people's models as well, such as a credit score or a weather forecast. */
    private static final Set<String> AMBIGUOUS = Set.of("score", "model", "forecast", "likelihood");

    /** Strength as Gini or R2 (0 nothing, 1 everything) that makes a name worth a question, and a form an accusation. */
    private static final double NAMED = 0.5;

    /** The same of an ambiguous name. */
    private static final double AMBIGUOUSLY_NAMED = 0.8;

    private static final double STRONG = 0.9;

    /** A calibrated column must say something. */
    private static final double CALIBRATED = 0.3;

    private static final int MOST = 200;

    /**
     * A column with the form or the name of a prediction.
     *
     * @param column the column
     * @param named whether its name speaks of a prediction
     * @param ambiguous whether its name may also be that of something measured
     * @param twoEnded whether nearly all its values are near 0 or 1
     * @param partner the column that adds up to one with it, if any
     * @param calibrated whether the target's mean is the value itself over a wide range
     */
    public record Candidate(
            String column,
            boolean named,
            boolean ambiguous,
            boolean twoEnded,
            Optional<String> partner,
            boolean calibrated) {

        /** A score may be a measurement or another model's opinion on something else. */
        boolean speaksOfTheTarget() {
            return named && !ambiguous;
        }

        boolean hasForm() {
            return twoEnded || partner.isPresent();
        }
    }

    @Override
    public List<Candidate> propose(StudyView view) {
        LabelledSample few = LabelledSample.of(view).screen();
        LabelledSample all = LabelledSample.of(view).atMost(20_000);
        boolean binary = all.classes() == 2;
        List<String> names = all.numericFeatures();
        List<String> shares = names.stream()
                .filter(name -> Probabilities.areShares(few.numbers(name)))
                .limit(MOST)
                .toList();
        Set<String> target = Set.copyOf(Words.of(view.target().column()));
        List<Candidate> candidates = new ArrayList<>();
        for (String name : names) {
            Set<String> words = Set.copyOf(Words.of(name));
            boolean share = shares.contains(name);
            Optional<String> partner = shares.stream()
                    .filter(other -> share && !other.equals(name))
                    .filter(other -> Probabilities.addUpToOne(few.numbers(name), few.numbers(other)))
                    .findFirst();
            Candidate candidate = new Candidate(
                    name,
                    isNamed(words, target),
                    words.stream().anyMatch(AMBIGUOUS::contains),
                    share && Probabilities.areTwoEnded(few.numbers(name)),
                    partner,
                    share && binary && Probabilities.areCalibrated(all.numbers(name), all.target()));
            if (candidate.named() || candidate.ambiguous() || candidate.hasForm() || candidate.calibrated()) {
                candidates.add(candidate);
            }
        }
        return candidates.stream().limit(MOST).toList();
    }

    /** An ambiguous word says what it scores: the target, or nothing else. */
    private static boolean isNamed(Set<String> words, Set<String> target) {
        boolean ambiguous = words.stream().anyMatch(AMBIGUOUS::contains);
        return words.stream().anyMatch(WORDS::contains)
                || ambiguous && (AMBIGUOUS.containsAll(words) || !target.isEmpty() && words.containsAll(target));
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<Candidate> candidates) {
        Set<Statistic<?>> needs = new LinkedHashSet<>();
        candidates.forEach(candidate -> needs.add(view.contingency(candidate.column())));
        return needs;
    }

    @Override
    public void evaluate(StudyView view, List<Candidate> candidates, Statistics statistics, Findings findings) {
        for (Candidate candidate : candidates) {
            Strength strength = FeatureStrength.of(view, statistics, candidate.column());
            boolean sure = candidate.speaksOfTheTarget() && candidate.hasForm() && strength.power() >= STRONG;
            boolean asked = (candidate.named() && strength.power() >= NAMED)
                    || (candidate.ambiguous() && strength.power() >= AMBIGUOUSLY_NAMED)
                    || (candidate.hasForm() && strength.power() >= STRONG)
                    || (candidate.calibrated() && strength.power() >= CALIBRATED);
            if (sure || asked) {
                findings.add(draft(view, candidate, strength, sure));
            }
        }
    }

    private static FindingDraft draft(StudyView view, Candidate candidate, Strength strength, boolean sure) {
        String column = candidate.column();
        List<String> reasons = new ArrayList<>();
        if (candidate.named() || candidate.ambiguous()) {
            reasons.add("its name speaks of a prediction");
        }
        candidate.partner().ifPresent(partner -> reasons.add("it and " + partner + " add up to one"));
        if (candidate.twoEnded()) {
            reasons.add("nearly all its values are near 0 or 1");
        }
        if (candidate.calibrated()) {
            reasons.add("the target's mean is the value itself over a wide range");
        }
        FindingDraft draft = FindingDraft.about(column, sure ? Confidence.HIGH : Confidence.MEDIUM)
                .severity(sure ? Severity.ERROR : Severity.WARNING)
                .says("%s: %s (%s %.3f).", column, String.join(", ", reasons), strength.measure(), strength.value())
                .measured(
                        strength.measure() + " of the column alone, out of fold", strength.value(), strength.nothing())
                .fact("named", candidate.named() || candidate.ambiguous())
                .fact("two-ended", candidate.twoEnded())
                .fact("calibrated", candidate.calibrated())
                .fix(Fix.leaveOut(List.of(column)));
        String question = "Is " + column + " the output of a model that was fitted to "
                + view.target().column() + "?";
        return sure ? draft : draft.asks(Question.known(List.of(column), question, strength.power()));
    }
}
