package io.watertight.core.split;

import io.watertight.core.split.SplitPlan.Chain;
import io.watertight.core.split.SplitPlan.DuplicateClusters;
import io.watertight.core.split.SplitPlan.ForwardChaining;
import io.watertight.core.split.SplitPlan.Group;
import io.watertight.core.split.SplitPlan.GroupAndTime;
import io.watertight.core.split.SplitPlan.LeaveOneGroupOut;
import io.watertight.core.split.SplitPlan.LeaveOneOut;
import io.watertight.core.split.SplitPlan.Nested;
import io.watertight.core.split.SplitPlan.Random;
import io.watertight.core.split.SplitPlan.SpatialBlocks;
import io.watertight.core.split.SplitPlan.Stratified;
import io.watertight.core.split.SplitPlan.TwoWayGroup;

/** The plan for the training rows of another plan. */
final class Inheritance {

    private Inheritance() {}

    /** As the outer plan, but with this many folds: what must not be on two sides outside must not be so inside. */
    static SplitPlan inner(SplitPlan outer, int folds) {
        Shape shape = Shape.folds(folds);
        if (outer instanceof Random || outer instanceof LeaveOneOut) {
            return new Random(shape);
        }
        if (outer instanceof Stratified) {
            return new Stratified(shape);
        }
        if (outer instanceof Group group) {
            return new Group(group.group(), group.stratified(), shape);
        }
        if (outer instanceof SplitPlan.Ignoring ignoring) {
            return new SplitPlan.Ignoring(inner(ignoring.plan(), folds), ignoring.keys());
        }
        if (outer instanceof LeaveOneGroupOut left) {
            return new Group(left.group(), false, shape);
        }
        if (outer instanceof ForwardChaining forward) {
            return new ForwardChaining(inner(forward.chain(), shape));
        }
        if (outer instanceof GroupAndTime both) {
            return new GroupAndTime(both.groups(), inner(both.chain(), shape));
        }
        if (outer instanceof TwoWayGroup two) {
            return new TwoWayGroup(two.first(), two.second(), shape);
        }
        if (outer instanceof SpatialBlocks blocks) {
            return new SpatialBlocks(blocks.x(), blocks.y(), blocks.size(), blocks.buffer(), shape);
        }
        if (outer instanceof DuplicateClusters clusters) {
            return new DuplicateClusters(clusters.grains(), shape);
        }
        return ((Nested) outer).inner();
    }

    private static Chain inner(Chain outer, Shape shape) {
        return new Chain(outer.time(), shape, outer.window(), outer.purge(), outer.embargo());
    }
}
