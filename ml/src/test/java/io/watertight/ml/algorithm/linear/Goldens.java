package io.watertight.ml.algorithm.linear;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table that two programs can make alike, from whole numbers alone. In Python:
 *
 * <pre>{@code
 * n = 80
 * x = np.array([[((i*7919+j*104729+i*i*31+i*j*i*17) % 1009)/1009-0.5 for j in range(3)] for i in range(n)])
 * x[:,1] = x[:,1]*100+1000
 * cat = np.array([(i*i*13+i*7) % 11 % 3 for i in range(n)])
 * Z = np.column_stack([x] + [(cat==k).astype(float) for k in range(3)])
 * noise = np.array([((i*5381+i*i*97) % 997)/997-0.5 for i in range(n)])
 * y = 2*x[:,0]-0.03*(x[:,1]-1000)+0.5*(cat==2)+noise
 * b = (y>np.median(y)).astype(int); b = np.where(np.arange(n)%7==0, 1-b, b)
 * m = np.digitize(y, np.quantile(y, [.35,.7])); m = np.where(np.arange(n)%9==0, (m+1)%3, m)
 * w = np.array([1+i%3 for i in range(n)], float)
 * }</pre>
 */
final class Goldens {

    static final int ROWS = 80;

    private Goldens() {}

    static double number(int row, int column) {
        long mixed = row * 7919L + column * 104_729L + row * row * 31L + (long) row * column * row * 17;
        double value = mixed % 1009 / 1009.0 - 0.5;
        return column == 1 ? value * 100 + 1000 : value;
    }

    static int category(int row) {
        return (row * row * 13 + row * 7) % 11 % 3;
    }

    /** Three numbers, and a category as indicators. The second number is far from 0 and large, unless it is asked to be scaled. */
    static Features features(boolean scaled) {
        NumberBlock[] numbers = new NumberBlock[3];
        for (int column = 0; column < 3; column++) {
            double[] values = new double[ROWS];
            for (int row = 0; row < ROWS; row++) {
                double value = number(row, column);
                values[row] = scaled && column == 1 ? (value - 1000) / 100 : value;
            }
            numbers[column] = NumberBlock.of("x" + column, values);
        }
        Block levels = new IndicatorBlock(
                "c", IntStream.range(0, ROWS).map(Goldens::category).toArray(), List.of("0", "1", "2"));
        return new Features(ROWS, List.of(numbers[0], numbers[1], numbers[2], levels));
    }

    static Features numbersOnly() {
        return new Features(ROWS, features(false).blocks().subList(0, 3));
    }

    static double[] target() {
        double[] target = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double noise = (row * 5381 + row * row * 97) % 997 / 997.0 - 0.5;
            target[row] = 2 * number(row, 0) - 0.03 * (number(row, 1) - 1000) + (category(row) == 2 ? 0.5 : 0) + noise;
        }
        return target;
    }

    static Response.Classes twoClasses() {
        double[] target = target();
        double median = quantile(target, 0.5);
        int[] codes = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            int above = target[row] > median ? 1 : 0;
            codes[row] = row % 7 == 0 ? 1 - above : above;
        }
        return new Response.Classes(codes, List.of("low", "high"), 1);
    }

    static Response.Classes threeClasses() {
        double[] target = target();
        double low = quantile(target, 0.35);
        double high = quantile(target, 0.7);
        int[] codes = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            int code = (target[row] >= low ? 1 : 0) + (target[row] >= high ? 1 : 0);
            codes[row] = row % 9 == 0 ? (code + 1) % 3 : code;
        }
        return new Response.Classes(codes, List.of("low", "middle", "high"), 0);
    }

    static double[] weights() {
        return IntStream.range(0, ROWS).mapToDouble(row -> 1 + row % 3).toArray();
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) place;
        return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }
}
