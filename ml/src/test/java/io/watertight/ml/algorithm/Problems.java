package io.watertight.ml.algorithm;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Response;
import io.watertight.ml.data.SparseBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Seeded tables with something to learn in them: {@code x0} and the level of {@code level} drive every outcome. */
final class Problems {

    /** What a target may be. */
    enum Task {
        TWO_CLASSES,
        CLASSES,
        NUMBERS,
        LABELS
    }

    private Problems() {}

    /** Three numbers, a category as indicators, and three sparse columns. */
    static Features features(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Block> blocks = new ArrayList<>();
        for (int column = 0; column < 3; column++) {
            blocks.add(NumberBlock.of("x" + column, random.doubles(rows, -2, 2).toArray()));
        }
        blocks.add(new IndicatorBlock("level", random.ints(rows, -1, 4).toArray(), List.of("a", "b", "c", "d")));
        int[] starts = new int[rows + 1];
        int[] columns = new int[rows * 3];
        double[] values = new double[rows * 3];
        int size = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < 3; column++) {
                if (random.nextInt(3) == 0) {
                    columns[size] = column;
                    values[size++] = random.nextDouble(0.1, 1);
                }
            }
            starts[row + 1] = size;
        }
        blocks.add(new SparseBlock(
                "text",
                List.of("u", "v", "w"),
                starts,
                java.util.Arrays.copyOf(columns, size),
                java.util.Arrays.copyOf(values, size)));
        return new Features(rows, blocks);
    }

    /** The same with the category as it was read. */
    static Features raw(Features features) {
        List<Block> blocks = new ArrayList<>(features.blocks().subList(0, 3));
        IndicatorBlock level = (IndicatorBlock) features.blocks().get(3);
        blocks.add(new CategoryBlock("level", level.codes(), level.levels()));
        return new Features(features.rows(), blocks);
    }

    static Features numbers(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Block> blocks = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            blocks.add(NumberBlock.of("x" + column, random.doubles(rows, -2, 2).toArray()));
        }
        return new Features(rows, blocks);
    }

    /** An outcome that hangs on the first block, on the level if there is one, and on a little noise. */
    static Response response(Features features, Task task, long seed) {
        SplittableRandom random = new SplittableRandom(seed + 1000);
        double[] first = ((NumberBlock) features.blocks().get(0)).values();
        double[] signal = new double[features.rows()];
        for (int row = 0; row < signal.length; row++) {
            double value = Double.isNaN(first[row]) ? 0 : first[row];
            signal[row] = Math.max(-1e100, Math.min(1e100, value)) + random.nextDouble(-0.4, 0.4);
            if (features.blocks().size() > 3 && features.blocks().get(3) instanceof IndicatorBlock level) {
                signal[row] += level.codes()[row] == 2 ? 1 : 0;
            }
        }
        return switch (task) {
            case TWO_CLASSES -> classes(signal, new double[] {0.1}, List.of("no", "yes"), 1);
            case CLASSES -> classes(signal, new double[] {-0.5, 0.6}, List.of("low", "middle", "high"), 0);
            case NUMBERS -> new Response.Numbers(signal);
            case LABELS -> {
                boolean[][] flags = new boolean[2][signal.length];
                for (int row = 0; row < signal.length; row++) {
                    flags[0][row] = signal[row] > 0;
                    flags[1][row] = signal[row] < 0.5;
                }
                yield new Response.Labels(flags, List.of("above", "below"));
            }
        };
    }

    private static Response.Classes classes(double[] signal, double[] cuts, List<String> names, int positive) {
        int[] codes = IntStream.range(0, signal.length)
                .map(row -> {
                    int code = 0;
                    for (double cut : cuts) {
                        code += signal[row] > cut ? 1 : 0;
                    }
                    return code;
                })
                .toArray();
        return new Response.Classes(codes, names, positive);
    }
}
