package io.watertight.checks.target;

import io.watertight.checks.support.LabelledSample;
import java.util.stream.IntStream;

/** Whether a target is a column times one of few factors: another unit in some rows, another rate in each month. */
final class Factors {

    /** Factors as near as this are one. */
    private static final double NEAR = 1e-4;

    /** A factor is one if this share of the rows has it. */
    private static final double LEAST = 0.01;

    private static final double COVERED = 0.98;

    private Factors() {}

    /** The number of factors that cover nearly all rows, 0 if there are more than {@code most} or only one. */
    static int count(LabelledSample sample, String column, int most) {
        double[] numbers = sample.numbers(column);
        double[] ratios = IntStream.range(0, numbers.length)
                .mapToDouble(row -> sample.target()[row] / numbers[row])
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        int factors = 0;
        long covered = 0;
        int start = 0;
        for (int index = 1; index <= ratios.length; index++) {
            boolean ends = index == ratios.length || ratios[index] - ratios[start] > NEAR * Math.abs(ratios[start]);
            if (ends) {
                int count = index - start;
                if (count >= LEAST * ratios.length && count > 1) {
                    factors++;
                    covered += count;
                }
                start = index;
            }
        }
        return factors > 1 && factors <= most && covered >= COVERED * ratios.length ? factors : 0;
    }
}
