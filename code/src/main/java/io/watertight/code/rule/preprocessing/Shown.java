package io.watertight.code.rule.preprocessing;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Fit;
import io.watertight.code.fact.Pair;
import io.watertight.code.fact.Score;
import io.watertight.code.rule.Places;
import io.watertight.code.value.Data;
import io.watertight.code.value.Overlap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Trainings whose only result is what they show of the rows they are watched on: the model is applied to no others. */
final class Shown {

    private Shown() {}

    /** Each such training with its watched rows, as if they were scored where it is fitted. */
    static List<Pair> pairs(CodeFacts facts) {
        List<Pair> pairs = new ArrayList<>();
        Set<Integer> applied = new HashSet<>();
        facts.scores().forEach(score -> applied.addAll(score.fits()));
        for (Fit fit : facts.fits()) {
            if (applied.contains(fit.id())) {
                continue;
            }
            for (Data watched : fit.validation()) {
                Overlap overlap = facts.algebra().overlap(fit.features().rows(), watched.rows());
                if (overlap == Overlap.NO && !watched.rows().isNone() && !Places.isInTests(fit.site())) {
                    pairs.add(new Pair(fit, score(fit, watched), overlap));
                }
            }
        }
        return pairs;
    }

    private static Score score(Fit fit, Data watched) {
        return new Score(
                fit.id(),
                fit.site(),
                fit.model(),
                fit.name(),
                Set.of(fit.id()),
                watched,
                Optional.empty(),
                Score.How.SCORE,
                0,
                fit.loops());
    }
}
