package io.watertight.core.split;

import io.watertight.core.split.SplitProof.Claim;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Proves that folds in memory keep what their plan promises. Knows nothing of how they were made. Stateless. */
public final class SplitVerifier {

    private SplitVerifier() {}

    /**
     * What is known of the rows.
     *
     * @param rows how many there are
     * @param groups the group of each row, by name of the key; also for cells and clusters
     * @param times when each row happened, NaN where missing
     * @param classes class or range of each row, from 0
     */
    public record Facts(int rows, Map<String, int[]> groups, Optional<double[]> times, int[] classes) {
        public Facts {
            groups = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        }
    }

    /**
     * A fold.
     *
     * @param repeat from 0
     * @param number within the repeat, from 0
     * @param training positions of rows, from 0
     * @param evaluation likewise
     */
    public record Sides(int repeat, int number, int[] training, int[] evaluation) {}

    /** Checks every promise of the plan; a key that the facts do not hold counts as broken. */
    public static SplitProof verify(SplitPlan plan, Facts facts, List<Sides> folds) {
        List<Claim> claims = new ArrayList<>();
        claims.add(Claim.rowsOnBothSides(folds.stream()
                .mapToLong(fold -> common(fold.training(), fold.evaluation()))
                .sum()));
        claims.add(Claim.evaluatedTwice(evaluatedTwice(folds)));
        Guarantees promised = plan.guarantees();
        for (String key : promised.apart()) {
            int[] codes = facts.groups().get(key);
            long broken =
                    codes == null ? facts.rows() : straddling(codes, folds).size();
            claims.add(Claim.onBothSides("'" + key + "'", broken));
        }
        promised.time()
                .ifPresent(time -> claims.add(Claim.fromTheFuture(
                        time,
                        promised.gap(),
                        facts.times()
                                .map(times -> late(times, promised.gap(), folds))
                                .orElse((long) facts.rows()))));
        Optional<Long> largest =
                promised.apart().stream().findFirst().map(facts.groups()::get).map(SplitVerifier::largest);
        claims.addAll(Evenness.claims(plan, sizes(facts, folds), largest));
        return new SplitProof(claims);
    }

    /** Codes of the groups that are on both sides of a fold, ascending. */
    public static Set<Integer> straddling(int[] codes, List<Sides> folds) {
        Set<Integer> straddling = new TreeSet<>();
        for (Sides fold : folds) {
            Set<Integer> trained = new HashSet<>();
            Arrays.stream(fold.training()).forEach(row -> trained.add(codes[row]));
            Arrays.stream(fold.evaluation())
                    .filter(row -> trained.contains(codes[row]))
                    .forEach(row -> straddling.add(codes[row]));
        }
        return straddling;
    }

    /** How large each fold is. */
    public static List<FoldSize> sizes(Facts facts, List<Sides> folds) {
        int classes = Arrays.stream(facts.classes()).max().orElse(0) + 1;
        return folds.stream()
                .map(fold -> new FoldSize(
                        fold.repeat(),
                        fold.number(),
                        -1,
                        count(facts.classes(), classes, fold.training()),
                        count(facts.classes(), classes, fold.evaluation()),
                        Double.NaN,
                        Double.NaN))
                .toList();
    }

    private static long[] count(int[] codes, int classes, int[] rows) {
        long[] counts = new long[classes];
        Arrays.stream(rows).forEach(row -> counts[codes[row]]++);
        return counts;
    }

    private static long common(int[] training, int[] evaluation) {
        Set<Integer> trained = new HashSet<>();
        Arrays.stream(training).forEach(trained::add);
        return Arrays.stream(evaluation).filter(trained::contains).count();
    }

    private static long evaluatedTwice(List<Sides> folds) {
        Map<Integer, Set<Integer>> seen = new HashMap<>();
        long twice = 0;
        for (Sides fold : folds) {
            Set<Integer> inRepeat = seen.computeIfAbsent(fold.repeat(), repeat -> new HashSet<>());
            twice += Arrays.stream(fold.evaluation())
                    .filter(row -> !inRepeat.add(row))
                    .count();
        }
        return twice;
    }

    /** Training rows that are not older than the first evaluated one by more than the gap, and rows of unknown time. */
    private static long late(double[] times, long gap, List<Sides> folds) {
        long late = 0;
        for (Sides fold : folds) {
            double start = Arrays.stream(fold.evaluation())
                    .mapToDouble(row -> times[row])
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
            late += Arrays.stream(fold.training())
                    .filter(row -> !(times[row] < start - gap))
                    .count();
            late += Arrays.stream(fold.evaluation())
                    .filter(row -> Double.isNaN(times[row]))
                    .count();
        }
        return late;
    }

    private static long largest(int[] codes) {
        Map<Integer, Long> sizes = new HashMap<>();
        Arrays.stream(codes).forEach(code -> sizes.merge(code, 1L, Long::sum));
        return sizes.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
