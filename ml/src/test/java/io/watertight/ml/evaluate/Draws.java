package io.watertight.ml.evaluate;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Datasets drawn from known problems. */
public final class Draws {

    private Draws() {}

    /** Two classes; the first {@code telling} of {@code columns} normal columns each add {@code effect} to the logit. */
    public static Dataset classes(int rows, int columns, int telling, double effect, long seed) {
        Random random = new Random(seed);
        double[][] values = new double[columns][rows];
        int[] codes = new int[rows];
        for (int row = 0; row < rows; row++) {
            double logit = 0;
            for (int column = 0; column < columns; column++) {
                values[column][row] = random.nextGaussian();
                logit += column < telling ? effect * values[column][row] : 0;
            }
            codes[row] = random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
        }
        return Dataset.of(features(values), new Response.Classes(codes, List.of("no", "yes"), 1));
    }

    /** Numbers: the sum of the telling columns and noise of standard deviation 1. */
    public static Dataset numbers(int rows, int columns, int telling, double effect, long seed) {
        Random random = new Random(seed);
        double[][] values = new double[columns][rows];
        double[] numbers = new double[rows];
        for (int row = 0; row < rows; row++) {
            numbers[row] = random.nextGaussian();
            for (int column = 0; column < columns; column++) {
                values[column][row] = random.nextGaussian();
                numbers[row] += column < telling ? effect * values[column][row] : 0;
            }
        }
        return Dataset.of(features(values), new Response.Numbers(numbers));
    }

    /**
     * Entities of {@code each} rows with a fingerprint in two columns and a class of their own: who has seen the entity knows the class.
     * The third column tells a little about the class of anybody.
     */
    public static Dataset entities(int entities, int each, long seed) {
        Random random = new Random(seed);
        int rows = entities * each;
        double[][] values = new double[3][rows];
        int[] codes = new int[rows];
        int[] groups = new int[rows];
        for (int entity = 0; entity < entities; entity++) {
            double first = random.nextGaussian() * 10;
            double second = random.nextGaussian() * 10;
            int code = random.nextInt(2);
            for (int one = 0; one < each; one++) {
                int row = entity * each + one;
                values[0][row] = first + 0.01 * random.nextGaussian();
                values[1][row] = second + 0.01 * random.nextGaussian();
                values[2][row] = 0.5 * code + random.nextGaussian();
                codes[row] = code;
                groups[row] = entity;
            }
        }
        return Dataset.of(features(values), new Response.Classes(codes, List.of("no", "yes"), 1))
                .withGroup("entity", groups);
    }

    public static Features features(double[][] values) {
        List<NumberBlock> blocks = new ArrayList<>();
        for (int column = 0; column < values.length; column++) {
            blocks.add(NumberBlock.of("x" + column, values[column]));
        }
        return new Features(values[0].length, List.copyOf(blocks));
    }
}
