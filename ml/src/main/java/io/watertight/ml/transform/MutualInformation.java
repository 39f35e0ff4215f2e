package io.watertight.ml.transform;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Response;
import io.watertight.ml.data.SparseBlock;
import java.util.Arrays;

/**
 * Mutual information of each single column with the outcome, in nats, from a table of counts: numbers in bins of equal counts with one
 * more for missing values, indicators and words by whether they are set. What chance alone would give is taken off (Miller, 1955), so
 * that columns of many bins do not win by their number. Stateless; thread-safe.
 */
final class MutualInformation {

    private static final int BINS = 10;

    private MutualInformation() {}

    /** One score a column; below 0 when it tells less than chance would. */
    static double[] scores(Features features, Response response) {
        if (response instanceof Response.Classes classes) {
            return scores(features, classes.codes(), classes.names().size());
        }
        if (response instanceof Response.Numbers numbers) {
            return scores(features, binned(numbers.values()), BINS + 1);
        }
        Response.Labels labels = (Response.Labels) response;
        double[] sums = new double[features.width()];
        for (int label = 0; label < labels.names().size(); label++) {
            double[] more = scores(features, labels.label(label).codes(), 2);
            Arrays.setAll(sums, column -> sums[column] + more[column]);
        }
        return sums;
    }

    private static double[] scores(Features features, int[] outcome, int outcomes) {
        double[] all = new double[outcomes];
        for (int code : outcome) {
            all[code]++;
        }
        double[] scores = new double[features.width()];
        int offset = 0;
        for (Block block : features.blocks()) {
            if (block instanceof NumberBlock numbers) {
                double[][] table = new double[BINS + 1][outcomes];
                int[] bins = binned(numbers.values());
                for (int row = 0; row < bins.length; row++) {
                    table[bins[row]][outcome[row]]++;
                }
                scores[offset] = information(table);
            } else if (block instanceof IndicatorBlock || block instanceof SparseBlock) {
                double[][] set = new double[block.width()][outcomes];
                count(block, outcome, set);
                for (int column = 0; column < set.length; column++) {
                    double[] with = set[column];
                    double[] without = all.clone();
                    Arrays.setAll(without, code -> without[code] - with[code]);
                    scores[offset + column] = information(new double[][] {with, without});
                }
            }
            offset += block.width();
        }
        return scores;
    }

    private static void count(Block block, int[] outcome, double[][] set) {
        for (int row = 0; row < outcome.length; row++) {
            if (block instanceof IndicatorBlock indicators && indicators.codes()[row] >= 0) {
                set[indicators.codes()[row]][outcome[row]]++;
            } else if (block instanceof SparseBlock sparse) {
                for (int entry = sparse.starts()[row]; entry < sparse.starts()[row + 1]; entry++) {
                    set[sparse.columns()[entry]][outcome[row]]++;
                }
            }
        }
    }

    /** The bin of each number; the last one is for those that are missing. */
    private static int[] binned(double[] values) {
        double[] present = Numbers.present(values);
        double[] edges = new double[BINS - 1];
        for (int edge = 0; edge < edges.length; edge++) {
            edges[edge] = Numbers.quantile(present, (edge + 1.0) / BINS);
        }
        double[] different = Arrays.stream(edges).distinct().toArray();
        int[] bins = new int[values.length];
        Arrays.setAll(bins, row -> Double.isFinite(values[row]) ? Bins.bin(values[row], different) : BINS);
        return bins;
    }

    private static double information(double[][] table) {
        double[] outcomes = new double[table[0].length];
        double total = 0;
        int rows = 0;
        for (double[] row : table) {
            double sum = 0;
            for (int code = 0; code < row.length; code++) {
                outcomes[code] += row[code];
                sum += row[code];
            }
            total += sum;
            rows += sum > 0 ? 1 : 0;
        }
        double information = 0;
        for (double[] row : table) {
            double sum = Arrays.stream(row).sum();
            for (int code = 0; code < row.length; code++) {
                if (row[code] > 0) {
                    information += row[code] / total * Math.log(row[code] * total / (sum * outcomes[code]));
                }
            }
        }
        long columns = Arrays.stream(outcomes).filter(count -> count > 0).count();
        return information - (rows - 1) * (columns - 1) / (2 * total);
    }
}
