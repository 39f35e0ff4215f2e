/** Statistics of rows that the model is evaluated on, in what it learns from or is evaluated on. */
@NullMarked
package io.watertight.code.rule.preprocessing;

import org.jspecify.annotations.NullMarked;
