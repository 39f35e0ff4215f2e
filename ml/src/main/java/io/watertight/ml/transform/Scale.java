package io.watertight.ml.transform;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.SparseBlock;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.TrainingSet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Shifts and stretches numbers by statistics of the training rows. Missing values stay missing; a column without spread is only
 * shifted. Sparse columns are never shifted, which would fill them: they are divided by their spread, or by their largest size where
 * the other is not {@link #standard}. Indicators are left alone. Immutable; thread-safe.
 */
public final class Scale extends Blockwise {

    private enum Kind {
        STANDARD,
        RANGE,
        ROBUST
    }

    private final Kind kind;

    private Scale(Columns columns, Kind kind) {
        super(columns);
        this.kind = kind;
    }

    /** To mean 0 and standard deviation 1 (divided by n). */
    public static Scale standard(Columns columns) {
        return new Scale(columns, Kind.STANDARD);
    }

    /** The smallest training value to 0, the largest to 1. */
    public static Scale toRange(Columns columns) {
        return new Scale(columns, Kind.RANGE);
    }

    /** To median 0 and a distance of 1 between the quartiles. */
    public static Scale robust(Columns columns) {
        return new Scale(columns, Kind.ROBUST);
    }

    @Override
    public String name() {
        return switch (kind) {
            case STANDARD -> "standard scaling";
            case RANGE -> "scaling to 0 and 1";
            case ROBUST -> "robust scaling";
        };
    }

    @Override
    Lesson begin(TrainingSet training, FitContext context) {
        return block -> {
            if (block instanceof NumberBlock numbers) {
                return Optional.of(Piece.alike(block, dense(numbers.values())));
            }
            if (block instanceof SparseBlock sparse) {
                return Optional.of(Piece.alike(block, new Stretch(spreads(sparse))));
            }
            return Optional.empty();
        };
    }

    private Shift dense(double[] values) {
        return switch (kind) {
            case STANDARD -> {
                double mean = Numbers.mean(values);
                yield Shift.of(mean, Math.sqrt(Numbers.variance(values, mean)), mean);
            }
            case RANGE -> {
                double least = Double.POSITIVE_INFINITY;
                double most = Double.NEGATIVE_INFINITY;
                for (double value : values) {
                    // Comparisons with NaN are false, unlike Math.min.
                    least = value < least ? value : least;
                    most = value > most ? value : most;
                }
                yield Shift.of(least, most - least, Math.max(Math.abs(least), Math.abs(most)));
            }
            case ROBUST -> {
                double[] present = Numbers.present(values);
                double median = Numbers.quantile(present, 0.5);
                double spread = Numbers.quantile(present, 0.75) - Numbers.quantile(present, 0.25);
                yield Shift.of(median, spread, median);
            }
        };
    }

    private double[] spreads(SparseBlock block) {
        int width = block.width();
        double[] sums = new double[width];
        double[] squares = new double[width];
        double[] largest = new double[width];
        for (int entry = 0; entry < block.values().length; entry++) {
            double value = block.values()[entry];
            int column = block.columns()[entry];
            sums[column] += value;
            squares[column] += value * value;
            largest[column] = Math.max(largest[column], Math.abs(value));
        }
        double[] spreads = new double[width];
        for (int column = 0; column < width; column++) {
            double mean = sums[column] / block.rows();
            double deviation = Math.sqrt(Math.max(0, squares[column] / block.rows() - mean * mean));
            double spread = kind == Kind.STANDARD ? deviation : largest[column];
            spreads[column] = spread > 0 ? spread : 1;
        }
        return spreads;
    }

    private record Shift(double centre, double spread) implements Mapping {

        /** Rounding leaves a constant column a tiny spread; dividing by it would blow that up. */
        private static final double ROUNDING = 10 * Math.ulp(1.0);

        static Shift of(double centre, double spread, double size) {
            boolean varies = Double.isFinite(spread) && spread > ROUNDING * Math.abs(size);
            return new Shift(Double.isFinite(centre) ? centre : 0, varies ? spread : 1);
        }

        @Override
        public List<Block> apply(Block block) {
            NumberBlock numbers = (NumberBlock) block;
            double[] values = numbers.values();
            double[] scaled = new double[values.length];
            for (int row = 0; row < values.length; row++) {
                scaled[row] = (values[row] - centre) / spread;
            }
            return List.of(NumberBlock.of(numbers.name(), scaled));
        }
    }

    private record Stretch(double[] spreads) implements Mapping {
        @Override
        public List<Block> apply(Block block) {
            SparseBlock sparse = (SparseBlock) block;
            double[] values = Arrays.copyOf(sparse.values(), sparse.values().length);
            for (int entry = 0; entry < values.length; entry++) {
                values[entry] /= spreads[sparse.columns()[entry]];
            }
            return List.of(new SparseBlock(sparse.name(), sparse.terms(), sparse.starts(), sparse.columns(), values));
        }
    }
}
