package io.watertight.ml.learn;

/**
 * One fold of a split.
 *
 * @param repeat from 0
 * @param number of the fold within its repeat, from 0
 * @param training to fit on
 * @param evaluation to score with
 */
public record Fold(int repeat, int number, RawTrainingSet training, EvaluationSet evaluation) {}
