package io.watertight.core.split;

/**
 * How large a fold is and how often each class is in it.
 *
 * @param repeat from 0
 * @param fold from 0
 * @param inner number of the inner fold in a nested split, -1 for the outer fold itself
 * @param training rows by class of the target; one class without classes
 * @param evaluation likewise
 * @param trainingMean mean of a target that is a number, NaN otherwise
 * @param evaluationMean likewise
 */
public record FoldSize(
        int repeat,
        int fold,
        int inner,
        long[] training,
        long[] evaluation,
        double trainingMean,
        double evaluationMean) {

    public long trainingRows() {
        return sum(training);
    }

    public long evaluationRows() {
        return sum(evaluation);
    }

    public FoldSize withTrainingMean(double mean) {
        return new FoldSize(repeat, fold, inner, training, evaluation, mean, evaluationMean);
    }

    public FoldSize withEvaluationMean(double mean) {
        return new FoldSize(repeat, fold, inner, training, evaluation, trainingMean, mean);
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
