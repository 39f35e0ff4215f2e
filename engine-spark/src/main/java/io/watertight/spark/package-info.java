/** The engine on Spark: the same questions by the same renderer, on a laptop or a cluster. */
@NullMarked
package io.watertight.spark;

import org.jspecify.annotations.NullMarked;
