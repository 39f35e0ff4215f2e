/** Splits that do not fit the rows, are mixed up, or are missing. */
@NullMarked
package io.watertight.code.rule.split;

import org.jspecify.annotations.NullMarked;
