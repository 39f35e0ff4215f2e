/** Traces of preprocessing that was fitted on training and test rows together (L1.2). */
@NullMarked
package io.watertight.checks.preprocessing;

import org.jspecify.annotations.NullMarked;
