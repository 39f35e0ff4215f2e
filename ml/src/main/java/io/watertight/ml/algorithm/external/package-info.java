/** Learners that live outside of this program: a command, a file of scores. */
@NullMarked
package io.watertight.ml.algorithm.external;

import org.jspecify.annotations.NullMarked;
