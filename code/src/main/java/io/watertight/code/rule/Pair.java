package io.watertight.code.rule;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Fit;
import io.watertight.code.fact.Score;
import io.watertight.code.value.Overlap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A fit of a model and an evaluation of what it learnt.
 *
 * @param overlap whether they share rows
 */
public record Pair(Fit fit, Score score, Overlap overlap) {

    /** Every fit with every evaluation of its result, in the order of the program. */
    public static List<Pair> all(CodeFacts facts) {
        Map<Integer, Fit> fits = new HashMap<>();
        facts.fits().forEach(fit -> fits.put(fit.id(), fit));
        List<Pair> pairs = new ArrayList<>();
        for (Score score : facts.scores()) {
            for (int id : score.fits()) {
                Fit fit = fits.get(id);
                if (fit != null) {
                    pairs.add(of(facts, fit, score));
                }
            }
        }
        return pairs;
    }

    private static Pair of(CodeFacts facts, Fit fit, Score score) {
        return new Pair(
                fit,
                score,
                facts.algebra().overlap(fit.features().rows(), score.features().rows()));
    }
}
