/** Columns of rows in memory and the profile of a table. */
@NullMarked
package io.watertight.core.data;

import org.jspecify.annotations.NullMarked;
