package io.watertight.ml.regression;

import io.watertight.core.WatertightException;
import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.Vector;
import io.watertight.core.report.Numbers;
import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.RawTrainingSet;
import io.watertight.ml.split.RandomFolds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tries the six steps on folds that the regression has not seen, each against the regression as it is on the same folds. Whatever a
 * step chooses (a penalty, a form, columns) it chooses inside the training rows. Rows are dealt at random: where rows belong to
 * groups or follow each other in time, the figures are as optimistic as any random split. Not thread-safe.
 */
public final class Advisor {

    private static final int FOLDS = 5;

    /** Below this many rows the folds are drawn more often. */
    private static final int FEW = 1_000;

    /** More rows make the answer sharper than the question. */
    private static final int MOST_ROWS = 10_000;

    /** Products of all pairs grow with the square. */
    private static final int MOST_PRODUCTS = 300;

    /** So few rows in a fold make each of them an accident. */
    private static final int LEAST_ROWS = 20;

    private final ColumnBatch batch;
    private final RegressionSheet sheet;
    private final FitContext context;
    private final int[] rows;

    /**
     * An advisor about a sheet.
     *
     * @param batch the rows it was made from, perhaps with further columns
     */
    public Advisor(ColumnBatch batch, RegressionSheet sheet, FitContext context) {
        this.batch = batch;
        this.sheet = sheet;
        this.context = context;
        Map<Long, Integer> places = new HashMap<>();
        for (int row = 0; row < batch.rows(); row++) {
            places.put(batch.rowIds()[row], row);
        }
        int[] fitted = Arrays.stream(sheet.observations().rowIds())
                .mapToInt(places::get)
                .toArray();
        int every = (fitted.length + MOST_ROWS - 1) / MOST_ROWS;
        rows = IntStream.range(0, fitted.length)
                .filter(index -> index % every == 0)
                .map(index -> fitted[index])
                .toArray();
    }

    /**
     * Tries all steps; empty where the rows are too few to hold any out.
     *
     * @param other a learner of another kind, where there is one
     */
    public Optional<Advice> advise(Optional<Learner> other) {
        List<String> columns = columns();
        if (rows.length < LEAST_ROWS || columns.isEmpty()) {
            return Optional.empty();
        }
        int repeats = rows.length < FEW ? 5 : 1;
        RandomFolds splitter = new RandomFolds(FOLDS, repeats);
        List<Fold> folds = splitter.split(dataset(columns), context.seed());
        Trial plain = new Trial(folds, new Formulas.Plain());
        List<Suggestion> suggestions = new ArrayList<>();
        suggestions.add(other.map(learner -> suggestion(Step.ALGORITHM, learner.name(), folds, learner, plain))
                .orElseGet(() -> untried(Step.ALGORITHM, "no other learner is installed")));
        suggestions.add(suggestion(
                Step.REGULARISATION,
                "ridge, penalty chosen in inner folds",
                folds,
                new Formulas.Ridge(Encoding.Form.PLAIN),
                plain));
        suggestions.add(suggestion(
                Step.FORM,
                "logarithm of target, columns or both, chosen in inner folds",
                folds,
                new Formulas.Logarithms(),
                plain));
        suggestions.add(polynomial(folds, plain));
        suggestions.add(features(columns, splitter, folds, plain));
        suggestions.add(moreRows(folds, plain));
        String scheme = splitter.describe()
                + (rows.length < sheet.rows().used() ? " of " + Numbers.of(rows.length, "row") : "");
        return Optional.of(new Advice(scheme, 1 - plain.meanError() / plain.variance(), suggestions));
    }

    private Suggestion polynomial(List<Fold> folds, Trial plain) {
        int count = sheet.coefficients().size() - 1 + sheet.aliased().size();
        if (count * (count + 3) / 2 > MOST_PRODUCTS) {
            return untried(Step.POLYNOMIAL, "too many columns to multiply every two of them");
        }
        return suggestion(
                Step.POLYNOMIAL,
                "squares and products of every two columns, with ridge",
                folds,
                new Formulas.Ridge(Encoding.Form.PRODUCTS),
                plain);
    }

    /** A point of the learning curve: what is known about more rows is what the last ones brought. */
    private Suggestion moreRows(List<Fold> folds, Trial plain) {
        int coefficients = sheet.coefficients().size();
        int halfRows = rows.length * (FOLDS - 1) / FOLDS / 2;
        if (halfRows < 2 * coefficients) {
            return untried(
                    Step.DATA,
                    "half of the training rows (" + halfRows + ") are too few for "
                            + Numbers.of(coefficients, "coefficient") + " to show what the other half brought");
        }
        return new Suggestion(
                Step.DATA,
                "what the second half of the training rows gained; doubling them again rarely gains as much",
                plain.against(new Trial(folds, new Half())),
                plain.cost());
    }

    /** Columns of the table that were not used are tried with the others; without any, fewer columns are. */
    private Suggestion features(List<String> columns, RandomFolds splitter, List<Fold> folds, Trial plain) {
        Set<String> leftOut = new LinkedHashSet<>();
        sheet.leftOut().forEach(one -> leftOut.add(one.column()));
        List<String> unused = batch.columns().keySet().stream()
                .filter(column ->
                        !columns.contains(column) && !column.equals(sheet.target()) && !leftOut.contains(column))
                .filter(column -> IntStream.of(rows).noneMatch(row -> missing(batch.column(column), row)))
                .toList();
        if (unused.isEmpty()) {
            return suggestion(
                    Step.FEATURES,
                    "fewer columns, chosen by Akaike's criterion inside each fold; the table has no other to add",
                    folds,
                    new Formulas.Chosen(),
                    plain);
        }
        List<String> all = new ArrayList<>(columns);
        all.addAll(unused);
        List<Fold> wider = splitter.split(dataset(all), context.seed());
        return suggestion(
                Step.FEATURES,
                "with " + (unused.size() > 3 ? Numbers.count(unused.size()) + " columns" : String.join(", ", unused))
                        + " of the table that were not used",
                wider,
                new Formulas.Plain(),
                plain);
    }

    private static boolean missing(Vector vector, int row) {
        return vector instanceof NumberVector numbers ? !Double.isFinite(numbers.values()[row]) : vector.isMissing(row);
    }

    private Suggestion suggestion(Step step, String what, List<Fold> folds, Learner learner, Trial plain) {
        try {
            Trial trial = new Trial(folds, learner);
            return new Suggestion(step, what, trial.against(plain), trial.cost());
        } catch (WatertightException unfit) {
            return untried(step, what + ": " + unfit.getMessage());
        }
    }

    private static Suggestion untried(Step step, String why) {
        return new Suggestion(step, why, Suggestion.Gain.NONE, new Suggestion.Cost(0, 0));
    }

    /** The columns of the sheet, in their order. */
    private List<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        sheet.coefficients().stream()
                .map(Coefficient::term)
                .filter(term -> !term.isIntercept())
                .forEach(term -> columns.add(term.column()));
        sheet.aliased().stream().map(Aliased::term).forEach(term -> columns.add(term.column()));
        return List.copyOf(columns);
    }

    private Dataset dataset(List<String> columns) {
        List<Block> blocks = columns.stream()
                .map(column -> batch.column(column) instanceof NumberVector numbers
                        ? NumberBlock.of(column, numbers.values())
                        : words(column, (CodeVector) batch.column(column)))
                .toList();
        long[] ids = IntStream.of(rows).mapToLong(row -> batch.rowIds()[row]).toArray();
        double[] target = batch.numbers(sheet.target());
        return Dataset.of(
                ids,
                new Features(batch.rows(), blocks).gather(rows),
                new Response.Numbers(
                        IntStream.of(rows).mapToDouble(row -> target[row]).toArray()));
    }

    private static Block words(String column, CodeVector words) {
        return new CategoryBlock(column, words.codes(), words.dictionary());
    }

    /** Least squares on half of the training rows. */
    private static final class Half extends Learner {
        @Override
        public String name() {
            return "least squares on half of the rows";
        }

        @Override
        protected Model learn(RawTrainingSet training, FitContext context) {
            Fold half = new RandomFolds(2, 1).split(training, context.seed()).get(0);
            return new Formulas.Plain().fit(half.training(), context);
        }
    }

    /** A learner fitted and judged on every fold. */
    private final class Trial {
        private final double[] errors;
        private final double share;
        private final Suggestion.Cost cost;

        Trial(List<Fold> folds, Learner learner) {
            errors = new double[folds.size()];
            long start = System.nanoTime();
            long parameters = 0;
            double ratio = 0;
            for (int index = 0; index < errors.length; index++) {
                Fold fold = folds.get(index);
                Model model = learner.fit(fold.training(), context.inner(index));
                double[] said = model.predict(fold.evaluation()).single();
                double[] truth = ((Response.Numbers) fold.evaluation().response()).values();
                for (int row = 0; row < said.length; row++) {
                    errors[index] += (said[row] - truth[row]) * (said[row] - truth[row]) / said.length;
                }
                parameters = Math.max(parameters, model.parameters());
                ratio += (double) said.length / fold.training().rows() / errors.length;
            }
            share = ratio;
            cost = new Suggestion.Cost((System.nanoTime() - start) / 1e9, parameters);
        }

        Suggestion.Cost cost() {
            return cost;
        }

        double meanError() {
            return Arrays.stream(errors).average().orElse(Double.NaN);
        }

        double variance() {
            double[] target = batch.numbers(sheet.target());
            double mean =
                    IntStream.of(rows).mapToDouble(row -> target[row]).average().orElse(0);
            return IntStream.of(rows)
                    .mapToDouble(row -> (target[row] - mean) * (target[row] - mean))
                    .average()
                    .orElse(Double.NaN);
        }

        /** How much more of the variance this one explains than another, with the interval that folds sharing rows allow. */
        Suggestion.Gain against(Trial other) {
            int count = errors.length;
            double[] gains = IntStream.range(0, count)
                    .mapToDouble(index -> (other.errors[index] - errors[index]) / variance())
                    .toArray();
            double mean = Arrays.stream(gains).average().orElse(Double.NaN);
            double squares = Arrays.stream(gains)
                    .map(gain -> (gain - mean) * (gain - mean))
                    .sum();
            double error = Math.sqrt((1.0 / count + share) * squares / (count - 1));
            double reach = Probability.reach(count - 1) * error;
            return new Suggestion.Gain(mean, mean - reach, mean + reach);
        }
    }
}
