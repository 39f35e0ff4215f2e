package io.watertight.ml.regression;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Features as columns of mean 0 and deviation 1, as learnt from training rows. Immutable and thread-safe. */
final class Encoding {

    /** How numbers are taken. */
    enum Form {
        PLAIN,
        /** Logarithms of the columns whose training values are all above 0. */
        LOGARITHMS,
        /** With squares, and products of every two columns. */
        PRODUCTS
    }

    private final Form form;
    private final List<Source> sources;
    private final double[] means;
    private final double[] deviations;

    /**
     * A column before scaling.
     *
     * @param block index of the block
     * @param level dictionary code of a level, -1 for numbers
     * @param least smallest training value where the logarithm is taken, NaN where it is not
     */
    private record Source(int block, int level, double least) {
        double[] values(Features features) {
            Block from = features.blocks().get(block);
            if (from instanceof CategoryBlock words) {
                return IntStream.of(words.codes())
                        .mapToDouble(code -> code == level ? 1 : 0)
                        .toArray();
            }
            double[] values = ((NumberBlock) from).values();
            // New rows may lie below everything seen in training.
            return Double.isNaN(least)
                    ? values
                    : DoubleStream.of(values)
                            .map(value -> Math.log(Math.max(least / 2, value)))
                            .toArray();
        }
    }

    private Encoding(Form form, List<Source> sources, double[] means, double[] deviations) {
        this.form = form;
        this.sources = List.copyOf(sources);
        this.means = means;
        this.deviations = deviations;
    }

    static Encoding learn(Features training, Form form) {
        List<Source> sources = new ArrayList<>();
        for (int index = 0; index < training.blocks().size(); index++) {
            Block block = training.blocks().get(index);
            if (block instanceof CategoryBlock words) {
                int[] levels = IntStream.of(words.codes()).distinct().sorted().toArray();
                for (int level = 1; level < levels.length; level++) {
                    sources.add(new Source(index, levels[level], Double.NaN));
                }
            } else if (block instanceof NumberBlock numbers) {
                double least = DoubleStream.of(numbers.values()).min().orElse(0);
                boolean logarithm = form == Form.LOGARITHMS && least > 0;
                sources.add(new Source(index, -1, logarithm ? least : Double.NaN));
            }
        }
        Encoding raw = new Encoding(form, sources, new double[0], new double[0]);
        double[][] columns = raw.expanded(training);
        double[] means = new double[columns.length];
        double[] deviations = new double[columns.length];
        for (int column = 0; column < columns.length; column++) {
            double mean = DoubleStream.of(columns[column]).average().orElse(0);
            double squares = DoubleStream.of(columns[column])
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            means[column] = mean;
            deviations[column] = squares == 0 ? 1 : Math.sqrt(squares / columns[column].length);
        }
        return new Encoding(form, sources, means, deviations);
    }

    /** One array a column. */
    double[][] apply(Features features) {
        double[][] columns = expanded(features);
        for (int column = 0; column < columns.length; column++) {
            double mean = means[column];
            double deviation = deviations[column];
            columns[column] = Arrays.stream(columns[column])
                    .map(value -> (value - mean) / deviation)
                    .toArray();
        }
        return columns;
    }

    private double[][] expanded(Features features) {
        List<double[]> columns = new ArrayList<>();
        sources.forEach(source -> columns.add(source.values(features)));
        if (form == Form.PRODUCTS) {
            int count = columns.size();
            for (int left = 0; left < count; left++) {
                for (int right = sources.get(left).level() < 0 ? left : left + 1; right < count; right++) {
                    boolean sameWord =
                            sources.get(left).block() == sources.get(right).block() && left != right;
                    if (!sameWord) {
                        columns.add(product(columns.get(left), columns.get(right)));
                    }
                }
            }
        }
        return columns.toArray(double[][]::new);
    }

    private static double[] product(double[] left, double[] right) {
        return IntStream.range(0, left.length)
                .mapToDouble(row -> left[row] * right[row])
                .toArray();
    }
}
