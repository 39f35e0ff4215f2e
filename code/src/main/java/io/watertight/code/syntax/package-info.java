/** The syntax tree of Python code, our own, whatever parser made it. */
@NullMarked
package io.watertight.code.syntax;

import org.jspecify.annotations.NullMarked;
