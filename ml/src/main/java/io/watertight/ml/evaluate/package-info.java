/** Honest scores: nested resampling, baselines on the same folds, intervals that know folds are not independent. */
@NullMarked
package io.watertight.ml.evaluate;

import org.jspecify.annotations.NullMarked;
