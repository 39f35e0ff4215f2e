/** Scores that nobody fits: a column or an expression. */
@NullMarked
package io.watertight.ml.algorithm.formula;

import org.jspecify.annotations.NullMarked;
