/** What a program does with data, as far as the rules need it: splits, fits, evaluations, and where the analysis lost its way. */
@NullMarked
package io.watertight.code.fact;

import org.jspecify.annotations.NullMarked;
