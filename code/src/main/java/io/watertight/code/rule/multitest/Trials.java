package io.watertight.code.rule.multitest;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Decision;
import io.watertight.code.fact.Fit;
import io.watertight.code.fact.Loop;
import io.watertight.code.fact.Metric;
import io.watertight.code.fact.Model;
import io.watertight.code.fact.Score;
import io.watertight.code.rule.Places;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Overlap;
import io.watertight.code.value.Rows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Evaluations of models on the same rows, which none of them has learnt from. Two evaluations of one fitted model are one trial.
 *
 * @param evaluations in the order of the program, one a trial
 * @param settings whether the trials are one kind of model under different settings, in a loop
 * @param decision what is decided by them, if the program says so
 */
record Trials(List<Score> evaluations, boolean settings, Optional<Decision> decision) {

    private static final int FEWEST_SETTINGS = 3;

    Trials {
        evaluations = List.copyOf(evaluations);
    }

    /** Every set of rows that is used more than once while no other rows are left for the last word. */
    static List<Trials> all(CodeFacts facts) {
        List<List<Score>> groups = groups(facts);
        List<Trials> all = new ArrayList<>();
        for (List<Score> group : groups) {
            Trials trials = of(facts, group);
            boolean several = trials.evaluations.size() > 1 || trials.settings;
            if (several && !LastWord.isLeft(facts, group, groups)) {
                all.add(trials);
            }
        }
        return all;
    }

    /** Whether rows were set aside before these were, and are not used: these are validation rows, and a last word is still possible. */
    boolean isValidation() {
        return isSetAsideBefore(evaluations.get(0));
    }

    static boolean isSetAsideBefore(Score score) {
        List<Rows> line = score.features().rows().line();
        return line.subList(1, line.size()).stream()
                .anyMatch(above -> above.kind() == Rows.Kind.PART && above.side() == 0);
    }

    private static List<Score> groupOf(CodeFacts facts, List<List<Score>> groups, Score score) {
        for (List<Score> group : groups) {
            if (overlap(facts, group.get(0), score) == Overlap.MUST) {
                return group;
            }
        }
        List<Score> made = new ArrayList<>();
        groups.add(made);
        return made;
    }

    static Overlap overlap(CodeFacts facts, Score one, Score other) {
        return facts.algebra().overlap(one.features().rows(), other.features().rows());
    }

    private static Trials of(CodeFacts facts, List<Score> group) {
        Map<Set<Integer>, Score> distinct = new LinkedHashMap<>();
        Set<String> calls = new HashSet<>();
        boolean sweeps = false;
        Set<Integer> blended = blended(facts);
        for (Score score : group) {
            if (!blended.contains(score.id()) && isSameTask(facts, group.get(0), score)) {
                boolean again = score.loops().stream().anyMatch(loop -> loop.round() < 0);
                boolean alternative = !calls.add(score.site() + " " + score.path()) && !again;
                if (!alternative && distinct.values().stream().noneMatch(each -> isOtherRound(each, score))) {
                    distinct.putIfAbsent(new TreeSet<>(score.fits()), score);
                }
                sweeps |= score.loops().stream().anyMatch(loop -> triesSettings(facts, score, loop));
            }
        }
        List<Score> evaluations = List.copyOf(distinct.values());
        Optional<Decision> decision = facts.decisions().stream()
                .filter(each -> group.stream().anyMatch(score -> each.scores().contains(score.id())))
                .findFirst();
        return new Trials(evaluations, sweeps || isRounds(evaluations), decision);
    }

    /**
     * Whether two rounds of one loop are no two trials: the one goes on with the training of the other, or each deals its rows anew.
     */
    private static boolean isOtherRound(Score earlier, Score later) {
        boolean goesOn = earlier.model() == later.model()
                && earlier.fits().size() < later.fits().size()
                && later.fits().containsAll(earlier.fits());
        return earlier.loops().stream()
                .filter(loop -> later.loops().stream()
                        .anyMatch(other -> other.site().equals(loop.site()) && other.round() != loop.round()))
                .anyMatch(loop -> goesOn || isDealtIn(later.features().rows(), loop.site()));
    }

    /** Whether rows are dealt within a loop, by chance and not by a seed that deals each round the same. */
    private static boolean isDealtIn(Rows rows, Span loop) {
        return rows.parts().stream()
                .anyMatch(part -> part.loops().contains(loop) && !part.key().contains("with seed"));
    }

    /** Whether rows serve to choose: several models are evaluated on them, or one in several rounds of its training. */
    static boolean isChosenBy(CodeFacts facts, List<Score> group) {
        return of(facts, group).evaluations.size() > 1
                || group.stream().anyMatch(earlier -> group.stream().anyMatch(later -> isOtherRound(earlier, later)));
    }

    /** Predictions that are only ever measured together with others, as those of a vote are: all of them but the first are no trials. */
    private static Set<Integer> blended(CodeFacts facts) {
        Set<Integer> blended = new HashSet<>();
        for (Metric metric : facts.metrics()) {
            if (metric.scores().size() > 1 && !isLooped(facts, metric.scores()) && isOnlyMeasure(facts, metric)) {
                metric.scores().stream().sorted().skip(1).forEach(blended::add);
            }
        }
        return blended;
    }

    private static boolean isOnlyMeasure(CodeFacts facts, Metric metric) {
        return facts.metrics().stream()
                .filter(other -> !Collections.disjoint(other.scores(), metric.scores()))
                .allMatch(other -> other.site().equals(metric.site()));
    }

    private static boolean isLooped(CodeFacts facts, Set<Integer> scores) {
        return scores.stream()
                .flatMap(id -> facts.score(id).stream())
                .anyMatch(score -> !score.loops().isEmpty());
    }

    /** Whether an evaluation is in a loop whose rounds each make a new model for the same rows. */
    private static boolean triesSettings(CodeFacts facts, Score score, Loop loop) {
        boolean anew = loop.round() < 0
                && facts.model(score.model())
                        .map(Model::loops)
                        .orElse(List.of())
                        .contains(loop);
        return anew
                && !isMadeIn(score.features().rows(), loop.site())
                && fits(facts, score).stream()
                        .noneMatch(fit -> isMadeIn(fit.features().rows(), loop.site()));
    }

    /** Whether the rounds of one loop each try a model of the same class. */
    private static boolean isRounds(List<Score> evaluations) {
        Map<String, Set<Integer>> rounds = new LinkedHashMap<>();
        for (Score score : evaluations) {
            for (Loop loop : score.loops()) {
                if (loop.round() >= 0
                        && !isContainer(score)
                        && !isMadeIn(score.features().rows(), loop.site())) {
                    rounds.computeIfAbsent(loop.site() + score.name(), unused -> new TreeSet<>())
                            .add(loop.round());
                }
            }
        }
        return rounds.values().stream().anyMatch(each -> each.size() >= FEWEST_SETTINGS);
    }

    /** Pipelines and searches of one class hold models of any. */
    private static boolean isContainer(Score score) {
        return score.name().toLowerCase(Locale.ROOT).contains("pipeline")
                || score.name().endsWith("SearchCV");
    }

    /** Whether rows are drawn within a loop, so that each round has its own. */
    private static boolean isMadeIn(Rows rows, Span loop) {
        return rows.loops().contains(loop) || rows.parents().stream().anyMatch(parent -> isMadeIn(parent, loop));
    }

    /** A model that is held out of comparisons between tasks: two targets of the same rows are two tasks. */
    private static boolean isSameTask(CodeFacts facts, Score one, Score other) {
        Set<String> ones = targets(facts, one);
        Set<String> others = targets(facts, other);
        return ones.isEmpty() || others.isEmpty() || ones.stream().anyMatch(others::contains);
    }

    private static Set<String> targets(CodeFacts facts, Score score) {
        return fits(facts, score).stream()
                .flatMap(fit -> fit.target().stream())
                .flatMap(target -> target.origins().stream())
                .collect(Collectors.toSet());
    }

    static List<Fit> fits(CodeFacts facts, Score score) {
        return score.fits().stream().flatMap(id -> facts.fit(id).stream()).toList();
    }

    /** Whether a model is evaluated on rows that it has not learnt from, all at once. */
    static boolean isHeldOut(CodeFacts facts, Score score) {
        List<Fit> fits = fits(facts, score);
        return score.how() != Score.How.FOLDS
                && !fits.isEmpty()
                && !score.features().rows().isNone()
                && score.loops().stream().noneMatch(Loop::folds)
                && !score.name().contains("Dummy")
                && !Places.isInTests(score.site())
                && fits.stream()
                        .noneMatch(fit -> fit.folds()
                                || facts.algebra()
                                                .overlap(
                                                        fit.features().rows(),
                                                        score.features().rows())
                                        == Overlap.MUST);
    }

    static List<List<Score>> groups(CodeFacts facts) {
        List<List<Score>> groups = new ArrayList<>();
        for (Score score : facts.scores()) {
            if (isHeldOut(facts, score) && facts.isJudged(score)) {
                groupOf(facts, groups, score).add(score);
            }
        }
        return groups;
    }
}
