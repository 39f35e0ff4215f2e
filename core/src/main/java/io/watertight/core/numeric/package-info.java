/** Small numerical routines without a state: areas, tails, ranks. */
@NullMarked
package io.watertight.core.numeric;

import org.jspecify.annotations.NullMarked;
