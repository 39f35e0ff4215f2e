package io.watertight.ml.evaluate;

import io.watertight.core.WatertightException;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.measure.Measure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Scores of learners on the same folds, with what is needed to judge them. Immutable; thread-safe.
 */
public final class Evaluation {

    private final String split;
    private final List<Measure> measures;
    private final List<LearnerResult> learners;
    private final Blocks blocks;
    private final long seed;

    /** Each is a few hundred draws, and every form of a report asks for it again. */
    private final Map<Asked, Interval> intervals = new ConcurrentHashMap<>();

    Evaluation(String split, List<Measure> measures, List<LearnerResult> learners, Blocks blocks, long seed) {
        this.split = split;
        this.measures = List.copyOf(measures);
        this.learners = List.copyOf(learners);
        this.blocks = blocks;
        this.seed = seed;
    }

    /** The split in words. */
    public String split() {
        return split;
    }

    /** The first one decides. */
    public List<Measure> measures() {
        return measures;
    }

    /** The measure that decides. */
    public Measure primary() {
        return measures.get(0);
    }

    /** Candidates as given, then the baselines. */
    public List<LearnerResult> learners() {
        return learners;
    }

    public long seed() {
        return seed;
    }

    /** Of what standing, in the order given. */
    public List<LearnerResult> learners(Standing standing) {
        return learners.stream()
                .filter(learner -> learner.standing() == standing)
                .toList();
    }

    /** @throws WatertightException if there is no such learner */
    public LearnerResult learner(String name) {
        return learners.stream()
                .filter(learner -> learner.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WatertightException(
                        "No learner of the evaluation is called '" + name + "'.",
                        "one of these is meant: "
                                + String.join(
                                        ", ",
                                        learners.stream()
                                                .map(LearnerResult::name)
                                                .toList())));
    }

    /** The candidate with the best score by the deciding measure; empty if none could be scored. */
    public Optional<LearnerResult> best() {
        return learners(Standing.CANDIDATE).stream()
                .filter(learner -> !Double.isNaN(score(learner, primary())))
                .reduce((one, other) ->
                        primary().gain(score(one, primary()), score(other, primary())) >= 0 ? one : other);
    }

    /** The score of a learner on rows it has not seen, without an interval; NaN if it has none. */
    public double score(LearnerResult learner, Measure measure) {
        return FoldScores.of(learner.scored(), measure, index(measure)).value();
    }

    /** The score of a learner on rows it has not seen, with an interval. */
    public Interval interval(LearnerResult learner, Measure measure) {
        return intervals.computeIfAbsent(
                new Asked(learner.name(), index(measure)),
                asked -> new Intervals(blocks, seed).of(learner.scored(), measure, asked.measure()));
    }

    /** What an interval was asked for. */
    private record Asked(String learner, int measure) {}

    /** The score of a learner by the deciding measure. */
    public Interval interval(LearnerResult learner) {
        return interval(learner, primary());
    }

    /** How much better a learner is than another on the folds on which both were scored. */
    public Comparison compare(LearnerResult learner, LearnerResult than, Measure measure) {
        List<FoldResult.Scored> left = new ArrayList<>();
        List<FoldResult.Scored> right = new ArrayList<>();
        for (int fold = 0; fold < learner.folds().size(); fold++) {
            if (learner.folds().get(fold) instanceof FoldResult.Scored one
                    && than.folds().get(fold) instanceof FoldResult.Scored other) {
                left.add(one);
                right.add(other);
            }
        }
        PairedIntervals.Paired paired = new PairedIntervals(blocks, seed).of(left, right, measure, index(measure));
        return new Comparison(learner.name(), than.name(), measure, paired.gain(), paired.pValue());
    }

    /** By the deciding measure. */
    public Comparison compare(LearnerResult learner, LearnerResult than) {
        return compare(learner, than, primary());
    }

    /** Every candidate against every baseline, by the deciding measure. */
    public List<Comparison> comparisons() {
        List<Comparison> all = new ArrayList<>();
        for (LearnerResult candidate : learners(Standing.CANDIDATE)) {
            for (LearnerResult baseline : learners) {
                if (baseline.standing().isBaseline()) {
                    all.add(compare(candidate, baseline));
                }
            }
        }
        return all;
    }

    /**
     * The same predictions, scored on some of the rows only: a population that two designs have in common. Folds without such a row drop
     * out. Training scores are left out, as they are of other rows.
     *
     * @param rowIds ids of the rows
     * @param dataset with these rows, whose groups and times say which of them depend on one another
     */
    public Evaluation onRows(Set<Long> rowIds, Dataset dataset) {
        Positions positions = new Positions(dataset.rowIds());
        List<LearnerResult> restricted = learners.stream()
                .map(learner -> new LearnerResult(
                        learner.name(),
                        learner.standing(),
                        learner.folds().stream()
                                .flatMap(fold -> Restriction.of(fold, rowIds, positions, measures).stream())
                                .toList()))
                .toList();
        return new Evaluation(split, measures, restricted, new Blocks(Blocking.of(dataset)), seed);
    }

    /** Ids of all rows that some fold held out. */
    public Set<Long> heldOut() {
        Set<Long> ids = new HashSet<>();
        for (FoldResult fold : learners.get(0).folds()) {
            for (long id : fold.rows().rowIds()) {
                ids.add(id);
            }
        }
        return ids;
    }

    private int index(Measure measure) {
        int index = measures.indexOf(measure);
        if (index < 0) {
            throw new IllegalArgumentException("the evaluation did not measure " + measure.name());
        }
        return index;
    }
}
