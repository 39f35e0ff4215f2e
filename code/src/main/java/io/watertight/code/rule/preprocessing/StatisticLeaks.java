package io.watertight.code.rule.preprocessing;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Pair;
import io.watertight.code.fact.Score;
import io.watertight.code.fact.Split;
import io.watertight.code.knowledge.Gives;
import io.watertight.code.rule.Flow;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.target.TargetStatistic;
import io.watertight.code.value.Data;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.Overlap;
import io.watertight.code.value.Rows;
import io.watertight.code.value.Sets;
import io.watertight.code.value.Tag;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds statistics that read rows of an evaluation and went into the model or its evaluation (Yang et al., ASE 2022: preprocessing leakage,
 * here with a statistic for each use).
 */
final class StatisticLeaks {

    private static final Pattern CLUSTERS = Pattern.compile("KMeans|Cluster|DBSCAN|Mixture|HMM|MeanShift|Birch|OPTICS");

    private StatisticLeaks() {}

    /** A statistic with the evaluations that it spoils. */
    record Leak(Influence influence, List<Pair> pairs, boolean sure) {}

    static List<Leak> find(CodeFacts facts, Predicate<Influence> which) {
        Map<Influence, List<Pair>> spoilt = new LinkedHashMap<>();
        Map<Influence, Boolean> sure = new LinkedHashMap<>();
        List<Pair> evaluated = new ArrayList<>(facts.pairs());
        evaluated.addAll(Shown.pairs(facts));
        for (Pair pair : evaluated) {
            // Folds have a rule of their own.
            if (pair.overlap() == Overlap.MUST || pair.score().how() == Score.How.FOLDS || isUnlabelled(facts, pair)) {
                continue;
            }
            Set<Influence> all = Sets.union(
                    pair.fit().features().influences(), pair.score().features().influences());
            for (Influence influence : all) {
                if (which.test(influence) && spoils(facts, influence, pair)) {
                    spoilt.computeIfAbsent(influence, unused -> new ArrayList<>())
                            .add(pair);
                    boolean must = facts.algebra()
                                            .overlap(
                                                    influence.rows(),
                                                    pair.score().features().rows())
                                    == Overlap.MUST
                            && pair.overlap() != Overlap.MAY
                            && !pair.score().features().is(Tag.ASSUMED)
                            && !pair.fit().features().is(Tag.ASSUMED);
                    sure.merge(influence, must, Boolean::logicalOr);
                }
            }
        }
        List<Leak> leaks = new ArrayList<>();
        if (facts.fits().isEmpty()) {
            facts.splits().forEach(split -> leaks.addAll(beforeSplit(split, which)));
        }
        spoilt.forEach(
                (influence, pairs) -> leaks.add(new Leak(influence, pairs, sure.getOrDefault(influence, false))));
        return leaks;
    }

    /** Groups of rows that are found without labels and that nobody measures are no evaluation. */
    private static boolean isUnlabelled(CodeFacts facts, Pair pair) {
        return pair.fit().target().isEmpty()
                && pair.fit().features().kind() != Gives.DATASET
                && CLUSTERS.matcher(pair.fit().simpleName()).find()
                && !facts.isJudged(pair.score());
    }

    /** Code that ends with a split, and leaves the model to others: what was read before will be known to both parts. */
    private static List<Leak> beforeSplit(Split split, Predicate<Influence> which) {
        Set<Influence> all = Set.of();
        for (Data parent : split.parents()) {
            all = Sets.union(all, parent.influences());
        }
        return all.stream()
                .filter(which)
                .filter(influence -> split.parents().stream().anyMatch(parent -> parent.rows() == influence.rows()))
                .map(influence -> new Leak(influence, List.of(), false))
                .toList();
    }

    /**
     * Whether a statistic brings the evaluation's rows to the training, or the training rows' neighbours to the evaluation: read from
     * evaluated rows and used in training, or read from both and used in the evaluation. A scaler fitted on the test rows alone, for the
     * test rows alone, is a skew and no leak; one that read training rows alone is none either, even where some of them are evaluated: that is
     * an overlap. What is done to the labels alone is no feature.
     */
    private static boolean spoils(CodeFacts facts, Influence influence, Pair pair) {
        Rows test = pair.score().features().rows();
        Rows train = pair.fit().features().rows();
        if (!touches(facts, influence.rows(), test)
                || isOfSeveral(facts, influence.rows(), test)
                || isOfTraining(facts, influence.rows(), pair.fit().features())
                || isOwnGroup(influence, test)
                || isLabel(influence, pair)
                || TargetStatistic.isOf(facts, influence, pair)) {
            return false;
        }
        boolean trains = pair.fit().features().influences().contains(influence);
        return trains || touches(facts, influence.rows(), train);
    }

    /** Whether a statistic read the training rows and no others: those themselves, or the series that they are windows of. */
    private static boolean isOfTraining(CodeFacts facts, Rows read, Data learnt) {
        if (facts.algebra().within(read, learnt.rows())) {
            return true;
        }
        List<Rows> line = learnt.rows().line();
        int at = learnt.is(Tag.WINDOWED) ? line.indexOf(read) : -1;
        return at >= 0
                && line.subList(0, at).stream()
                        .noneMatch(rows -> rows.kind() == Rows.Kind.PART
                                || rows.kind() == Rows.Kind.SLICE
                                        && rows.loops().isEmpty()
                                || rows.kind() == Rows.Kind.FILTER);
    }

    /** Whether the evaluated rows are those of one data set or another, and nobody knows that what was read is among them. */
    private static boolean isOfSeveral(CodeFacts facts, Rows read, Rows test) {
        return test.kind() == Rows.Kind.CHOICE
                && test.parents().stream().map(Rows::root).distinct().count() > 1
                && facts.algebra().overlap(read, test) == Overlap.MAY;
    }

    private static boolean touches(CodeFacts facts, Rows read, Rows rows) {
        return facts.algebra().overlap(read, rows) != Overlap.NO;
    }

    /** Rows that are groups of what was read: each row is a statistic of its own rows. */
    private static boolean isOwnGroup(Influence influence, Rows rows) {
        return rows.ancestry().stream()
                .anyMatch(at -> at.kind() == Rows.Kind.GROUPED
                        && at.site().filter(influence.site()::equals).isPresent());
    }

    private static boolean isLabel(Influence influence, Pair pair) {
        boolean encodes = influence.kind() == InfluenceKind.ENCODE || influence.kind() == InfluenceKind.DISCRETISE;
        return encodes
                && !influence.columns().isEmpty()
                && pair.fit()
                        .target()
                        .filter(target ->
                                !target.origins().isEmpty() && target.origins().containsAll(influence.columns()))
                        .isPresent();
    }

    /** One finding a statistic. */
    static void report(CodeFacts facts, Findings findings, Predicate<Influence> which, String format) {
        report(facts, findings, which, leak -> true, format);
    }

    /** One finding a statistic, of those whose evaluations are told apart too. */
    static void report(
            CodeFacts facts, Findings findings, Predicate<Influence> which, Predicate<Leak> leaks, String format) {
        find(facts, which).stream().filter(leaks).forEach(leak -> findings.add(draft(facts, leak, format)));
    }

    /** One finding a statistic that costs little: a note. */
    static void note(
            CodeFacts facts, Findings findings, Predicate<Influence> which, Predicate<Leak> leaks, String format) {
        for (Leak leak : find(facts, which)) {
            if (leaks.test(leak)) {
                findings.add(draft(facts, leak, format).severity(Severity.INFO));
            }
        }
    }

    private static FindingDraft draft(CodeFacts facts, Leak leak, String format) {
        Flow flow = new Flow(facts).source(leak.influence().rows());
        flow.step(leak.influence().site(), "statistic", leak.influence().what() + " reads all these rows");
        if (leak.pairs().isEmpty()) {
            facts.splits().forEach(split -> flow.step(split.site(), "split", "the rows are split here"));
        }
        for (Pair pair : leak.pairs()) {
            flow.splits(pair.score().features().rows()).fit(pair.fit()).score(pair.score());
        }
        return FindingDraft.at(
                        Places.of(leak.influence().site()),
                        List.copyOf(leak.influence().columns()),
                        leak.sure() ? Confidence.HIGH : Confidence.MEDIUM)
                .says(format, leak.influence().what())
                .flow(flow.steps());
    }
}
