/** The evaluation ledger: which test sets there are, who looked at them, and what those looks allow a score to gain. */
@NullMarked
package io.watertight.ml.ledger;

import org.jspecify.annotations.NullMarked;
