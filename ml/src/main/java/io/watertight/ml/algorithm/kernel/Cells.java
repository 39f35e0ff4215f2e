package io.watertight.ml.algorithm.kernel;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.SparseBlock;

/** The spread of all cells of a table taken together. */
final class Cells {

    private Cells() {}

    /** @param unit cells are divided by */
    static double variance(Features features, double unit) {
        double mean = 0;
        double cells = (double) features.rows() * features.width();
        for (Block block : features.blocks()) {
            mean += sum(block, unit, 0, 1) / cells;
        }
        double variance = 0;
        for (Block block : features.blocks()) {
            variance += sum(block, unit, mean, 2) / cells;
        }
        return variance;
    }

    /** Sum of first or second powers of distances from a middle. */
    private static double sum(Block block, double unit, double middle, int power) {
        double zero = power == 1 ? 0 : middle * middle;
        if (block instanceof NumberBlock numbers) {
            double sum = 0;
            for (double value : numbers.values()) {
                sum += raised(value / unit - middle, power);
            }
            return sum;
        }
        double sum = zero * block.rows() * block.width();
        if (block instanceof IndicatorBlock indicator) {
            for (int code : indicator.codes()) {
                sum += code < 0 ? 0 : raised(1 / unit - middle, power) - zero;
            }
        } else if (block instanceof SparseBlock sparse) {
            for (double value : sparse.values()) {
                sum += raised(value / unit - middle, power) - zero;
            }
        }
        return sum;
    }

    private static double raised(double value, int power) {
        return power == 1 ? value : value * value;
    }
}
