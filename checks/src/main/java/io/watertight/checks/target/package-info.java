/** Checks of columns against the target: what gives the answer away. */
@NullMarked
package io.watertight.checks.target;

import org.jspecify.annotations.NullMarked;
