/** Learners made of other learners. Whatever they choose or fit beyond those is done on inner splits of the training rows. */
@NullMarked
package io.watertight.ml.compose;

import org.jspecify.annotations.NullMarked;
