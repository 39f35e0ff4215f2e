package io.watertight.ml.evaluate;

import io.watertight.core.split.SplitPlan;
import io.watertight.core.split.SplitProof;
import io.watertight.core.split.SplitVerifier;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.FitLog;
import io.watertight.ml.learn.VaultedSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an evaluation can show for itself, read off the logs of its fits after the fact and held against its plan by the independent
 * {@link SplitVerifier}: the training side of a fold is every row that any fit of that fold saw.
 *
 * @param folds outer folds on which at least one learner was fitted
 * @param failed fits of a learner on a fold that came to nothing; they left no log
 * @param fits fits of learners and of steps, inner ones included
 * @param rowsSeen rows handed to fits, all together
 * @param heldOutSeen rows that some fit saw although its fold held them out
 * @param lockedSeen rows of the locked test set that some fit saw
 * @param searches times that settings were chosen, each inside one training part
 * @param settings settings tried, all searches together
 * @param proof of the plan's promises, by the rows that were really fitted on and really scored
 * @param unproved promises of the plan that concern keys the run holds no record of, such as cells of a grid
 */
public record FitEvidence(
        int folds,
        int failed,
        long fits,
        long rowsSeen,
        long heldOutSeen,
        long lockedSeen,
        int searches,
        int settings,
        SplitProof proof,
        List<String> unproved) {

    public FitEvidence {
        unproved = List.copyOf(unproved);
    }

    /**
     * Reads the logs.
     *
     * @param dataset that was evaluated
     * @param vault the test set locked away, if there is one
     * @param plan of the outer split
     */
    public static FitEvidence of(Evaluation evaluation, Dataset dataset, Optional<VaultedSet> vault, SplitPlan plan) {
        Reading reading = new Reading(dataset, vault);
        List<SplitVerifier.Sides> sides = reading.sides(evaluation);
        SplitVerifier.Facts facts = facts(evaluation, dataset);
        List<String> unproved = plan.guarantees().apart().stream()
                .filter(key -> !facts.groups().containsKey(key))
                .toList();
        SplitProof all = SplitVerifier.verify(plan, facts, sides);
        SplitProof proof = new SplitProof(all.claims().stream()
                .filter(claim ->
                        unproved.stream().noneMatch(key -> claim.promise().contains("'" + key + "'")))
                .filter(claim -> hasClasses(evaluation) || !claim.what().equals("folds") || claim.holds())
                .toList());
        int failed = evaluation.learners().stream()
                .mapToInt(learner -> learner.failed().size())
                .sum();
        int searches = 0;
        int settings = 0;
        for (LearnerResult learner : evaluation.learners()) {
            searches += learner.searches().size();
            settings += learner.searches().stream()
                    .mapToInt(search -> search.trials().size())
                    .sum();
        }
        return new FitEvidence(
                sides.size(),
                failed,
                reading.fits,
                reading.rowsSeen,
                reading.heldOutSeen,
                reading.lockedSeen,
                searches,
                settings,
                proof,
                unproved);
    }

    /** Each fold as it was used: rows that some fit saw, and rows that were scored. */
    public static List<SplitVerifier.Sides> sides(Evaluation evaluation, Dataset dataset) {
        return new Reading(dataset, Optional.empty()).sides(evaluation);
    }

    /** Whether no fit saw a row that it must not see, and the split kept what its plan promises. */
    public boolean holds() {
        return heldOutSeen == 0 && lockedSeen == 0 && proof.holds();
    }

    /** How even the ranges of a number are is known to the splitter alone; of classes it is known here. */
    private static boolean hasClasses(Evaluation evaluation) {
        return evaluation.learners().get(0).folds().get(0).rows().truth() instanceof Response.Classes;
    }

    private static SplitVerifier.Facts facts(Evaluation evaluation, Dataset dataset) {
        Map<String, int[]> groups = new LinkedHashMap<>();
        dataset.groups().forEach(group -> groups.put(group.name(), group.codes()));
        int[] classes = new int[dataset.rows()];
        for (FoldResult fold : evaluation.learners().get(0).folds()) {
            if (fold.rows().truth() instanceof Response.Classes truth) {
                for (int row = 0; row < fold.rows().rows(); row++) {
                    classes[fold.rows().positions()[row]] = truth.codes()[row];
                }
            }
        }
        return new SplitVerifier.Facts(dataset.rows(), groups, dataset.times(), classes);
    }

    /** Goes through the logs once. */
    private static final class Reading {

        private final Map<Long, Integer> positions = new HashMap<>();
        private final Set<Long> locked = new HashSet<>();
        private final int rows;
        private long fits;
        private long rowsSeen;
        private long heldOutSeen;
        private long lockedSeen;

        Reading(Dataset dataset, Optional<VaultedSet> vault) {
            rows = dataset.rows();
            for (int row = 0; row < rows; row++) {
                positions.put(dataset.rowIds()[row], row);
            }
            vault.ifPresent(set -> Arrays.stream(set.rowIds()).forEach(locked::add));
        }

        List<SplitVerifier.Sides> sides(Evaluation evaluation) {
            List<SplitVerifier.Sides> sides = new ArrayList<>();
            int folds = evaluation.learners().get(0).folds().size();
            for (int fold = 0; fold < folds; fold++) {
                HeldOutRows held =
                        evaluation.learners().get(0).folds().get(fold).rows();
                BitSet evaluated = new BitSet(rows);
                Arrays.stream(held.positions()).forEach(evaluated::set);
                BitSet seen = new BitSet(rows);
                BitSet wrongly = new BitSet(rows);
                boolean fitted = false;
                for (LearnerResult learner : evaluation.learners()) {
                    if (learner.folds().get(fold) instanceof FoldResult.Scored scored) {
                        fitted = true;
                        scored.log().entries().forEach(entry -> read(entry, evaluated, seen, wrongly));
                    }
                }
                heldOutSeen += wrongly.cardinality();
                if (fitted) {
                    sides.add(new SplitVerifier.Sides(
                            held.repeat(), held.number(), seen.stream().toArray(), held.positions()));
                }
            }
            return sides;
        }

        private void read(FitLog.Entry entry, BitSet evaluated, BitSet seen, BitSet wrongly) {
            fits++;
            long[] ids = entry.rowIds();
            rowsSeen += ids.length;
            for (long id : ids) {
                Integer position = positions.get(id);
                if (position == null) {
                    lockedSeen += locked.contains(id) ? 1 : 0;
                } else {
                    seen.set(position);
                    if (evaluated.get(position)) {
                        wrongly.set(position);
                    }
                }
            }
        }
    }
}
