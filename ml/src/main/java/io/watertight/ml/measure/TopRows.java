package io.watertight.ml.measure;

import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;

/**
 * Precision or recall of the rows with the highest scores, for work that can only take so many.
 *
 * @param name as people write it
 * @param recall whether the share of all positive rows is asked, rather than of the rows taken
 * @param most weight of rows that can be taken, or a share of all rows when {@code isShare}
 * @param isShare whether {@code most} is a share
 */
record TopRows(String name, boolean recall, double most, boolean isShare) implements Measure {

    @Override
    public boolean largerIsBetter() {
        return true;
    }

    @Override
    public double value(Response truth, Predictions predicted, double[] weights) {
        double room = most;
        if (isShare) {
            room = 0;
            for (double weight : weights) {
                room += most * weight;
            }
        }
        double limit = room;
        BinaryFunction function = (scores, positive, heavy) -> {
            double[] top = RankingCurves.top(scores, positive, heavy, limit);
            return top[0] / (recall ? top[2] : top[1]);
        };
        return new ClassMeasure(name, true, true, false, Averaging.MACRO, function).value(truth, predicted, weights);
    }

    @Override
    public double lowest() {
        return 0;
    }

    @Override
    public double highest() {
        return 1;
    }

    @Override
    public String toString() {
        return name;
    }
}
