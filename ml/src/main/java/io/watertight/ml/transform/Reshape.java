package io.watertight.ml.transform;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.TrainingSet;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** Changes the form of numbers, one by one. Missing values stay missing. Immutable; thread-safe. */
public final class Reshape extends Blockwise {

    private enum Kind {
        LOGARITHM,
        YEO_JOHNSON,
        CLIP
    }

    private final Kind kind;
    private final double tail;

    private Reshape(Columns columns, Kind kind, double tail) {
        super(columns);
        this.kind = kind;
        this.tail = tail;
    }

    /** sign(x) ln(1 + |x|): amounts over several powers of ten, of either sign. */
    public static Reshape logarithm(Columns columns) {
        return new Reshape(columns, Kind.LOGARITHM, 0);
    }

    /**
     * The power that makes the training rows most like a normal distribution, by maximum likelihood (Yeo and Johnson, A new family of
     * power transformations to improve normality or symmetry, Biometrika 87, 2000).
     */
    public static Reshape yeoJohnson(Columns columns) {
        return new Reshape(columns, Kind.YEO_JOHNSON, 0);
    }

    /**
     * Moves outliers to the quantiles of the training rows.
     *
     * @param tail share of training rows beyond each end, from 0 to 0.5, exclusive
     */
    public static Reshape clip(Columns columns, double tail) {
        if (!(tail >= 0 && tail < 0.5)) {
            throw new IllegalArgumentException("the tail to clip is a share from 0 to 0.5, not " + tail);
        }
        return new Reshape(columns, Kind.CLIP, tail);
    }

    @Override
    public String name() {
        return switch (kind) {
            case LOGARITHM -> "logarithm";
            case YEO_JOHNSON -> "Yeo-Johnson power";
            case CLIP -> "clipping of outliers";
        };
    }

    @Override
    Lesson begin(TrainingSet training, FitContext context) {
        return block -> block instanceof NumberBlock numbers
                ? Optional.of(Piece.alike(block, new Form(learn(Numbers.present(numbers.values())))))
                : Optional.empty();
    }

    private DoubleUnaryOperator learn(double[] present) {
        return switch (kind) {
            case LOGARITHM -> value -> Math.signum(value) * Math.log1p(Math.abs(value));
            case YEO_JOHNSON -> {
                double power = YeoJohnson.power(present);
                yield value -> YeoJohnson.apply(value, power);
            }
            case CLIP -> {
                double least = Numbers.quantile(present, tail);
                double most = Numbers.quantile(present, 1 - tail);
                yield Double.isNaN(least) ? value -> value : value -> Math.max(least, Math.min(most, value));
            }
        };
    }

    private record Form(DoubleUnaryOperator form) implements Mapping {
        @Override
        public List<Block> apply(Block block) {
            double[] values = ((NumberBlock) block).values();
            double[] changed = new double[values.length];
            for (int row = 0; row < values.length; row++) {
                changed[row] = form.applyAsDouble(values[row]);
            }
            return List.of(NumberBlock.of(block.name(), changed));
        }
    }
}
