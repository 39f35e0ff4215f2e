package io.watertight.core.split;

import java.util.List;

/**
 * A split that was written and held against its plan.
 *
 * @param rows rows that were split
 * @param withoutTarget training rows of the table that have no target (or no class of it) and were left out
 * @param withoutTime of the rows split, those that no fold uses because they have no time
 * @param lines of the file
 * @param sizes of all folds
 * @param proof by reading the file again
 */
public record Assigned(
        long rows, long withoutTarget, long withoutTime, long lines, List<FoldSize> sizes, SplitProof proof) {

    public Assigned {
        sizes = List.copyOf(sizes);
    }
}
