/** Measures of predictions, and intervals that do not pretend that folds are independent. */
@NullMarked
package io.watertight.ml.measure;

import org.jspecify.annotations.NullMarked;
