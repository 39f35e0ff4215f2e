package io.watertight.code.rule.evals;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Score;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.Overlap;
import io.watertight.code.value.Rows;
import java.util.List;
import java.util.Optional;

/**
 * Rows that a language model is asked about, and whose answers are measured.
 *
 * @param shown every set of rows that is written into the prompt, each once, in order
 */
record Asked(Score score, List<Rows> shown) {

    static List<Asked> all(CodeFacts facts) {
        return facts.scores().stream()
                .filter(score -> score.fits().isEmpty())
                .filter(score -> facts.metrics().stream()
                        .anyMatch(metric -> metric.scores().contains(score.id())))
                .map(score -> new Asked(score, shown(score)))
                .filter(asked -> !asked.shown.isEmpty())
                .toList();
    }

    private static List<Rows> shown(Score score) {
        return score.features().influences().stream()
                .filter(influence -> influence.kind() == InfluenceKind.SHOWN)
                .map(Influence::rows)
                .filter(rows -> !rows.isNone())
                .distinct()
                .toList();
    }

    /** Rows in the prompt that are among the rows asked about, though they are not the case that is asked about. */
    Optional<Rows> example(CodeFacts facts) {
        for (Rows one : shown) {
            for (Rows other : shown) {
                if (one != other && facts.algebra().within(one, other)) {
                    return Optional.of(one);
                }
            }
        }
        return Optional.empty();
    }

    boolean isApartFrom(CodeFacts facts, Asked other) {
        return shown.stream()
                .anyMatch(rows ->
                        other.shown.stream().allMatch(each -> facts.algebra().overlap(rows, each) == Overlap.NO));
    }
}
