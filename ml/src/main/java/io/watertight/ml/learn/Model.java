package io.watertight.ml.learn;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.Predictions;
import java.util.Optional;

/** What was learnt. Immutable and thread-safe. */
public abstract class Model {

    /** Predicts rows that were held out or are new. */
    public final Predictions predict(Items items) {
        return items instanceof EvaluationSet set ? scoreRows(set.rowIds(), set.features()) : score(items.features());
    }

    /** For models whose scores belong to row ids, not to features. They are never told what came true. */
    protected Predictions scoreRows(long[] rowIds, Features features) {
        return score(features);
    }

    /** Predicts rows with the blocks that the model was fitted on. */
    protected abstract Predictions score(Features features);

    /**
     * Numbers that were fitted: coefficients, splits and leaves; 0 for a formula, -1 when nobody knows. A model of two beats one of ten
     * thousand at equal score.
     */
    public abstract long parameters();

    /** Where each column that the model sees came from; empty for a model that is no pipeline. */
    public Optional<Lineage> lineage() {
        return Optional.empty();
    }

    /** Asks a model that this one is made of. */
    protected static Predictions ask(Model part, Features features) {
        return part.score(features);
    }
}
