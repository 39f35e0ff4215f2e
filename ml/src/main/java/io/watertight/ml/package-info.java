/** Splitters, learners and measures. */
@NullMarked
package io.watertight.ml;

import org.jspecify.annotations.NullMarked;
