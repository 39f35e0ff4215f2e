package io.watertight.checks.duplicates;

import io.watertight.checks.duplicates.NearestRows.Nearest;
import io.watertight.checks.support.RowKey;
import io.watertight.core.check.StudyView;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.numeric.Ranks;
import io.watertight.core.numeric.Tails;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.study.Part;
import java.util.List;
import java.util.Optional;

/**
 * Rows that lie much nearer to one other row than to the next ones, and more of them than rows spread at random would.
 *
 * @param copies the rows, each with its copy
 * @param looked rows that were looked at
 * @param ratio the distance to a copy over that to the fourth nearest row is at most this
 * @param expected share of rows for which that holds by chance
 * @param sameTarget share of copies with their row's target, 1 without a target
 * @param complete whether every row was looked at and compared with every other
 */
record NearCrowd(
        List<Nearest> copies, long looked, double ratio, double expected, double sameTarget, boolean complete) {

    private static final int FEWEST_ROWS = 100;
    private static final int FEWEST_COPIES = 8;

    /** Ratios of distances that are tried; each is paid for. */
    private static final double[] RATIOS = {0.3, 0.25, 0.2, 0.15, 0.1, 0.07, 0.05, 0.03, 0.02};

    private static final double LUCK = -6;

    /** Chance may have made this share of the copies. */
    private static final double EXPLAINED = 0.15;

    /**
     * Between the copies and the rest of the rows there is a gap: with twice the ratio hardly more rows are met. Where rows lie
     * about without copies, twice the ratio meets at least twice as many.
     */
    private static final double GAP = 0.3;

    /** Clusters and strings of rows spread in fewer directions than most rows do. */
    private static final double FORGIVING = 0.75;

    /** Targets whose ranks are this near count as the same number. */
    private static final double SAME_RANK = 0.02;

    NearCrowd {
        copies = List.copyOf(copies);
    }

    double share() {
        return (double) copies.size() / looked;
    }

    static Optional<NearCrowd> find(StudyView view) {
        if (view.profile().rows() < FEWEST_ROWS) {
            return Optional.empty();
        }
        List<Nearest> all = NearestRows.find(view, RowKey.of(view).features());
        if (all.size() < FEWEST_COPIES) {
            return Optional.empty();
        }
        double dimension = dimension(all);
        for (double ratio : RATIOS) {
            List<Nearest> copies = all.stream()
                    .filter(one -> one.alike() && one.ratio() <= ratio)
                    .toList();
            double expected = Math.min(1, (NearestRows.NEIGHBOURS - 1) * Math.pow(ratio, dimension));
            // without a split each pair is met from both ends
            int ends = view.study().hasSplit() ? 1 : 2;
            double luck = Tails.binomialUpperLog10(all.size() / ends, copies.size() / ends, expected)
                    + Math.log10(RATIOS.length);
            long beyond = all.stream()
                    .filter(one -> one.ratio() > ratio && one.ratio() <= 2 * ratio)
                    .count();
            if (copies.size() >= FEWEST_COPIES
                    && luck <= LUCK
                    && EXPLAINED * copies.size() >= expected * all.size()
                    && beyond <= GAP * copies.size()) {
                boolean complete = view.sample().isComplete() && all.size() == searched(view);
                return Optional.of(
                        new NearCrowd(copies, all.size(), ratio, expected, sameTarget(view, copies), complete));
            }
        }
        return Optional.empty();
    }

    private static long searched(StudyView view) {
        return view.study().hasSplit()
                ? view.profile().rows(Part.TEST)
                : view.profile().rows();
    }

    /**
     * In how many directions rows spread, somewhat less than the ratios say.
     * In m dimensions the share of rows with a ratio below t is {@code 1 - (1 - t^m)^3} (Facco et al. 2017 for two neighbours).
     */
    private static double dimension(List<Nearest> all) {
        double[] ratios = all.stream().mapToDouble(Nearest::ratio).sorted().toArray();
        double typical = Math.min(0.99, ratios[(int) (0.7 * ratios.length)]);
        return Math.log(1 - Math.cbrt(0.3)) / Math.log(typical) * FORGIVING;
    }

    private static double sameTarget(StudyView view, List<Nearest> copies) {
        Optional<Outcome> outcome = view.outcome();
        if (outcome.isEmpty()) {
            return 1;
        }
        ColumnBatch sample = view.sample();
        String target = outcome.get().target().column();
        if (outcome.get().isClasses()) {
            return copies.stream()
                            .filter(one -> NearestRows.agree(sample.column(target), one.row(), one.other()))
                            .count()
                    / (double) copies.size();
        }
        double[] ranks = Ranks.of(sample.numbers(target));
        return copies.stream()
                        .filter(one -> !(Math.abs(ranks[one.row()] - ranks[one.other()]) > SAME_RANK * ranks.length))
                        .count()
                / (double) copies.size();
    }
}
