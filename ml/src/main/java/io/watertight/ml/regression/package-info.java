/** Ordinary least squares with its sheet: coefficients, tests, influence, collinearity, and what to try next. */
@NullMarked
package io.watertight.ml.regression;

import org.jspecify.annotations.NullMarked;
