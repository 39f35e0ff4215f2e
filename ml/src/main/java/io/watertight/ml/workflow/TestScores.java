package io.watertight.ml.workflow;

import io.watertight.core.WatertightException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Scores of test rows that came from elsewhere, by the position of the row in the test set, from 0. Not to be written to. */
public final class TestScores {

    private final double[] scores;

    private TestScores(double[] scores) {
        for (int row = 0; row < scores.length; row++) {
            if (!Double.isFinite(scores[row])) {
                throw new WatertightException(
                        "Row " + (row + 1) + " of the test set has no finite score.",
                        "a row is missing, or its score is empty");
            }
        }
        this.scores = scores;
    }

    /** One score a test row, in the order of the test rows. */
    public static TestScores inOrder(double[] scores) {
        return new TestScores(scores.clone());
    }

    /**
     * Scores with the number of their row.
     *
     * @param rows from 1, in any order, each once
     * @param scores as many
     * @throws WatertightException if a number is missing, repeated or out of range
     */
    public static TestScores byRow(double[] rows, double[] scores) {
        double[] ordered = new double[scores.length];
        Arrays.fill(ordered, Double.NaN);
        for (int index = 0; index < rows.length; index++) {
            double number = rows[index];
            if (!(number >= 1 && number <= scores.length) || number != Math.rint(number)) {
                throw new WatertightException(
                        "The number " + number + " in the column 'row' is not from 1 to " + scores.length + ".",
                        "number the test rows from 1, each once");
            }
            int at = (int) number - 1;
            if (!Double.isNaN(ordered[at])) {
                throw new WatertightException("Row " + (at + 1) + " is scored twice.", "number each test row once");
            }
            ordered[at] = scores[index];
        }
        return new TestScores(ordered);
    }

    public int rows() {
        return scores.length;
    }

    double[] of(int[] positions) {
        return Arrays.stream(positions)
                .mapToDouble(position -> scores[position])
                .toArray();
    }

    /** SHA-256 of the scores: 64 lower-case hexadecimal digits. */
    String hash() {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(8 * scores.length);
            for (double score : scores) {
                bytes.putDouble(score);
            }
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
