package io.watertight.engine.sql;

import io.watertight.core.data.RowHash;
import io.watertight.core.split.Deal;
import io.watertight.core.split.Guarantees;
import io.watertight.core.split.Period;
import io.watertight.core.split.Shape;
import io.watertight.core.split.SplitPlan;
import io.watertight.core.split.SplitPlan.Chain;
import io.watertight.core.split.SplitPlan.DuplicateClusters;
import io.watertight.core.split.SplitPlan.ForwardChaining;
import io.watertight.core.split.SplitPlan.Group;
import io.watertight.core.split.SplitPlan.GroupAndTime;
import io.watertight.core.split.SplitPlan.Ignoring;
import io.watertight.core.split.SplitPlan.LeaveOneGroupOut;
import io.watertight.core.split.SplitPlan.LeaveOneOut;
import io.watertight.core.split.SplitPlan.Nested;
import io.watertight.core.split.SplitPlan.SpatialBlocks;
import io.watertight.core.split.SplitPlan.Stratified;
import io.watertight.core.split.SplitPlan.TwoWayGroup;
import io.watertight.engine.sql.SplitItems.Labels;
import io.watertight.engine.sql.SplitUnits.Names;
import java.util.ArrayList;
import java.util.List;

/**
 * Deals a table of items by a plan, as splitters deal rows in memory. What comes out are queries, one a fold, for lines of {@code id,
 * repeat, fold, part} in the order of ids; {@code part} is true for evaluated rows.
 */
final class SplitDealing {

    /** Lines in all folds together where each row or group has a fold of its own. */
    private static final long MOST_LINES = 100_000_000;

    /** Queries joined into one; planning more takes longer than running them. */
    private static final int MOST_QUERIES = 100;

    private final Queries queries;
    private final Dialect dialect;
    private final SplitKeys keys;
    private final Names names;
    private final String items;
    private final List<String> lines = new ArrayList<>();

    SplitDealing(Queries queries, Dialect dialect, SplitKeys keys, Names names, String items) {
        this.queries = queries;
        this.dialect = dialect;
        this.keys = keys;
        this.names = names;
        this.items = items;
    }

    /** The lines of all repeats. */
    List<String> deal(SplitPlan plan, long seed) {
        for (int repeat = 0; repeat < plan.repeats(); repeat++) {
            deal(plan, repeat, Deal.seed(seed, repeat));
        }
        return List.copyOf(lines);
    }

    private void deal(SplitPlan plan, int repeat, long seed) {
        if (plan instanceof Ignoring ignoring) {
            deal(ignoring.plan(), repeat, seed);
        } else if (plan instanceof Nested nested) {
            deal(nested.outer(), repeat, seed);
        } else if (plan instanceof SplitPlan.Random random) {
            rows(items, "0", random.shape(), repeat, seed);
        } else if (plan instanceof Stratified stratified) {
            rows(strata(stratified.shape()), "stratum", stratified.shape(), repeat, seed);
        } else if (plan instanceof LeaveOneOut) {
            long number = count(items);
            Deal.refuseTooMany(number, number, "rows", MOST_LINES);
            rows(items, "0", Shape.folds((int) Math.max(2, number)), repeat, seed);
        } else if (plan instanceof Group group) {
            group(group, repeat, seed);
        } else if (plan instanceof LeaveOneGroupOut left) {
            SplitUnits units = units(items, keys.labels(left.group()));
            Deal.refuseTooMany(units.number(), count(items), "groups", MOST_LINES);
            bins(units.members(), "unit", units.number(), repeat);
        } else if (plan instanceof ForwardChaining forward) {
            forward(forward.chain());
        } else if (plan instanceof GroupAndTime both) {
            groupAndTime(both, seed);
        } else if (plan instanceof TwoWayGroup two) {
            twoWay(two, repeat, seed);
        } else if (plan instanceof SpatialBlocks blocks) {
            spatial(blocks, repeat, seed);
        } else {
            Shape shape = ((DuplicateClusters) plan).shape();
            SplitUnits units = units(clusters((DuplicateClusters) plan), keys.labels(Guarantees.CLUSTERS));
            bins(dealt(units, units.deal("0", 1, shape, seed)), "bin", shape.divisions(), repeat);
        }
    }

    private SplitUnits units(String from, Labels labels) {
        return new SplitUnits(queries, names, from, labels);
    }

    private long count(String table) {
        long[] count = new long[1];
        queries.each("counting rows", "SELECT count(*) FROM " + table, row -> count[0] = row.whole(0));
        return count[0];
    }

    private String keep(String purpose, String query) {
        String name = names.next();
        queries.keep(purpose, name, query);
        return name;
    }

    private void line(String from, int repeat, String fold, String part, String where) {
        lines.add(
                "SELECT id, " + repeat + " AS repeat, " + fold + " AS fold, " + part + " AS part FROM " + from + where);
    }

    /** The items with classes as strata, or with ranges of a number. */
    private String strata(Shape shape) {
        if (!keys.hasNumber()) {
            return items;
        }
        long rows = count(items);
        int bins = Deal.bins(rows, shape);
        String hash = Hashes.of(dialect, "id", RowHash.FOLD_SEED);
        return keep(
                "finding ranges of the target",
                "SELECT " + dialect.allBut(List.of("stratum", "position")) + ", "
                        + dialect.wholeQuotient("(position * " + bins + ")", "" + rows) + " AS stratum FROM "
                        + queries.ranked(items, "y + 0, " + hash + ", id"));
    }

    /** Rows one by one in the order of stratum and hash. */
    private void rows(String from, String stratum, Shape shape, int repeat, long seed) {
        String order = stratum + " * 2147483648 + " + Hashes.of(dialect, "id", seed);
        String dealt = keep(
                "dealing rows",
                "SELECT id, CAST(" + binOf(shape) + " AS INTEGER) AS bin FROM " + queries.ranked(from, order + ", id")
                        + " ORDER BY id");
        bins(dealt, "bin", shape.divisions(), repeat);
    }

    /** {@link Shape#bin} as SQL. */
    private String binOf(Shape shape) {
        if (shape instanceof Shape.HoldOut held) {
            String whole = Long.toString(Shape.HoldOut.WHOLE);
            String after = dialect.wholeQuotient("((position + 1) * " + held.perMillion() + ")", whole);
            String before = dialect.wholeQuotient("(position * " + held.perMillion() + ")", whole);
            return "CASE WHEN " + after + " > " + before + " THEN 0 ELSE 1 END";
        }
        return "position % " + shape.divisions();
    }

    /** Each bin below the number is evaluated once, and all others are trained on. */
    private void bins(String dealt, String bin, int divisions, int repeat) {
        if (divisions > MOST_QUERIES) {
            String all = "(SELECT id, " + bin + " AS bin, number FROM " + dealt + " CROSS JOIN "
                    + dialect.numbersBelow(divisions) + " AS numbers ORDER BY number, id) AS crossed";
            line(all, repeat, "CAST(number AS INTEGER)", "bin = number", "");
            return;
        }
        for (int fold = 0; fold < divisions; fold++) {
            line(dealt, repeat, Integer.toString(fold), bin + " = " + fold, "");
        }
    }

    private String dealt(SplitUnits units, String bins) {
        return keep(
                "dealing groups",
                "SELECT m.id, b.bin FROM " + units.members() + " AS m JOIN " + bins
                        + " AS b ON m.unit = b.unit ORDER BY m.id");
    }

    private void group(Group plan, int repeat, long seed) {
        String from = plan.stratified() ? strata(plan.shape()) : items;
        int classes = !plan.stratified() ? 1 : keys.hasNumber() ? 10 : keys.classes();
        SplitUnits units = units(from, keys.labels(plan.group()));
        bins(
                dealt(units, units.deal("stratum", classes, plan.shape(), seed)),
                "bin",
                plan.shape().divisions(),
                repeat);
    }

    private void twoWay(TwoWayGroup plan, int repeat, long seed) {
        Shape axis = plan.axis();
        SplitUnits first = units(items, keys.labels(plan.first()));
        SplitUnits second = units(items, keys.labels(plan.second()));
        String across = dealt(first, first.deal("0", 1, axis, seed));
        String down = dealt(second, second.deal("0", 1, axis, Deal.seedOfSecondAxis(seed)));
        String both = keep(
                "dealing both axes",
                "SELECT a.id, a.bin AS across, d.bin AS down FROM " + across + " AS a JOIN " + down
                        + " AS d ON a.id = d.id ORDER BY a.id");
        for (int one = 0; one < axis.divisions(); one++) {
            for (int other = 0; other < axis.divisions(); other++) {
                line(
                        both,
                        repeat,
                        Integer.toString(one * axis.divisions() + other),
                        "across = " + one,
                        " WHERE (across = " + one + ") = (down = " + other + ")");
            }
        }
    }

    private void spatial(SpatialBlocks plan, int repeat, long seed) {
        SplitUnits cells = units(items, keys.labels(Guarantees.CELLS));
        String bins = cells.deal("0", 1, plan.shape(), seed);
        String dealt = dealt(cells, bins);
        if (plan.bufferCells() == 0) {
            bins(dealt, "bin", plan.shape().divisions(), repeat);
            return;
        }
        String placed = keep(
                "placing cells",
                "SELECT u.cell_x AS x, u.cell_y AS y, u.unit, b.bin FROM " + cells.units() + " AS u JOIN " + bins
                        + " AS b ON u.unit = b.unit WHERE u.cell_own < 0");
        int reach = plan.bufferCells();
        String steps =
                "(SELECT number - " + reach + " AS step FROM " + dialect.numbersBelow(2L * reach + 1) + " AS numbers)";
        String near = keep(
                "finding neighbours",
                "SELECT DISTINCT here.unit, there.bin AS fold FROM " + placed + " AS here CROSS JOIN " + steps
                        + " AS a CROSS JOIN " + steps + " AS b JOIN " + placed
                        + " AS there ON there.x = here.x + a.step AND there.y = here.y + b.step");
        for (int fold = 0; fold < plan.shape().divisions(); fold++) {
            String from = keep(
                    "leaving out the buffer",
                    "SELECT m.id, m.unit, b.bin FROM " + cells.members() + " AS m JOIN " + bins
                            + " AS b ON m.unit = b.unit WHERE b.bin = " + fold
                            + " OR m.unit NOT IN (SELECT unit FROM " + near + " WHERE fold = " + fold
                            + ") ORDER BY m.id");
            line(from, repeat, Integer.toString(fold), "bin = " + fold, "");
        }
    }

    private void forward(Chain chain) {
        String times = keep("putting rows in order", "SELECT id, t FROM " + items + " WHERE t IS NOT NULL ORDER BY id");
        List<Period> periods = periods(chain);
        for (int fold = 0; fold < periods.size(); fold++) {
            Period period = periods.get(fold);
            line(
                    times,
                    0,
                    Integer.toString(fold),
                    evaluates(period),
                    " WHERE (" + evaluates(period) + ") OR (" + trains(period) + ")");
        }
    }

    private void groupAndTime(GroupAndTime plan, long seed) {
        List<SplitUnits> kinds = plan.groups().stream()
                .map(group -> units(items, keys.labels(group)))
                .toList();
        List<Period> periods = periods(plan.chain());
        for (int fold = 0; fold < periods.size(); fold++) {
            Period period = periods.get(fold);
            String kept = "(SELECT id, " + evaluates(period) + " AS part FROM " + items + " WHERE (" + evaluates(period)
                    + ") OR (" + trains(period) + "))";
            for (int axis = 0; axis < kinds.size(); axis++) {
                kept = parted(kept, kinds.get(axis), period, Deal.seedOfPeriod(Deal.seedOfAxis(seed, axis), fold));
            }
            line(kept, 0, Integer.toString(fold), "part", "");
        }
    }

    /** What is left of a fold when each torn group of a kind has gone, by its hash, to one side. */
    private String parted(String fold, SplitUnits units, Period period, long seed) {
        String toEvaluation = Hashes.of(dialect, "u.key", seed) + " % 2 = 0";
        String torn = keep(
                "finding groups on both sides",
                "SELECT s.unit, " + toEvaluation + " AS evaluated FROM (SELECT unit FROM " + units.members()
                        + " GROUP BY unit HAVING " + dialect.countIf(trains(period)) + " > 0 AND "
                        + dialect.countIf(evaluates(period)) + " > 0) AS s JOIN " + units.units()
                        + " AS u ON s.unit = u.unit");
        return keep(
                "parting groups on both sides",
                "SELECT f.id, f.part FROM " + fold + " AS f JOIN " + units.members() + " AS m ON f.id = m.id LEFT JOIN "
                        + torn + " AS s ON m.unit = s.unit WHERE s.unit IS NULL OR s.evaluated = f.part ORDER BY f.id");
    }

    private List<Period> periods(Chain chain) {
        String times = keep("putting times in order", queries.accumulated(items + " WHERE t IS NOT NULL", "t"));
        return Period.cut(new StoredTimes(times), chain);
    }

    private String evaluates(Period period) {
        return "t >= " + dialect.number(period.start()) + " AND t < " + dialect.number(period.end());
    }

    private String trains(Period period) {
        return "t >= " + dialect.number(period.from()) + " AND t < " + dialect.number(period.before());
    }

    /** Labels every row with the smallest id of its cluster: labels spread along both grids until they rest. */
    private String clusters(DuplicateClusters plan) {
        String table =
                keep("finding equal rows", "SELECT *, min(id) OVER (PARTITION BY equal_a) AS cluster FROM " + items);
        long before = -1;
        long now = labels(table);
        while (plan.isNear() && now != before) {
            String along = spread(table, "equal_b");
            table = spread(along, "equal_a");
            before = now;
            now = labels(table);
        }
        return table;
    }

    private String spread(String table, String grid) {
        return keep(
                "linking nearly equal rows",
                "SELECT " + dialect.allBut(List.of("cluster")) + ", min(cluster) OVER (PARTITION BY " + grid
                        + ") AS cluster FROM " + table);
    }

    /** The sum of all labels: it falls as long as any label does. */
    private long labels(String table) {
        long[] sum = new long[1];
        queries.each("linking rows", "SELECT sum(cluster) FROM " + table, row -> sum[0] = row.whole(0));
        return sum[0];
    }

    /** Times of rows by queries. */
    private final class StoredTimes implements Period.Times {

        private final String table;

        StoredTimes(String table) {
            this.table = table;
        }

        @Override
        public long rows() {
            return (long) ask("SELECT coalesce(max(upto), 0) FROM " + table);
        }

        @Override
        public double at(long position) {
            return ask("SELECT min(t) FROM " + table + " WHERE upto > " + position);
        }

        @Override
        public double after(double time) {
            return ask("SELECT min(t) FROM " + table + " WHERE t > " + dialect.number(time));
        }

        private double ask(String query) {
            double[] answer = {Double.NaN};
            queries.each("looking at times", query, row -> answer[0] = row.number(0));
            return answer[0];
        }
    }
}
