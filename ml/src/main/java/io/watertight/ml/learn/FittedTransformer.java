package io.watertight.ml.learn;

import io.watertight.ml.data.Features;
import java.util.List;
import java.util.Map;

/** What a transformer learnt, to be applied to rows that it was not fitted on. Immutable and thread-safe. */
public interface FittedTransformer {

    /** Changes rows; as many come out, in the same order. */
    Features apply(Features features);

    /**
     * Which blocks each block that comes out was made of, by name. A block that is not listed comes from the block of its own name.
     */
    default Map<String, List<String>> sources() {
        return Map.of();
    }

    /** What people should know of this fit, a sentence each: that a column was left out, and why. Names and counts, never values. */
    default List<String> notes() {
        return List.of();
    }
}
