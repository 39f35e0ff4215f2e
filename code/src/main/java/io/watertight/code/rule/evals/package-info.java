/** Evaluations of language models whose evaluation set went into the prompt or into the choice of it. */
@NullMarked
package io.watertight.code.rule.evals;

import org.jspecify.annotations.NullMarked;
