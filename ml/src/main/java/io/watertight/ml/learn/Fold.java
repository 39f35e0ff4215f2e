package io.watertight.ml.learn;

/**
 * One fold of a split.
 *
 * @param repeat from 0
 * @param number of the fold within its repeat, from 0
 * @param training to fit on
 * @param evaluation to score with
 */
public record Fold(int repeat, int number, RawTrainingSet training, EvaluationSet evaluation) {

    /** Lets go of the features gathered for both sides, when all that is to be done with the fold is done. Who asks again waits again. */
    public void release() {
        training.view().release();
        evaluation.view().release();
    }
}
