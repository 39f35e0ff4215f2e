package io.watertight.engine.sql;

import io.watertight.core.WatertightException;
import io.watertight.core.split.Assignment;
import io.watertight.core.split.Deal;
import io.watertight.core.split.SplitPlan;
import io.watertight.core.split.SplitPlan.Nested;
import io.watertight.core.statistic.Scope;
import io.watertight.core.study.Study;
import io.watertight.engine.sql.SplitUnits.Names;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a split as one query, with what it is made of kept until {@link #close()}.
 */
public final class SplitLines implements AutoCloseable {

    private final Queries queries;
    private final Source source;
    private final SplitPlan plan;
    private final long seed;
    private final SplitKeys keys;
    private final Names names = new Names();
    private final String items;
    private final long rows;
    private final long withoutTarget;

    public SplitLines(Queries queries, Source source, Assignment assignment) {
        this(queries, source, assignment.study(), assignment.plan(), assignment.seed());
    }

    /** @param source whose row ids are unique */
    public SplitLines(Queries queries, Source source, Study study, SplitPlan plan, long seed) {
        this.queries = queries;
        this.source = source;
        this.plan = plan;
        this.seed = seed;
        this.keys = SplitKeys.of(queries, source, study, plan);
        this.items = names.next();
        queries.keep(
                "taking ids and keys",
                items,
                "SELECT * FROM (" + keys.select() + ") AS items WHERE stratum IS NOT NULL ORDER BY id");
        this.rows = count("SELECT count(*) FROM " + items);
        this.withoutTarget =
                count("SELECT count(*) FROM " + source.from() + " WHERE " + source.within(Scope.TRAIN)) - rows;
        if (rows == 0) {
            throw new WatertightException(
                    "There is no row to split.", "the target is missing everywhere, or another column is meant");
        }
    }

    private long count(String query) {
        long[] count = new long[1];
        queries.each("counting rows", query, row -> count[0] = row.whole(0));
        return count[0];
    }

    public long rows() {
        return rows;
    }

    public long withoutTarget() {
        return withoutTarget;
    }

    boolean isNested() {
        return isNested(plan);
    }

    /** Whether lines of such a plan have an {@code inner_fold}. */
    public static boolean isNested(SplitPlan plan) {
        return plan instanceof Nested || (plan instanceof SplitPlan.Ignoring ignoring && isNested(ignoring.plan()));
    }

    /** The kept table of what is known of rows, by their {@code id}; for whoever proves the split. */
    public String items() {
        return items;
    }

    SplitKeys keys() {
        return keys;
    }

    Names names() {
        return names;
    }

    /** A query for the lines of the file, in its order. */
    public String query() {
        List<String> outer = dealing(items).deal(plan, seed);
        if (!isNested()) {
            return String.join(
                    " UNION ALL ", outer.stream().map(SplitLines::plain).toList());
        }
        List<String> all = new ArrayList<>();
        for (String fold : outer) {
            all.add(withInner(fold, "CAST(NULL AS INTEGER)"));
            all.addAll(inside(fold));
        }
        return String.join(" UNION ALL ", all);
    }

    private SplitDealing dealing(String from) {
        return new SplitDealing(queries, source.dialect(), keys, names, from);
    }

    /** The inner split of one outer fold's training rows. */
    private List<String> inside(String fold) {
        int[] where = new int[3];
        String range = "SELECT min(repeat), min(fold), max(fold) FROM (" + fold + ") AS f";
        queries.each("looking at a fold", range, row -> {
            where[0] = (int) row.whole(0);
            where[1] = (int) row.whole(1);
            where[2] = (int) row.whole(2);
        });
        if (where[1] != where[2]) {
            throw new WatertightException(
                    "Inner folds in each of " + (where[2] + 1) + " outer ones are too many.",
                    "ask for fewer outer folds");
        }
        String training = names.next();
        queries.keep(
                "taking the training rows of a fold",
                training,
                "SELECT i.* FROM " + items + " AS i JOIN (" + fold
                        + ") AS f ON i.id = f.id WHERE NOT f.part ORDER BY i.id");
        Nested nested = nested(plan);
        long inside = Deal.seedInside(seed, where[0], where[1]);
        return dealing(training).deal(nested.inner(), inside).stream()
                .map(line -> "SELECT id AS row_id, " + where[0] + " AS repeat, " + where[1]
                        + " AS fold, fold AS inner_fold, " + word("part") + " FROM (" + line + ") AS lines")
                .toList();
    }

    private static Nested nested(SplitPlan plan) {
        return plan instanceof SplitPlan.Ignoring ignoring ? nested(ignoring.plan()) : (Nested) plan;
    }

    private static String plain(String line) {
        return "SELECT id AS row_id, repeat, fold, " + word("part") + " FROM (" + line + ") AS lines";
    }

    private static String withInner(String line, String inner) {
        return "SELECT id AS row_id, repeat, fold, " + inner + " AS inner_fold, " + word("part") + " FROM (" + line
                + ") AS lines";
    }

    private static String word(String part) {
        return "CASE WHEN " + part + " THEN 'test' ELSE 'train' END AS part";
    }

    @Override
    public void close() {
        names.dropAll(queries);
    }
}
