package io.watertight.ml.regression;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Algorithm;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.TrainingSet;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The regressions that the advisor compares. What they choose, they choose inside the fit. */
final class Formulas {

    private static final int FOLDS = 5;

    /** From next to nothing to weights near zero, for columns of deviation 1. */
    private static final double[] PENALTIES = {1e-4, 1e-3, 1e-2, 3e-2, 0.1, 0.3, 1, 3, 10};

    private Formulas() {}

    /** Ordinary least squares, as on the sheet. */
    static final class Plain extends Algorithm {
        @Override
        public String name() {
            return "least squares";
        }

        @Override
        protected Model train(TrainingSet training, FitContext context) {
            return plain(training, Encoding.Form.PLAIN, false);
        }
    }

    /** Weights drawn towards 0 (ridge), how much being chosen in inner folds. */
    static final class Ridge extends Algorithm {
        private final Encoding.Form form;

        Ridge(Encoding.Form form) {
            this.form = form;
        }

        @Override
        public String name() {
            return "ridge regression, " + form;
        }

        @Override
        protected Model train(TrainingSet training, FitContext context) {
            Encoding encoding = Encoding.learn(training.features(), form);
            double[][] columns = encoding.apply(training.features());
            double[] target = target(training);
            boolean[] marked = new boolean[target.length];
            Arrays.fill(marked, true);
            Gram all = Gram.of(columns, target, marked);
            int[] folds = training.innerFolds(FOLDS, context.seed());
            double[] errors = new double[PENALTIES.length];
            for (int fold = 0; fold < FOLDS; fold++) {
                for (int row = 0; row < marked.length; row++) {
                    marked[row] = folds[row] == fold;
                }
                Gram held = Gram.of(columns, target, marked);
                Gram rest = all.without(held);
                for (int index = 0; index < errors.length; index++) {
                    double[] weights = rest.ridge(PENALTIES[index]);
                    errors[index] += held.squaredError(weights, rest.intercept(weights));
                }
            }
            int best = IntStream.range(0, errors.length)
                    .reduce((left, right) -> errors[right] <= errors[left] ? right : left)
                    .orElse(0);
            double[] weights = all.ridge(PENALTIES[best]);
            return new LinearFormula(encoding, all.intercept(weights), weights, 0);
        }
    }

    /** Logarithms of the target, of the columns, or of both, whichever does best in inner folds. */
    static final class Logarithms extends Algorithm {
        @Override
        public String name() {
            return "least squares with logarithms";
        }

        @Override
        protected Model train(TrainingSet training, FitContext context) {
            double[] target = target(training);
            boolean positive = DoubleStream.of(target).allMatch(value -> value > 0);
            int[] folds = training.innerFolds(FOLDS, context.seed());
            double least = Double.POSITIVE_INFINITY;
            Encoding.Form form = Encoding.Form.LOGARITHMS;
            boolean ofTarget = false;
            for (Encoding.Form columns : new Encoding.Form[] {Encoding.Form.LOGARITHMS, Encoding.Form.PLAIN}) {
                for (boolean logged : positive ? new boolean[] {true, false} : new boolean[] {false}) {
                    if (columns == Encoding.Form.PLAIN && !logged) {
                        continue; // that is the regression as it is
                    }
                    double error = error(training, target, folds, columns, logged);
                    if (error < least) {
                        least = error;
                        form = columns;
                        ofTarget = logged;
                    }
                }
            }
            return plain(training, form, ofTarget);
        }

        private static double error(
                TrainingSet training, double[] target, int[] folds, Encoding.Form form, boolean logged) {
            double error = 0;
            for (int fold = 0; fold < FOLDS; fold++) {
                int held = fold;
                int[] inside = IntStream.range(0, folds.length)
                        .filter(row -> folds[row] != held)
                        .toArray();
                int[] outside = IntStream.range(0, folds.length)
                        .filter(row -> folds[row] == held)
                        .toArray();
                if (inside.length == 0 || outside.length == 0) {
                    continue;
                }
                LinearFormula formula = solve(
                        training.features().gather(inside),
                        IntStream.of(inside).mapToDouble(row -> target[row]).toArray(),
                        form,
                        logged);
                double[] said =
                        formula.score(training.features().gather(outside)).single();
                for (int index = 0; index < outside.length; index++) {
                    double miss = said[index] - target[outside[index]];
                    error += miss * miss;
                }
            }
            return error;
        }
    }

    /** Columns chosen one after the other by Akaike's criterion. */
    static final class Chosen extends Algorithm {
        @Override
        public String name() {
            return "least squares on chosen columns";
        }

        @Override
        protected Model train(TrainingSet training, FitContext context) {
            Encoding encoding = Encoding.learn(training.features(), Encoding.Form.PLAIN);
            boolean[] marked = new boolean[training.rows()];
            Arrays.fill(marked, true);
            Gram gram = Gram.of(encoding.apply(training.features()), target(training), marked);
            double[] weights = gram.forward();
            return new LinearFormula(encoding, gram.intercept(weights), weights, 0);
        }
    }

    private static double[] target(TrainingSet training) {
        return ((Response.Numbers) training.response()).values();
    }

    private static LinearFormula plain(TrainingSet training, Encoding.Form form, boolean logged) {
        return solve(training.features(), target(training), form, logged);
    }

    private static LinearFormula solve(Features features, double[] target, Encoding.Form form, boolean logged) {
        Encoding encoding = Encoding.learn(features, form);
        double[][] encoded = encoding.apply(features);
        double[][] columns = new double[encoded.length + 1][];
        columns[0] = new double[target.length];
        Arrays.fill(columns[0], 1);
        System.arraycopy(encoded, 0, columns, 1, encoded.length);
        double[] work = logged ? DoubleStream.of(target).map(Math::log).toArray() : target.clone();
        HouseholderQr qr = new HouseholderQr(columns);
        qr.forward(work);
        double[] solution = Arrays.copyOf(work, qr.rank());
        qr.solve(solution);
        double[] weights = new double[encoded.length];
        double intercept = 0;
        for (int index = 0; index < solution.length; index++) {
            int column = qr.kept().get(index);
            if (column == 0) {
                intercept = solution[index];
            } else {
                weights[column - 1] = solution[index];
            }
        }
        if (!logged) {
            return new LinearFormula(encoding, intercept, weights, 0);
        }
        double smear = 0;
        Arrays.fill(work, 0, qr.rank(), 0);
        qr.backward(work); // the residuals
        for (int row = 0; row < work.length; row++) {
            smear += Math.exp(work[row]) / work.length;
        }
        return new LinearFormula(encoding, intercept, weights, smear);
    }
}
