/** Checks of what columns say about the target. */
@NullMarked
package io.watertight.checks.target;

import org.jspecify.annotations.NullMarked;
