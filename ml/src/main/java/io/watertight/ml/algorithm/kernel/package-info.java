/** Support vector machines. */
@NullMarked
package io.watertight.ml.algorithm.kernel;

import org.jspecify.annotations.NullMarked;
