/** Reads files of code, runs the rules over them, and hears what comments answer for. */
@NullMarked
package io.watertight.code.lint;

import org.jspecify.annotations.NullMarked;
