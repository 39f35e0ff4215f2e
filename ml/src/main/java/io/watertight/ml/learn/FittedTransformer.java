package io.watertight.ml.learn;

import io.watertight.ml.data.Features;

/** What a transformer learnt, to be applied to rows that it was not fitted on. Immutable and thread-safe. */
public interface FittedTransformer {

    Features apply(Features features);
}
