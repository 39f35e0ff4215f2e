/** From a study to an honest number: the split its purpose asks for, the usual learners, baselines on the same folds. */
@NullMarked
package io.watertight.ml.workflow;

import org.jspecify.annotations.NullMarked;
