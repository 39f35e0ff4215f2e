package io.watertight.spark;

import io.watertight.core.WatertightException;
import io.watertight.core.audit.AuditOptions;
import io.watertight.core.split.Shape;
import io.watertight.core.split.SplitWish;
import java.util.OptionalDouble;

/**
 * How rows of a dataset are split; what the study is about is in the declaration. Start from {@link #DEFAULT}.
 *
 * @param wish the plan, if not the one that the study's purpose asks for, and folds or a test share
 * @param validationShare share of all rows that chooses between models, beside the test share
 * @param near share of a column's standard deviation within which numbers count as equal, for the plan {@code duplicates}
 * @param seed of everything random; the command line's, unless another is given
 * @param column the name of the column that says the part
 */
public record SplitOptions(
        SplitWish wish, OptionalDouble validationShare, OptionalDouble near, long seed, String column) {

    /** A fifth of the rows held out by the plan that the study's purpose asks for, told in the column {@code part}. */
    public static final SplitOptions DEFAULT = new SplitOptions(
            SplitWish.of(Shape.holdOut(0.2)),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            AuditOptions.DEFAULT.seed(),
            "part");

    public SplitOptions {
        if (wish.innerFolds().isPresent()) {
            throw new WatertightException(
                    "One column cannot tell " + wish.innerFolds().getAsInt() + " inner folds of each fold.",
                    "ask for a validation share, or split again inside the training rows");
        }
    }

    /** Another plan, other folds. */
    public SplitOptions withWish(SplitWish wanted) {
        return new SplitOptions(wanted, validationShare, near, seed, column);
    }

    /** Three parts: rows of this share, none of which is trained on or tested, are for validation. */
    public SplitOptions withValidationShare(double share) {
        return new SplitOptions(wish, OptionalDouble.of(share), near, seed, column);
    }

    /** Nearly equal rows stay together, too, under the plan {@code duplicates}. */
    public SplitOptions withNear(double share) {
        return new SplitOptions(wish, validationShare, OptionalDouble.of(share), seed, column);
    }

    /** Dealt otherwise. */
    public SplitOptions withSeed(long wanted) {
        return new SplitOptions(wish, validationShare, near, wanted, column);
    }

    /** The part under another name. */
    public SplitOptions withColumn(String name) {
        return new SplitOptions(wish, validationShare, near, seed, name);
    }
}
