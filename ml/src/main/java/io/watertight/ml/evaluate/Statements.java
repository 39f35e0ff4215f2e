package io.watertight.ml.evaluate;

import io.watertight.core.report.Numbers;
import io.watertight.ml.measure.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an evaluation allows to say, a sentence each. Alarms come first: they doubt the evaluation itself.
 *
 * @param evaluation what was measured
 */
public record Statements(Evaluation evaluation) {

    /** All sentences, most important first. */
    public List<String> all() {
        List<String> all = new ArrayList<>(alarms());
        all.addAll(failures());
        for (LearnerResult candidate : evaluation.learners(Standing.CANDIDATE)) {
            againstLinear(candidate).ifPresent(all::add);
            optimism(candidate).ifPresent(all::add);
        }
        return all;
    }

    /**
     * Test rows on which a learner does clearly better than on those it was fitted on. An honest split does not do that: the test set is
     * easier, is small, or has been seen (the test score of the aftershock networks of Nature 560, 2018 was .85, their training score
     * .76).
     */
    public List<String> alarms() {
        List<String> alarms = new ArrayList<>();
        Measure measure = evaluation.primary();
        for (LearnerResult learner : evaluation.learners()) {
            double training = learner.trainingScore(0);
            Interval test = evaluation.interval(learner);
            boolean above = measure.largerIsBetter() ? test.low() > training : test.high() < training;
            if (measure.isOrdered() && test.isKnown() && above) {
                alarms.add("'" + learner.name()
                        + "' scores clearly better on held-out rows than on the rows it was fitted on: "
                        + measure.name() + " " + test.text() + " against " + Numbers.measured(training) + ". "
                        + (learner.standing() == Standing.FORMULA
                                ? "Nothing was fitted, so the held-out rows are easier than the others."
                                : "The held-out rows are easier, or were seen before."));
            }
        }
        return alarms;
    }

    /** Learners that could not be scored on every fold. */
    public List<String> failures() {
        return evaluation.learners().stream()
                .filter(learner -> !learner.failed().isEmpty())
                .map(learner ->
                        "'" + learner.name() + "' failed on " + learner.failed().size() + " of "
                                + Numbers.of(learner.folds().size(), "fold") + ": "
                                + learner.failed().get(0).reason())
                .toList();
    }

    /** Whether a candidate is worth more than the linear model, with what each of them fits. */
    private Optional<String> againstLinear(LearnerResult candidate) {
        return evaluation.learners(Standing.LINEAR).stream().findFirst().map(linear -> {
            Comparison comparison = evaluation.compare(candidate, linear);
            String fitted = " It fits " + parameters(candidate) + " against " + parameters(linear) + ".";
            return comparison.sentence()
                    + (Double.isNaN(candidate.parameters()) ? "" : fitted)
                    + switch (comparison.result()) {
                        case NO_DIFFERENCE, WORSE -> " Prefer the simpler model.";
                        case BETTER, UNKNOWN -> "";
                    };
        });
    }

    private static String parameters(LearnerResult learner) {
        return Numbers.of(Math.round(learner.parameters()), "number");
    }

    /** What a report would have claimed that stopped at the best inner score. */
    private Optional<String> optimism(LearnerResult candidate) {
        if (candidate.searches().isEmpty()) {
            return Optional.empty();
        }
        Measure chosenBy = candidate.searches().get(0).measure();
        if (!evaluation.measures().contains(chosenBy)) {
            return Optional.empty();
        }
        double inner = candidate.innerBest();
        double outer = evaluation.interval(candidate, chosenBy).value();
        return Optional.of("The best inner score of '" + candidate.name() + "' is " + chosenBy.name() + " "
                + Numbers.measured(inner) + "; on rows that took no part in the choice it is " + Numbers.measured(outer)
                + ". The choice itself is worth " + Numbers.measured(chosenBy.gain(inner, outer)) + " of optimism.");
    }
}
