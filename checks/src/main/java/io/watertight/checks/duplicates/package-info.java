/** Checks about rows that occur more than once. */
@NullMarked
package io.watertight.checks.duplicates;

import org.jspecify.annotations.NullMarked;
