package io.watertight.ml.algorithm.tree;

import io.watertight.core.WatertightException;
import io.watertight.ml.algorithm.SingleTarget;
import io.watertight.ml.algorithm.Weights;
import io.watertight.ml.algorithm.Workers;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.TrainingSet;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The mean of many trees, each grown on rows drawn with replacement, each split from columns drawn anew (Breiman, Machine Learning 45,
 * 2001). Takes any column. Its model can tell what trees that did not see a training row say about it ({@link Forest#outOfBag}); where
 * rows belong to groups, that is too optimistic.
 */
public final class RandomForest extends SingleTarget {

    private final int trees;
    private final TreeSettings settings;
    private final boolean columnsByTask;

    /** 100 trees, grown out, choosing from the square root of the number of columns for classes and from all for numbers. */
    public RandomForest() {
        this(100, new TreeSettings(64, 1, 0), true);
    }

    public RandomForest(int trees, TreeSettings settings) {
        this(trees, settings, false);
    }

    private RandomForest(int trees, TreeSettings settings, boolean columnsByTask) {
        if (trees < 1) {
            throw new WatertightException("A forest of " + trees + " trees predicts nothing.", "ask for at least 1");
        }
        this.trees = trees;
        this.settings = settings;
        this.columnsByTask = columnsByTask;
    }

    @Override
    public String name() {
        return "random forest";
    }

    @Override
    protected boolean takesMissing() {
        return true;
    }

    @Override
    protected boolean takesCategories() {
        return true;
    }

    @Override
    protected Model classify(TrainingSet training, Response.Classes classes, FitContext context) {
        return fit(training, TreeTargets.of(classes), settings, context);
    }

    @Override
    protected Model regress(TrainingSet training, Response.Numbers numbers, FitContext context) {
        TreeSettings own = columnsByTask ? new TreeSettings(settings.depth(), settings.leastRows(), 1) : settings;
        return fit(training, TreeTargets.of(numbers), own, context);
    }

    private Model fit(TrainingSet training, TreeTargets targets, TreeSettings chosen, FitContext context) {
        double[] weights = Weights.of(training);
        Features features = training.features();
        try (Workers workers = new Workers(context.threads())) {
            BinnedColumns columns = BinnedColumns.of(features, workers);
            byte[][] bins = columns.bins(features, workers);
            Tree[] grown = new Tree[trees];
            double[][] gains = new double[trees][];
            workers.each(trees, number -> {
                SplittableRandom random =
                        new SplittableRandom(context.inner(number).seed());
                float[] counts = draw(random, weights);
                Grower grower = new Grower(columns, bins, targets.values(), counts, chosen, random);
                grown[number] = grower.grow();
                gains[number] = grower.gain();
            });
            double[] gain = new double[columns.count()];
            for (double[] one : gains) {
                for (int column = 0; column < gain.length; column++) {
                    gain[column] += one[column];
                }
            }
            return new Forest(this, features, columns, Arrays.asList(grown), targets, gain, context, weights);
        }
    }

    /** How often each row is drawn, times its weight. */
    private static float[] draw(SplittableRandom random, double[] weights) {
        float[] counts = new float[weights.length];
        for (int drawn = 0; drawn < counts.length; drawn++) {
            counts[random.nextInt(counts.length)]++;
        }
        double sum = 0;
        for (int row = 0; row < counts.length; row++) {
            counts[row] *= (float) weights[row];
            sum += counts[row];
        }
        if (sum == 0) {
            // Only rows without weight were drawn: one tree of all rows does less harm than none.
            for (int row = 0; row < counts.length; row++) {
                counts[row] = (float) weights[row];
            }
        }
        return counts;
    }

    /** A grown forest. */
    public static final class Forest extends TreesModel {

        private final List<Tree> trees;
        private final BinnedColumns columns;
        private final TreeTargets targets;
        private final FitContext context;
        private final double[] weights;

        private Forest(
                RandomForest algorithm,
                Features fitted,
                BinnedColumns columns,
                List<Tree> trees,
                TreeTargets targets,
                double[] gain,
                FitContext context,
                double[] weights) {
            super(algorithm, fitted, columns, trees, targets, gain, context.threads());
            this.trees = trees;
            this.columns = columns;
            this.targets = new TreeTargets(
                    new float[targets.values().length][0], targets.scale(), targets.shift(), targets.probabilities());
            this.context = context;
            this.weights = weights;
        }

        /**
         * What the trees that were grown without a training row say about it.
         *
         * @param training the rows it was fitted on
         * @return NaN for a row that every tree saw
         */
        public Predictions outOfBag(TrainingSet training) {
            if (training.rows() != weights.length) {
                throw new IllegalArgumentException(
                        "fitted on " + weights.length + " rows, asked about " + training.rows());
            }
            double[][] sums = new double[targets.values().length][weights.length];
            int[] asked = new int[weights.length];
            try (Workers workers = new Workers(context.threads())) {
                byte[][] bins = columns.bins(training.features(), workers);
                for (int number = 0; number < trees.size(); number++) {
                    float[] counts =
                            draw(new SplittableRandom(context.inner(number).seed()), weights);
                    for (int row = 0; row < counts.length; row++) {
                        if (counts[row] == 0) {
                            asked[row]++;
                            int leaf = trees.get(number).leaf(bins, row);
                            for (int output = 0; output < sums.length; output++) {
                                sums[output][row] += trees.get(number).values()[output][leaf];
                            }
                        }
                    }
                }
            }
            for (double[] output : sums) {
                for (int row = 0; row < output.length; row++) {
                    output[row] =
                            asked[row] == 0 ? Double.NaN : output[row] / asked[row] * targets.scale() + targets.shift();
                }
            }
            return new Predictions(sums, targets.probabilities());
        }
    }
}
