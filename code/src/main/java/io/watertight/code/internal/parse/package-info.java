/** Python text to syntax trees, by the parser of GraalPy. */
@NullMarked
package io.watertight.code.internal.parse;

import org.jspecify.annotations.NullMarked;
