package io.watertight.ml.transform;

import io.watertight.core.WatertightException;
import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.NumberBlock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Distances among rows of one class. Immutable; thread-safe.
 *
 * @param rows of the class
 * @param numbers columns x rows of the class, standardised by all rows
 * @param codes columns x rows of the class
 * @param penalty squared, of a code that differs
 */
record Neighbours(int[] rows, double[][] numbers, int[][] codes, double penalty) {

    static Neighbours of(Features features, int[] rows) {
        List<double[]> numbers = new ArrayList<>();
        List<int[]> codes = new ArrayList<>();
        for (Block block : features.blocks()) {
            if (block instanceof NumberBlock column) {
                numbers.add(standardised(column.values(), rows));
            } else if (block instanceof CategoryBlock column) {
                codes.add(column.gather(rows).codes());
            } else if (block instanceof IndicatorBlock column) {
                codes.add(column.gather(rows).codes());
            } else {
                throw cannotTake(block);
            }
        }
        double[] deviations = numbers.stream()
                .mapToDouble(column -> Math.sqrt(Numbers.variance(column, Numbers.mean(column))))
                .toArray();
        double median = Numbers.quantile(Numbers.present(deviations), 0.5);
        return new Neighbours(
                rows, numbers.toArray(double[][]::new), codes.toArray(int[][]::new), median > 0 ? median * median : 1);
    }

    static WatertightException cannotTake(Block block) {
        return new WatertightException(
                "SMOTE cannot make up words: '" + block.name() + "' is a text.", "over-sample instead");
    }

    private static double[] standardised(double[] values, int[] rows) {
        double mean = Numbers.mean(values);
        double deviation = Math.sqrt(Numbers.variance(values, mean));
        double[] scaled = new double[rows.length];
        for (int index = 0; index < rows.length; index++) {
            scaled[index] = (values[rows[index]] - mean) / (deviation > 0 ? deviation : 1);
        }
        return scaled;
    }

    private record Candidate(int index, double distance) {}

    /**
     * The nearest others of a row, nearest first.
     *
     * @param index among the rows of the class
     * @return rows, as numbered in the features
     */
    int[] nearest(int index, int count) {
        PriorityQueue<Candidate> best = new PriorityQueue<>(Comparator.comparingDouble(Candidate::distance)
                .thenComparingInt(Candidate::index)
                .reversed());
        for (int other = 0; other < rows.length; other++) {
            if (other != index) {
                double distance = distance(index, other);
                if (best.size() < count) {
                    best.add(new Candidate(other, distance));
                } else if (distance < best.element().distance()) {
                    best.remove();
                    best.add(new Candidate(other, distance));
                }
            }
        }
        return best.stream()
                .sorted(Comparator.comparingDouble(Candidate::distance).thenComparingInt(Candidate::index))
                .mapToInt(candidate -> rows[candidate.index()])
                .toArray();
    }

    private double distance(int first, int second) {
        double sum = 0;
        for (double[] column : numbers) {
            double apart = column[first] - column[second];
            sum += Double.isNaN(apart) ? 0 : apart * apart;
        }
        for (int[] column : codes) {
            sum += column[first] == column[second] ? 0 : penalty;
        }
        return sum;
    }
}
