/** Strategies that deal rows to folds, and the verifier that does not trust them. */
@NullMarked
package io.watertight.ml.split;

import org.jspecify.annotations.NullMarked;
