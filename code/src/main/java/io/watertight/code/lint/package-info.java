/** Reads files of code and judges them. */
@NullMarked
package io.watertight.code.lint;

import org.jspecify.annotations.NullMarked;
