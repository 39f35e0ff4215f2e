package io.watertight.core.split;

import io.watertight.core.split.SplitProof.Claim;
import java.util.List;
import java.util.Optional;

/** Holds sizes of folds against the bounds that follow from how a plan deals. Independent of the dealing itself. */
public final class Evenness {

    private Evenness() {}

    /**
     * The claims about sizes: no empty side, and a bound where the plan has one.
     *
     * @param sizes of the outer folds
     * @param largestGroup rows of the largest group, if the plan deals groups of one kind
     */
    public static List<Claim> claims(SplitPlan plan, List<FoldSize> sizes, Optional<Long> largestGroup) {
        Claim empty = Claim.emptyFolds(sizes.stream()
                .filter(size -> size.trainingRows() == 0 || size.evaluationRows() == 0)
                .count());
        Optional<Claim> bound = bound(plan, sizes, largestGroup);
        return bound.map(claim -> List.of(empty, claim)).orElse(List.of(empty));
    }

    private static Optional<Claim> bound(SplitPlan plan, List<FoldSize> sizes, Optional<Long> largestGroup) {
        if (plan instanceof SplitPlan.Ignoring ignoring) {
            return bound(ignoring.plan(), sizes, largestGroup);
        }
        if (plan instanceof SplitPlan.Nested nested) {
            return bound(nested.outer(), sizes, largestGroup);
        }
        if (plan instanceof SplitPlan.Random random) {
            return Optional.of(toOneRow(random.shape(), sizes, false));
        }
        if (plan instanceof SplitPlan.Stratified stratified) {
            return Optional.of(toOneRow(stratified.shape(), sizes, true));
        }
        if (plan instanceof SplitPlan.Group group
                && !group.stratified()
                && group.shape() instanceof Shape.Folds
                && largestGroup.isPresent()) {
            return Optional.of(toOneGroup(sizes, largestGroup.get()));
        }
        return Optional.empty();
    }

    private static Claim toOneRow(Shape shape, List<FoldSize> sizes, boolean byClass) {
        double share = shape.shares()[0];
        long uneven = sizes.stream()
                .filter(size -> {
                    boolean off = isOff(size.evaluationRows(), size.trainingRows(), share);
                    for (int of = 0; byClass && of < size.evaluation().length; of++) {
                        off |= isOff(size.evaluation()[of], size.training()[of], share);
                    }
                    return off;
                })
                .count();
        return Claim.evenSizes("to within one row" + (byClass ? " of each class" : ""), uneven);
    }

    private static boolean isOff(long evaluated, long trained, double share) {
        return Math.abs(evaluated - share * (evaluated + trained)) > 1.000001;
    }

    private static Claim toOneGroup(List<FoldSize> sizes, long largest) {
        long uneven = 0;
        for (FoldSize size : sizes) {
            long least = sizes.stream()
                    .filter(other -> other.repeat() == size.repeat())
                    .mapToLong(FoldSize::evaluationRows)
                    .min()
                    .orElse(0);
            uneven += size.evaluationRows() - least > largest ? 1 : 0;
        }
        return Claim.evenSizes("to within the largest group", uneven);
    }
}
