/** The checks of data. */
@NullMarked
package io.watertight.checks;

import org.jspecify.annotations.NullMarked;
