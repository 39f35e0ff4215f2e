package io.watertight.ml.evaluate;

import io.watertight.ml.learn.Learner;

/** A learner of an evaluation and what it is there for. */
record Entrant(Learner learner, Standing standing) {}
