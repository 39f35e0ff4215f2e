package io.watertight.ml.transform;

import io.watertight.ml.data.Response;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.RowSampler;
import io.watertight.ml.learn.TrainingSet;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Gives all classes the same say among the training rows, without making any row up. Immutable; thread-safe. */
public final class ClassBalance extends RowSampler {

    private enum Kind {
        OVER,
        UNDER,
        WEIGHTS
    }

    private final Kind kind;

    private ClassBalance(Kind kind) {
        this.kind = kind;
    }

    /** Every class gets as many rows as the largest: rows are repeated, drawn at random. */
    public static ClassBalance overSampling() {
        return new ClassBalance(Kind.OVER);
    }

    /** Every class keeps as many rows as the smallest has, drawn at random. */
    public static ClassBalance underSampling() {
        return new ClassBalance(Kind.UNDER);
    }

    /** Rows stay, and weigh n / (classes x rows of their class), times the weight they have. */
    public static ClassBalance weights() {
        return new ClassBalance(Kind.WEIGHTS);
    }

    @Override
    public String name() {
        return switch (kind) {
            case OVER -> "over-sampling";
            case UNDER -> "under-sampling";
            case WEIGHTS -> "class weights";
        };
    }

    @Override
    protected Sample draw(TrainingSet training, FitContext context) {
        Response.Classes classes = Classified.classes(training.response(), name());
        int[][] rows = Classified.rows(classes);
        SplittableRandom random = new SplittableRandom(context.seed());
        return switch (kind) {
            case WEIGHTS -> weighted(training, classes);
            case UNDER -> {
                int count = Classified.smallest(rows);
                yield these(
                        training,
                        Arrays.stream(rows)
                                .filter(of -> of.length > 0)
                                .flatMapToInt(of -> Arrays.stream(Classified.draw(of, count, random)))
                                .sorted()
                                .toArray());
            }
            case OVER -> {
                int count = Classified.largest(rows);
                IntStream repeated = Arrays.stream(rows)
                        .filter(of -> of.length > 0)
                        .flatMapToInt(
                                of -> IntStream.range(of.length, count).map(more -> of[random.nextInt(of.length)]));
                yield these(
                        training,
                        IntStream.concat(IntStream.range(0, training.rows()), repeated)
                                .toArray());
            }
        };
    }

    private static Sample weighted(TrainingSet training, Response.Classes classes) {
        double[] weights = training.weights().map(double[]::clone).orElseGet(() -> {
            double[] ones = new double[training.rows()];
            Arrays.fill(ones, 1);
            return ones;
        });
        double[] sums = new double[classes.names().size()];
        for (int row = 0; row < weights.length; row++) {
            sums[classes.codes()[row]] += weights[row];
        }
        double total = Arrays.stream(sums).sum();
        long present = Arrays.stream(sums).filter(sum -> sum > 0).count();
        for (int row = 0; row < weights.length; row++) {
            weights[row] *= total / (present * sums[classes.codes()[row]]);
        }
        int[] origins = new int[weights.length];
        Arrays.setAll(origins, row -> row);
        return new Sample(training.features(), training.response(), Optional.of(weights), origins);
    }
}
