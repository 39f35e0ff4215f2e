/** Checks about rows of one entity on both sides of a split. */
@NullMarked
package io.watertight.checks.group;

import org.jspecify.annotations.NullMarked;
