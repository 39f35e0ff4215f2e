/**
 * A forward abstract interpretation of Python: what the rows of each value are, without running anything. Branches are joined, loops over
 * known elements are followed round by round, others twice, functions and classes of the program are followed at each call.
 */
@NullMarked
package io.watertight.code.internal.interpret;

import org.jspecify.annotations.NullMarked;
