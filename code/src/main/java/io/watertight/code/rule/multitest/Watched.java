package io.watertight.code.rule.multitest;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Fit;
import io.watertight.code.fact.Score;
import io.watertight.code.rule.Places;
import io.watertight.code.value.Overlap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
                    .filter(score -> !LastWord.isLeft(facts, List.of(score), Trials.groups(facts)))
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

    /** Two or more models whose trainings look at the same rows, while none of them is applied to others; else none. */
    static List<Fit> compared(CodeFacts facts) {
        for (Fit first : facts.fits()) {
            List<Fit> alike = new ArrayList<>();
            Set<Integer> models = new HashSet<>();
            for (Fit fit : facts.fits()) {
                if (!Places.isInTests(fit.site()) && looksAt(facts, fit, first) && models.add(fit.model())) {
                    alike.add(fit);
                }
            }
            if (alike.size() > 1 && facts.scores().stream().noneMatch(score -> Trials.isHeldOut(facts, score))) {
                return alike;
            }
        }
        return List.of();
    }

    /** Whether a fit is watched on rows that it does not learn from and that another is watched on. */
    private static boolean looksAt(CodeFacts facts, Fit fit, Fit other) {
        return fit.validation().stream()
                .filter(data ->
                        facts.algebra().overlap(data.rows(), fit.features().rows()) != Overlap.MUST)
                .anyMatch(data -> other.validation().stream()
                        .anyMatch(each -> facts.algebra().overlap(data.rows(), each.rows()) == Overlap.MUST));
    }
}
