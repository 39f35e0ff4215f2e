package io.watertight.ml.split;

import io.watertight.core.split.Deal;
import io.watertight.core.split.Shape;
import io.watertight.core.split.SplitPlan;
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
import io.watertight.ml.learn.Division;
import io.watertight.ml.learn.Splitter;
import io.watertight.ml.learn.SplitterInput;
import java.util.ArrayList;
import java.util.List;

/** Deals rows in memory by a plan, as every engine deals them by SQL. */
final class PlannedSplitter extends Splitter {

    /** Row numbers held for all divisions together, at most: 400 MB. */
    private static final long MOST_POSITIONS = 100_000_000;

    private final SplitPlan plan;

    PlannedSplitter(SplitPlan plan) {
        this.plan = plan;
    }

    @Override
    public String describe() {
        return plan.describe();
    }

    /** A plan that keeps no groups together says so in its description. */
    @Override
    public boolean ignoresGroups() {
        return plan.guarantees().apart().isEmpty();
    }

    @Override
    public boolean keepsOrder() {
        return plan.guarantees().time().isPresent();
    }

    @Override
    protected List<List<Division>> divide(SplitterInput input, long seed) {
        List<List<Division>> repeats = new ArrayList<>();
        for (int repeat = 0; repeat < plan.repeats(); repeat++) {
            repeats.add(divide(plan, input, Deal.seed(seed, repeat)));
        }
        return repeats;
    }

    private static List<Division> divide(SplitPlan plan, SplitterInput input, long seed) {
        if (plan instanceof Ignoring ignoring) {
            return divide(ignoring.plan(), input, seed);
        }
        if (plan instanceof Nested nested) {
            return divide(nested.outer(), input, seed);
        }
        if (plan instanceof SplitPlan.Random random) {
            return rows(input, new int[input.rows()], random.shape(), seed);
        }
        if (plan instanceof Stratified stratified) {
            return rows(input, Strata.of(input, stratified.shape()), stratified.shape(), seed);
        }
        if (plan instanceof LeaveOneOut) {
            Deal.refuseTooMany(input.rows(), input.rows(), "rows", MOST_POSITIONS);
            return rows(input, new int[input.rows()], Shape.folds(Math.max(2, input.rows())), seed);
        }
        if (plan instanceof Group group) {
            return group(group, input, seed);
        }
        if (plan instanceof LeaveOneGroupOut left) {
            Units units = Units.of(input, left.group());
            Deal.refuseTooMany(units.number(), input.rows(), "groups", MOST_POSITIONS);
            return Divisions.of(units.rowsOf(units.ranks()), units.number());
        }
        if (plan instanceof ForwardChaining forward) {
            return new TimeDealing(input, forward.chain()).divisions();
        }
        if (plan instanceof GroupAndTime both) {
            List<Units> kinds =
                    both.groups().stream().map(group -> Units.of(input, group)).toList();
            return new TimeDealing(input, both.chain()).divisions(kinds, seed);
        }
        if (plan instanceof TwoWayGroup two) {
            return twoWay(two, input, seed);
        }
        if (plan instanceof SpatialBlocks blocks) {
            return new Grid(input, blocks).divisions(seed);
        }
        DuplicateClusters clusters = (DuplicateClusters) plan;
        Units units = Clusters.of(input, clusters);
        return units(units, clusters.shape(), new int[input.rows()], seed);
    }

    private static List<Division> rows(SplitterInput input, int[] strata, Shape shape, long seed) {
        return Divisions.of(RowDealing.bins(input.rowIds(), strata, shape, seed), shape.divisions());
    }

    private static List<Division> group(Group group, SplitterInput input, long seed) {
        int[] strata = group.stratified() ? Strata.of(input, group.shape()) : new int[input.rows()];
        return units(Units.of(input, group.group()), group.shape(), strata, seed);
    }

    private static List<Division> units(Units units, Shape shape, int[] strata, long seed) {
        return Divisions.of(units.rowsOf(units.deal(strata, shape, seed)), shape.divisions());
    }

    private static List<Division> twoWay(TwoWayGroup plan, SplitterInput input, long seed) {
        Units first = Units.of(input, plan.first());
        Units second = Units.of(input, plan.second());
        int[] all = new int[input.rows()];
        Shape axis = plan.axis();
        int[] across = first.rowsOf(first.deal(all, axis, seed));
        int[] down = second.rowsOf(second.deal(all, axis, Deal.seedOfSecondAxis(seed)));
        List<Division> divisions = new ArrayList<>();
        for (int one = 0; one < axis.divisions(); one++) {
            for (int other = 0; other < axis.divisions(); other++) {
                int column = one;
                int line = other;
                divisions.add(Divisions.where(
                        input.rows(),
                        row -> across[row] != column && down[row] != line,
                        row -> across[row] == column && down[row] == line));
            }
        }
        return divisions;
    }
}
