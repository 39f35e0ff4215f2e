package io.watertight.ml.evaluate;

import io.watertight.core.report.Numbers;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.measure.Measure;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a score is luck: the whole workflow (every transformer, search and fit) is repeated on outcomes dealt anew (Ojala and Garriga,
 * Journal of Machine Learning Research 11, 2010). Outcomes move within groups where they differ there, between whole groups where they
 * do not, and within stretches of time where a time is declared: what groups and periods tell alone is not counted as a finding.
 *
 * @param measure by which
 * @param score of the outcomes as they are
 * @param permuted scores of outcomes dealt anew, NaN where a run could not be scored
 * @param exchange what was exchanged with what
 */
public record LabelPermutation(Measure measure, double score, double[] permuted, Exchange exchange) {

    /**
     * Repeats the evaluation.
     *
     * @param evaluator with its split, seed and threads; its candidates are not used
     * @param permutations at least 19 for a p-value of 0.05
     */
    public static LabelPermutation of(Evaluator evaluator, Learner learner, Dataset dataset, int permutations) {
        Evaluator alone = evaluator.withoutBaselines().withoutTrainingScores().withCandidates(List.of(learner));
        Evaluation actual = alone.evaluate(dataset);
        Exchange exchange = Exchange.of(dataset);
        double[] scores = new double[permutations];
        for (int run = 0; run < permutations; run++) {
            Evaluation lucky = alone.evaluate(dataset.withResponsesFrom(exchange.deal(actual.seed() + 1 + run)));
            scores[run] = lucky.score(lucky.learner(learner.name()), lucky.primary());
        }
        return new LabelPermutation(
                actual.primary(), actual.score(actual.learner(learner.name()), actual.primary()), scores, exchange);
    }

    /** (b + 1) / (m + 1) with b of m permutations at least as good (Phipson and Smyth, 2010): never zero. */
    public double pValue() {
        long scored =
                Arrays.stream(permuted).filter(value -> !Double.isNaN(value)).count();
        long atLeast = Arrays.stream(permuted)
                .filter(value -> measure.gain(value, score) >= 0)
                .count();
        return (atLeast + 1.0) / (scored + 1.0);
    }

    /** One sentence. */
    public String sentence() {
        double mean = Arrays.stream(permuted)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
        return "With outcomes exchanged " + exchange.describe() + " the whole workflow scores "
                + measure.name() + " " + Numbers.measured(mean) + " on average, against " + Numbers.measured(score)
                + ": p = " + Numbers.measured(pValue()) + " from " + permuted.length + " permutations.";
    }
}
