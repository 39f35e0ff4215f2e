package io.watertight.code.rule.multitest;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Score;
import io.watertight.code.value.Overlap;
import io.watertight.code.value.RowSets;
import io.watertight.code.value.Rows;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** What may yet be said of models on rows that nobody has chosen by. */
final class LastWord {

    private static final Pattern MADE_UP = Pattern.compile(
            "(?i)imread|img|image|open|array|reshape|expand_dims|rand|linspace|arange|meshgrid|input|DataFrame|numpy");

    private LastWord() {}

    /**
     * Whether a model is applied to other rows that it has not learnt from and that nobody chooses by: a proper test set beside a
     * validation set, or the rows of a competition. A model of other data, as another chapter of a notebook trains it, says no word
     * about these.
     */
    static boolean isLeft(CodeFacts facts, Collection<Score> used, List<List<Score>> groups) {
        return facts.scores().stream()
                .filter(score -> Trials.isHeldOut(facts, score) && (isRealSource(score) || facts.isJudged(score)))
                .filter(score -> used.stream().allMatch(each -> areOthers(facts, each, score)))
                .filter(score -> used.stream().anyMatch(each -> isOfOneTask(facts, each, score)))
                .anyMatch(score -> groups.stream()
                        .filter(group -> group.contains(score))
                        .noneMatch(group -> Trials.isChosenBy(facts, group)));
    }

    /** Whether two evaluations are on different rows. Where each may be one of several sources, it is enough that nobody knows them to be the same. */
    private static boolean areOthers(CodeFacts facts, Score one, Score other) {
        Overlap overlap = Trials.overlap(facts, one, other);
        boolean unsure = one.features().rows().kind() == Rows.Kind.CHOICE
                && other.features().rows().kind() == Rows.Kind.CHOICE;
        return overlap == Overlap.NO || unsure && overlap == Overlap.MAY;
    }

    /** Whether two evaluated models may have learnt from common rows. */
    private static boolean isOfOneTask(CodeFacts facts, Score one, Score other) {
        return learnt(facts, one).stream()
                .anyMatch(rows -> learnt(facts, other).stream()
                        .anyMatch(others -> rows.isNone()
                                || others.isNone()
                                || facts.algebra().overlap(rows, others) != Overlap.NO));
    }

    private static List<Rows> learnt(CodeFacts facts, Score score) {
        return Trials.fits(facts, score).stream()
                .map(fit -> fit.features().rows())
                .toList();
    }

    /** Whether rows are a part of data or come from a file of rows, and are not one picture, a grid or a made-up case. */
    private static boolean isRealSource(Score score) {
        Rows rows = score.features().rows();
        String root = rows.root().key();
        return !rows.parts().isEmpty()
                || !root.startsWith(RowSets.MADE) && !MADE_UP.matcher(root).find();
    }
}
