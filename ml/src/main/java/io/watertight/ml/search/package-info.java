/** What is chosen by score is chosen on training rows alone: tuning, stacking, thresholds. */
@NullMarked
package io.watertight.ml.search;

import org.jspecify.annotations.NullMarked;
