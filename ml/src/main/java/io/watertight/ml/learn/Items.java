package io.watertight.ml.learn;

import io.watertight.ml.data.Features;

/** Rows that a model may be asked about: held out by a splitter, or new. Never a training set. */
public sealed interface Items permits EvaluationSet, NewRows {

    int rows();

    Features features();
}
