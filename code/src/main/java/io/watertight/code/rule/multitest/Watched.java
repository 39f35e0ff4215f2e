package io.watertight.code.rule.multitest;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Fit;
import io.watertight.code.fact.Score;
import io.watertight.code.value.Overlap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A training that looks at rows which the model is evaluated on afterwards, while no others are left.
 *
 * @param score an evaluation on those rows, one that is measured if there is any
 */
record Watched(Fit fit, Score score) {

    /** One for each fit. */
    static List<Watched> all(CodeFacts facts) {
        List<Watched> all = new ArrayList<>();
        for (Fit fit : facts.fits()) {
            facts.scores().stream()
                    .filter(score -> score.fits().contains(fit.id()) && isWatched(facts, fit, score))
                    .filter(score -> !Trials.isLastWordLeft(facts, List.of(score), Trials.groups(facts)))
                    .min(Comparator.comparing(score -> !facts.isJudged(score)))
                    .ifPresent(score -> all.add(new Watched(fit, score)));
        }
        return all;
    }

    private static boolean isWatched(CodeFacts facts, Fit fit, Score score) {
        return Trials.isHeldOut(facts, score)
                && fit.validation().stream()
                        .anyMatch(data -> facts.algebra()
                                        .overlap(data.rows(), score.features().rows())
                                == Overlap.MUST);
    }
}
