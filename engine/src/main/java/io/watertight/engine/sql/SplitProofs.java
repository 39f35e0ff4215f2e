package io.watertight.engine.sql;

import io.watertight.core.WatertightException;
import io.watertight.core.split.Assigned;
import io.watertight.core.split.Evenness;
import io.watertight.core.split.FoldSize;
import io.watertight.core.split.Guarantees;
import io.watertight.core.split.SplitPlan;
import io.watertight.core.split.SplitProof;
import io.watertight.core.split.SplitProof.Claim;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Proves that a written split keeps what its plan promises: reads the lines from the file again and holds them against the data's own
 * keys, fold by fold. Shares nothing with the dealing but the table of keys.
 */
public final class SplitProofs {

    /** Lines held against the keys at once. */
    private static final long TOGETHER = 20_000_000;

    private final Queries queries;
    private final SplitLines split;
    private final SplitPlan plan;
    private final String file;
    private final String inner;
    private final Map<List<Integer>, FoldSize> sizeOf = new HashMap<>();
    private final Map<String, Long> onBothSides = new TreeMap<>();
    private long twoSided;
    private long late;

    /** @param file an item of a FROM clause that yields the lines of the file */
    public SplitProofs(Queries queries, SplitLines split, SplitPlan plan, String file) {
        this.queries = queries;
        this.split = split;
        this.plan = plan;
        this.file = file;
        this.inner = split.isNested() ? "inner_fold" : "no_inner";
    }

    /**
     * Reads the lines of a split again, wherever they were put, and proves it.
     *
     * @param lines an item of a FROM clause that yields them
     * @throws WatertightException if a fold is empty on a side, or a promise is broken
     */
    public static Assigned proved(Queries queries, SplitLines split, SplitPlan plan, String lines) {
        SplitProofs proofs = new SplitProofs(queries, split, plan, lines);
        SplitProof proof = proofs.prove();
        refuseEmptySides(plan, proofs.sizes(), split.rows());
        proof.orThrow();
        long[] count = new long[1];
        queries.each("counting lines", "SELECT count(*) FROM " + lines, row -> count[0] = row.whole(0));
        return new Assigned(split.rows(), split.withoutTarget(), proofs.withoutTime(), count[0], proofs.sizes(), proof);
    }

    private static void refuseEmptySides(SplitPlan plan, List<FoldSize> sizes, long rows) {
        for (FoldSize size : sizes) {
            if (size.trainingRows() == 0 || size.evaluationRows() == 0) {
                throw new WatertightException(
                        "The split (" + plan.describe() + ") leaves " + size.trainingRows()
                                + " rows to train on and " + size.evaluationRows() + " to evaluate, of " + rows
                                + ", in fold " + size.fold()
                                + (size.inner() < 0 ? "" : ", inner fold " + size.inner()) + ".",
                        "ask for fewer folds, or another split");
            }
        }
        if (sizes.isEmpty()) {
            throw new WatertightException(
                    "The split (" + plan.describe() + ") uses none of " + rows + " rows.", "ask for another split");
        }
    }

    /** Sizes of all folds in the order repeat, fold, inner fold, once {@link #prove} has run. */
    public List<FoldSize> sizes() {
        return sizeOf.values().stream()
                .sorted(Comparator.comparingInt(FoldSize::repeat)
                        .thenComparingInt(FoldSize::fold)
                        .thenComparingInt(FoldSize::inner))
                .toList();
    }

    /** Folds of one repeat that are read together. */
    private record Batch(int repeat, int from, int to, long lines) {}

    /** Reads everything and says what holds. */
    public SplitProof prove() {
        Guarantees promised = plan.guarantees();
        promised.apart().forEach(key -> onBothSides.put(key, 0L));
        batches().forEach(batch -> look(batch, promised));
        List<Claim> claims = new ArrayList<>();
        claims.add(Claim.rowsOnBothSides(twoSided));
        claims.add(Claim.evaluatedTwice(evaluatedTwice()));
        onBothSides.forEach((key, groups) -> claims.add(Claim.onBothSides("'" + key + "'", groups)));
        promised.time().ifPresent(time -> claims.add(Claim.fromTheFuture(time, promised.gap(), late)));
        List<FoldSize> outer = sizes().stream().filter(size -> size.inner() < 0).toList();
        claims.addAll(Evenness.claims(plan, outer, largestGroup(promised)));
        return new SplitProof(claims);
    }

    private List<Batch> batches() {
        List<Batch> batches = new ArrayList<>();
        queries.each(
                "listing folds",
                "SELECT repeat, fold, count(*) FROM " + file + " GROUP BY repeat, fold ORDER BY repeat, fold",
                row -> {
                    int repeat = (int) row.whole(0);
                    int fold = (int) row.whole(1);
                    Batch last = batches.isEmpty() ? new Batch(-1, 0, 0, 0) : batches.get(batches.size() - 1);
                    if (last.repeat() == repeat && last.lines() + row.whole(2) <= TOGETHER) {
                        batches.set(
                                batches.size() - 1, new Batch(repeat, last.from(), fold, last.lines() + row.whole(2)));
                    } else {
                        batches.add(new Batch(repeat, fold, fold, row.whole(2)));
                    }
                });
        return batches;
    }

    private void look(Batch batch, Guarantees promised) {
        String lines = split.names().next();
        queries.keep(
                "reading folds again",
                lines,
                "SELECT f.fold, f.part, f." + inner + " AS inner_number, i.* FROM (SELECT *, -1 AS no_inner FROM "
                        + file
                        + ") AS f JOIN " + split.items() + " AS i ON f.row_id = i.id WHERE repeat = " + batch.repeat()
                        + " AND fold BETWEEN " + batch.from() + " AND " + batch.to());
        queries.each(
                "looking for rows on two sides",
                "SELECT sum(lines - ids) FROM (SELECT count(*) AS lines, count(DISTINCT id) AS ids FROM " + lines
                        + " GROUP BY fold, inner_number) AS counts",
                row -> twoSided += row.whole(0));
        for (String key : promised.apart()) {
            String labels = key.equals(Guarantees.CLUSTERS)
                    ? "equal_a"
                    : String.join(", ", split.keys().labels(key).names());
            queries.each(
                    "looking for groups on two sides",
                    "SELECT count(*) FROM (SELECT 1 FROM " + lines + " GROUP BY fold, inner_number, " + labels
                            + " HAVING min(part) <> max(part)) AS torn",
                    row -> onBothSides.merge(key, row.whole(0), Long::sum));
        }
        if (promised.time().isPresent()) {
            queries.each(
                    "looking for rows of the future",
                    "SELECT count(*) FROM " + lines
                            + " AS l LEFT JOIN (SELECT fold, inner_number, min(t) AS start FROM "
                            + lines + " WHERE part = 'test' GROUP BY fold, inner_number) AS s ON l.fold = s.fold"
                            + " AND l.inner_number IS NOT DISTINCT FROM s.inner_number"
                            + " WHERE t IS NULL OR (part = 'train' AND NOT coalesce(t < s.start - " + promised.gap()
                            + ", FALSE))",
                    row -> late += row.whole(0));
        }
        measure(batch, lines);
        queries.drop(lines);
    }

    private void measure(Batch batch, String lines) {
        int classes = split.keys().classes();
        String mean = split.keys().hasNumber() ? "avg(y)" : "CAST(NULL AS DOUBLE)";
        queries.each(
                "counting classes by fold",
                "SELECT fold, coalesce(inner_number, -1), part, stratum, count(*), " + mean + " FROM " + lines
                        + " GROUP BY ALL ORDER BY 1, 2",
                row -> {
                    List<Integer> key = List.of(batch.repeat(), (int) row.whole(0), (int) row.whole(1));
                    FoldSize size = sizeOf.computeIfAbsent(
                            key,
                            fold -> new FoldSize(
                                    fold.get(0),
                                    fold.get(1),
                                    fold.get(2),
                                    new long[classes],
                                    new long[classes],
                                    Double.NaN,
                                    Double.NaN));
                    boolean test = row.text(2).equals("test");
                    (test ? size.evaluation() : size.training())[(int) row.whole(3)] = row.whole(4);
                    sizeOf.put(
                            key, test ? size.withEvaluationMean(row.number(5)) : size.withTrainingMean(row.number(5)));
                });
    }

    private long evaluatedTwice() {
        long[] twice = new long[1];
        for (int repeat = 0; repeat < plan.repeats(); repeat++) {
            queries.each(
                    "looking for rows evaluated twice",
                    "SELECT count(*) - count(DISTINCT row_id) FROM " + file + " WHERE part = 'test' AND repeat = "
                            + repeat + (split.isNested() ? " AND inner_fold IS NULL" : ""),
                    row -> twice[0] += row.whole(0));
        }
        return twice[0];
    }

    private Optional<Long> largestGroup(Guarantees promised) {
        if (promised.apart().size() != 1 || promised.apart().contains(Guarantees.CLUSTERS)) {
            return Optional.empty();
        }
        String labels = String.join(
                ", ", split.keys().labels(promised.apart().iterator().next()).names());
        long[] largest = new long[1];
        queries.each(
                "looking for the largest group",
                "SELECT max(size) FROM (SELECT count(*) AS size FROM " + split.items() + " GROUP BY " + labels
                        + ") AS grouped",
                row -> largest[0] = row.whole(0));
        return Optional.of(largest[0]);
    }

    /** Rows of the split that have no time and so are in no fold; 0 for plans without time. */
    public long withoutTime() {
        long[] count = new long[1];
        if (split.keys().hasTime()) {
            queries.each(
                    "counting rows without a time",
                    "SELECT count(*) FROM " + split.items() + " WHERE t IS NULL",
                    row -> count[0] = row.whole(0));
        }
        return count[0];
    }
}
