package io.watertight.ml.algorithm.external;

import io.watertight.core.WatertightException;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.RawTrainingSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Scores that some other tool gave, by row. Nothing is fitted, and nobody here knows on which rows that tool was: the scores are honest
 * only if each row's score comes from a model that did not see the row.
 */
public final class GivenScores extends Learner {

    private final String name;
    private final Map<Long, Integer> places;
    private final Predictions scores;

    private GivenScores(String name, long[] rowIds, Predictions scores) {
        this.name = name;
        this.scores = scores;
        this.places = new HashMap<>();
        if (rowIds.length != scores.rows()) {
            throw new WatertightException(
                    "'" + name + "' has " + scores.rows() + " scores for " + rowIds.length + " rows.",
                    "give each row one score");
        }
        for (int place = 0; place < rowIds.length; place++) {
            if (places.put(rowIds[place], place) != null) {
                throw new WatertightException(
                        "'" + name + "' scores row " + rowIds[place] + " twice.", "keep one line a row");
            }
        }
        for (double[] output : scores.outputs()) {
            for (int place = 0; place < output.length; place++) {
                if (!Double.isFinite(output[place])) {
                    throw new WatertightException(
                            "'" + name + "' has the score " + output[place] + " for row " + rowIds[place] + ".",
                            "give each row a number");
                }
            }
        }
    }

    /**
     * Scores of the rows with these ids.
     *
     * @param name of the tool or file
     */
    public static GivenScores byRowId(String name, long[] rowIds, Predictions scores) {
        return new GivenScores(name, rowIds, scores);
    }

    /** Scores in the order of the rows of the table, whose ids are their positions from 0. */
    public static GivenScores byPosition(String name, Predictions scores) {
        return new GivenScores(name, LongStream.range(0, scores.rows()).toArray(), scores);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    protected Model learn(RawTrainingSet training, FitContext context) {
        return new Lookup();
    }

    private final class Lookup extends Model {

        @Override
        protected Predictions scoreRows(long[] rowIds, Features features) {
            return scores.gather(Arrays.stream(rowIds).mapToInt(this::place).toArray());
        }

        private int place(long rowId) {
            Integer place = places.get(rowId);
            if (place == null) {
                throw new WatertightException(
                        "'" + name + "' has no score for row " + rowId + ".",
                        "give a score for every row that is evaluated");
            }
            return place;
        }

        @Override
        protected Predictions score(Features features) {
            throw new WatertightException(
                    "'" + name + "' has scores for rows by their id, and these " + features.rows() + " rows have none.",
                    "use a learner that can score new rows");
        }

        @Override
        public long parameters() {
            return -1;
        }
    }
}
