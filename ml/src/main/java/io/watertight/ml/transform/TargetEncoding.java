package io.watertight.ml.transform;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.TrainingSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Puts the mean of the outcome among rows of the same level in the place of a category; one column for two classes and for numbers, else
 * one a class or label. Training rows are encoded out of fold: the numbers a row gets come from rows of other folds alone, never from
 * its own outcome, and rows of one group share a fold. Other rows are encoded by all training rows. There is no encoding without folds.
 *
 * <p>Means are shrunk towards the overall mean by empirical Bayes: a level of n rows and variance s2 keeps the share n / (n + s2 / t2)
 * of its own mean, t2 being the variance of the outcome over all rows (Micci-Barreca, A preprocessing scheme for high-cardinality
 * categorical attributes, SIGKDD Explorations 3(1), 2001; the estimate is that of scikit-learn's TargetEncoder with smooth="auto").
 * Missing is a level of its own; a level never seen gets the overall mean. Row weights count. Immutable; thread-safe.
 */
public final class TargetEncoding extends Blockwise {

    private final int folds;

    private TargetEncoding(Columns columns, int folds) {
        super(columns);
        this.folds = folds;
    }

    /**
     * The only way to make one.
     *
     * @param folds at least 2; 5 is usual
     * @throws IllegalArgumentException if there are fewer folds
     */
    public static TargetEncoding crossFitted(Columns columns, int folds) {
        if (folds < 2) {
            throw new IllegalArgumentException("target encoding needs at least 2 folds, not " + folds);
        }
        return new TargetEncoding(columns, folds);
    }

    @Override
    public String name() {
        return "target encoding, cross-fitted";
    }

    @Override
    Lesson begin(TrainingSet training, FitContext context) {
        List<Outcome> outcomes = Outcome.of(training.response());
        double[] weights = training.weights().orElseGet(() -> ones(training.rows()));
        int[] foldOf = training.innerFolds(folds, context.seed());
        return block -> block instanceof CategoryBlock categories
                ? Optional.of(learn(categories, outcomes, weights, foldOf))
                : Optional.empty();
    }

    private Piece learn(CategoryBlock block, List<Outcome> outcomes, double[] weights, int[] foldOf) {
        // Sorted, so that sums do not depend on an order of the dictionary that held-out rows have a say in.
        Levels levels = Levels.sorted(block, LevelCounts.of(block));
        int[] slots = slots(levels, block);
        List<Block> training = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            String name = block.name() + " (" + outcome.what() + ")";
            LevelMeans[] byFold = new LevelMeans[folds];
            Arrays.setAll(byFold, fold -> new LevelMeans(levels.size() + 1));
            for (int row = 0; row < slots.length; row++) {
                byFold[foldOf[row]].add(slots[row], outcome.values()[row], weights[row]);
            }
            double[][] outOfFold = new double[folds][];
            LevelMeans all = new LevelMeans(levels.size() + 1);
            for (int fold = 0; fold < folds; fold++) {
                all.merge(byFold[fold]);
                outOfFold[fold] = without(fold, byFold).encodings();
            }
            double[] encoded = new double[slots.length];
            for (int row = 0; row < slots.length; row++) {
                encoded[row] = outOfFold[foldOf[row]][slots[row]];
            }
            training.add(NumberBlock.of(name, encoded));
            columns.add(new Column(name, all.encodings(), all.prior()));
        }
        return new Piece(training, new Encoding(levels, columns), Optional.empty());
    }

    /** What the other folds know. When all rows share one fold that is nothing, and all of them get the same number. */
    private static LevelMeans without(int fold, LevelMeans[] byFold) {
        LevelMeans others = new LevelMeans(byFold[fold].levels());
        for (int other = 0; other < byFold.length; other++) {
            if (other != fold) {
                others.merge(byFold[other]);
            }
        }
        return others;
    }

    /** By row: its level, and the last slot for missing values; -2 where the level was never seen. */
    private static int[] slots(Levels levels, CategoryBlock block) {
        int[] slots = levels.ofRows(block);
        for (int row = 0; row < slots.length; row++) {
            slots[row] = slots[row] == Levels.MISSING ? levels.size() : slots[row];
        }
        return slots;
    }

    private static double[] ones(int rows) {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** One column that comes out, by level. */
    private record Column(String name, double[] encodings, double prior) {}

    private record Encoding(Levels levels, List<Column> columns) implements Mapping {
        @Override
        public List<Block> apply(Block block) {
            int[] slots = slots(levels, (CategoryBlock) block);
            return columns.stream()
                    .<Block>map(column -> {
                        double[] encoded = new double[slots.length];
                        for (int row = 0; row < slots.length; row++) {
                            encoded[row] = slots[row] < 0 ? column.prior() : column.encodings()[slots[row]];
                        }
                        return NumberBlock.of(column.name(), encoded);
                    })
                    .toList();
        }
    }

    /** One number a row whose means are wanted. */
    private record Outcome(String what, double[] values) {

        static List<Outcome> of(Response response) {
            if (response instanceof Response.Numbers numbers) {
                return List.of(new Outcome("target mean", numbers.values()));
            }
            if (response instanceof Response.Classes classes) {
                return classes.isBinary()
                        ? List.of(
                                flags("target mean", classes.rows(), row -> classes.codes()[row] == classes.positive()))
                        : IntStream.range(0, classes.names().size())
                                .mapToObj(code -> flags(
                                        "share of class " + classes.names().get(code),
                                        classes.rows(),
                                        row -> classes.codes()[row] == code))
                                .toList();
            }
            Response.Labels labels = (Response.Labels) response;
            return IntStream.range(0, labels.names().size())
                    .mapToObj(label -> flags(
                            "share of label " + labels.names().get(label),
                            labels.rows(),
                            row -> labels.flags()[label][row]))
                    .toList();
        }

        private static Outcome flags(String what, int rows, IntPredicate isSet) {
            double[] values = new double[rows];
            for (int row = 0; row < rows; row++) {
                values[row] = isSet.test(row) ? 1 : 0;
            }
            return new Outcome(what, values);
        }
    }
}
