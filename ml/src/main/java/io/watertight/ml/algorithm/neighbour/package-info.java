/** Nearest neighbours. */
@NullMarked
package io.watertight.ml.algorithm.neighbour;

import org.jspecify.annotations.NullMarked;
