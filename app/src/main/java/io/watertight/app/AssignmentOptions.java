package io.watertight.app;

import io.watertight.core.split.SplitWish;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What only a written split can be: nested, with a buffer, by nearly equal rows. */
final class AssignmentOptions {

    @Option(
            names = "--inner-folds",
            paramLabel = "N",
            description = "Split each training part again, by a plan that inherits group and time.")
    @Nullable
    Integer innerFolds;

    @Option(
            names = "--buffer",
            paramLabel = "SIZE",
            description = "Leave out of training what is this near to an evaluated cell (plan spatial).")
    double buffer;

    @Option(
            names = "--near",
            paramLabel = "SHARE",
            description =
                    "Take numbers for equal within about this share of their standard deviation (plan duplicates).")
    double near;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where the assignment goes: .parquet or .csv. Without it, nothing is written.")
    @Nullable
    String output;

    SplitWish applyTo(SplitWish wish) {
        SplitWish result = wish.withBuffer(buffer);
        return innerFolds == null ? result : result.withInnerFolds(innerFolds);
    }
}
