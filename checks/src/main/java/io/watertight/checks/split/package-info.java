/** Checks about the parts of a split as such. */
@NullMarked
package io.watertight.checks.split;

import org.jspecify.annotations.NullMarked;
