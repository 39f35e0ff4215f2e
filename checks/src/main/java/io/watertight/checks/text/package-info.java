/** Checks of columns that hold texts of several words. */
@NullMarked
package io.watertight.checks.text;

import org.jspecify.annotations.NullMarked;
