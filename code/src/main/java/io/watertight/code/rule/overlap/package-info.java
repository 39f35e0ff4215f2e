/** Evaluations on rows that the model has learnt from. */
@NullMarked
package io.watertight.code.rule.overlap;

import org.jspecify.annotations.NullMarked;
