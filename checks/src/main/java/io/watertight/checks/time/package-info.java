/** Checks about the order of rows in time and in the file. */
@NullMarked
package io.watertight.checks.time;

import org.jspecify.annotations.NullMarked;
