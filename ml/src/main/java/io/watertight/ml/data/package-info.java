/** What is learnt from and what comes out: blocks of columns, responses, predictions. Knows nothing of splits. */
@NullMarked
package io.watertight.ml.data;

import org.jspecify.annotations.NullMarked;
