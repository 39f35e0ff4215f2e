/** Defects of the data that are no leak but falsify a score. */
@NullMarked
package io.watertight.checks.integrity;

import org.jspecify.annotations.NullMarked;
