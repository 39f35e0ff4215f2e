/** Gradient boosting by XGBoost. */
@NullMarked
package io.watertight.ml.algorithm.boosting;

import org.jspecify.annotations.NullMarked;
