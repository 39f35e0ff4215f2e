import io.watertight.core.split.Shape;
import io.watertight.core.split.SplitPlan;
import io.watertight.ml.algorithm.Constant;
import io.watertight.ml.algorithm.BestSingleFeature;
import io.watertight.ml.algorithm.linear.LinearRegression;
import io.watertight.ml.algorithm.linear.LogisticRegression;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import io.watertight.ml.evaluate.Baselines;
import io.watertight.ml.evaluate.Evaluation;
import io.watertight.ml.evaluate.Evaluator;
import io.watertight.ml.evaluate.Interval;
import io.watertight.ml.learn.Algorithm;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.NewRows;
import io.watertight.ml.learn.RawTrainingSet;
import io.watertight.ml.learn.Splitter;
import io.watertight.ml.measure.Measure;
import io.watertight.ml.measure.Measures;
import io.watertight.ml.split.Splitters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How often the 95 % intervals hold the truth. Tables are drawn again and again from problems whose truth a huge test set tells: the
 * score of the very models of the folds (what was estimated), and the mean of that over all draws (what the learner is worth).
 * Beside them stands the interval of the naive standard error over folds, which the program never shows.
 */
public final class Coverage {

    private static final int HUGE = 20_000;

    private interface Problem {
        Draw draw(int rows, Random random);
    }

    private record Draw(double[][] columns, double[] outcome, int[] groups, double[] times, boolean classes) {

        Response response() {
            return classes
                    ? new Response.Classes(
                            Arrays.stream(outcome).mapToInt(value -> (int) value).toArray(), List.of("no", "yes"), 1)
                    : new Response.Numbers(outcome);
        }

        Features features() {
            List<NumberBlock> blocks = new ArrayList<>();
            for (int column = 0; column < columns.length; column++) {
                blocks.add(NumberBlock.of("x" + column, columns[column]));
            }
            return new Features(outcome.length, List.copyOf(blocks));
        }

        Dataset dataset() {
            Dataset dataset = Dataset.of(features(), response());
            if (groups.length > 0) {
                dataset = dataset.withGroup("group", groups);
            }
            return times.length > 0 ? dataset.withTimes(times) : dataset;
        }
    }

    private record Case(String name, int rows, Problem problem, Splitter splitter, List<Measure> measures) {}

    public static void main(String[] arguments) {
        int draws = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        String only = arguments.length > 1 ? arguments[1] : "";
        Splitter five = Splitters.of(new SplitPlan.Random(Shape.folds(5)));
        Splitter stratified = Splitters.of(new SplitPlan.Stratified(Shape.folds(5)));
        List<Case> cases = List.of(
                new Case("two classes, 5 folds", 200, independent(0.7, 0, true), five, classes()),
                new Case("two classes, 5 folds, 4 times", 200, independent(0.7, 0, true), repeated(5, 4), classes()),
                new Case("1 in 10 positive, 5 stratified folds", 400, independent(0.7, -2.6, true), stratified, classes()),
                new Case("no signal, 5 folds", 200, independent(0, 0, true), five, classes()),
                new Case("numbers, 5 folds", 150, independent(0.5, 0, false), five, numbers()),
                new Case(
                        "numbers, heavy tails, 10 folds",
                        150,
                        heavy(),
                        repeated(10, 1),
                        List.of(Measures.R2, Measures.RMSE, Measures.MAE)),
                new Case("40 groups of 10, group folds", 400, grouped(10), group(), classes()),
                new Case("20 groups of 20, group folds", 400, grouped(20), group(), classes()),
                new Case("one test set of 30 %", 400, independent(0.7, 0, true), held(), classes()),
                new Case("days that depend on one another, 5 periods", 400, days(), forward(), numbers()));
        System.out.println("| problem | rows | measure | truth | coverage of the folds' models | coverage of the learner | naive | mean width |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        for (Case one : cases) {
            if (one.name().contains(only)) {
                measure(one, draws);
            }
        }
    }

    private static List<Measure> classes() {
        return List.of(Measures.AUC, Measures.LOG_LOSS);
    }

    private static List<Measure> numbers() {
        return List.of(Measures.R2, Measures.RMSE);
    }

    private static Splitter repeated(int folds, int times) {
        return Splitters.of(new SplitPlan.Random(new Shape.Folds(folds, times)));
    }

    private static Splitter group() {
        return Splitters.of(new SplitPlan.Group("group", false, Shape.folds(5)));
    }

    private static Splitter held() {
        return Splitters.of(new SplitPlan.Random(new Shape.HoldOut(300_000, 1)));
    }

    private static Splitter forward() {
        return Splitters.of(new SplitPlan.ForwardChaining(new SplitPlan.Chain("day", Shape.folds(6))));
    }

    private static void measure(Case one, int draws) {
        int count = one.measures().size();
        double[][] conditional = new double[count][draws];
        Interval[][] intervals = new Interval[count][draws];
        Interval[][] naive = new Interval[count][draws];
        Interval[] gains = new Interval[draws];
        double[] trueGains = new double[draws];
        Draw huge = one.problem().draw(HUGE, new Random(999));
        double[] ones = new double[HUGE];
        Arrays.fill(ones, 1);
        for (int number = 0; number < draws; number++) {
            Draw draw = one.problem().draw(one.rows(), new Random(1000 + number));
            Dataset dataset = draw.dataset();
            Algorithm learner = draw.classes() ? new LogisticRegression() : LinearRegression.ridge(1);
            Learner fewer = new Fewer(learner);
            Evaluator evaluator = new Evaluator(
                            one.splitter(), new Baselines(new Constant(), new BestSingleFeature(), learner))
                    .withCandidates(List.of(fewer))
                    .withMeasures(one.measures())
                    .withoutTrainingScores()
                    .withSeed(number);
            Evaluation evaluation = evaluator.evaluate(dataset);
            List<Fold> folds = one.splitter().split(dataset, number);
            for (int measure = 0; measure < count; measure++) {
                Measure by = one.measures().get(measure);
                intervals[measure][number] = evaluation.interval(evaluation.learner(learner.name()), by);
                int index = measure;
                double[] scores = evaluation.learner(learner.name()).scored().stream()
                        .mapToDouble(fold -> fold.scores()[index])
                        .toArray();
                naive[measure][number] = naive(scores);
                conditional[measure][number] = truth(folds, learner, huge, by, ones);
            }
            gains[number] = evaluation
                    .compare(evaluation.learner(learner.name()), evaluation.learner(fewer.name()))
                    .gain();
            Measure primary = one.measures().get(0);
            trueGains[number] = primary.gain(
                    conditional[0][number], truth(folds, fewer, huge, primary, ones));
        }
        for (int measure = 0; measure < count; measure++) {
            print(one, one.measures().get(measure).name(), conditional[measure], intervals[measure], naive[measure]);
        }
        print(one, "gain of " + one.measures().get(0).name() + ", paired", trueGains, gains, new Interval[0]);
    }

    private static Interval naive(double[] scores) {
        double mean = Arrays.stream(scores).average().orElse(Double.NaN);
        double squares = Arrays.stream(scores).map(score -> (score - mean) * (score - mean)).sum();
        double error = Math.sqrt(squares / (scores.length - 1) / scores.length);
        return Interval.around(mean, 1.96 * error, "naive");
    }

    private static double truth(List<Fold> folds, Learner learner, Draw huge, Measure measure, double[] ones) {
        return folds.stream()
                .mapToDouble(fold -> measure.value(
                        huge.response(),
                        learner.fit(fold.training(), FitContext.of(0)).predict(new NewRows(huge.features())),
                        ones))
                .average()
                .orElseThrow();
    }

    private static void print(Case one, String measure, double[] truth, Interval[] intervals, Interval[] naive) {
        double expected = Arrays.stream(truth).average().orElseThrow();
        int ofModels = 0;
        int ofLearner = 0;
        int naively = 0;
        double width = 0;
        for (int draw = 0; draw < truth.length; draw++) {
            ofModels += intervals[draw].contains(truth[draw]) ? 1 : 0;
            ofLearner += intervals[draw].contains(expected) ? 1 : 0;
            naively += naive.length > 0 && naive[draw].isKnown() && naive[draw].contains(expected) ? 1 : 0;
            width += intervals[draw].width();
        }
        System.out.printf(
                Locale.ENGLISH,
                "| %s | %d | %s | %.3f | %.1f %% | %.1f %% | %s | %.3f |%n",
                one.name(),
                one.rows(),
                measure,
                expected,
                100.0 * ofModels / truth.length,
                100.0 * ofLearner / truth.length,
                naive.length == 0 || !naive[0].isKnown()
                        ? "-"
                        : String.format(Locale.ENGLISH, "%.1f %%", 100.0 * naively / truth.length),
                width / truth.length);
    }

    /** Three columns that tell, two that do not. */
    private static Problem independent(double effect, double shift, boolean classes) {
        return (rows, random) -> {
            double[][] columns = gaussian(5, rows, random);
            double[] outcome = new double[rows];
            for (int row = 0; row < rows; row++) {
                double signal = shift + effect * (columns[0][row] + columns[1][row] + columns[2][row]);
                outcome[row] = classes ? coin(signal, random) : signal + random.nextGaussian();
            }
            return new Draw(columns, outcome, new int[0], new double[0], classes);
        };
    }

    /** Errors of a t distribution with five degrees of freedom. */
    private static Problem heavy() {
        return (rows, random) -> {
            double[][] columns = gaussian(5, rows, random);
            double[] outcome = new double[rows];
            for (int row = 0; row < rows; row++) {
                double squares = 0;
                for (int degree = 0; degree < 5; degree++) {
                    squares += Math.pow(random.nextGaussian(), 2);
                }
                outcome[row] = 0.5 * (columns[0][row] + columns[1][row] + columns[2][row])
                        + random.nextGaussian() / Math.sqrt(squares / 5);
            }
            return new Draw(columns, outcome, new int[0], new double[0], false);
        };
    }

    /** Groups share most of their columns and have a leaning of their own. */
    private static Problem grouped(int each) {
        return (rows, random) -> {
            double[][] columns = new double[5][rows];
            double[] outcome = new double[rows];
            int[] groups = new int[rows];
            double[] centre = new double[6];
            for (int row = 0; row < rows; row++) {
                if (row % each == 0) {
                    Arrays.setAll(centre, index -> random.nextGaussian());
                }
                double signal = 0.8 * centre[5];
                for (int column = 0; column < 5; column++) {
                    columns[column][row] = 0.8 * centre[column] + 0.6 * random.nextGaussian();
                    signal += column < 3 ? 0.7 * columns[column][row] : 0;
                }
                outcome[row] = coin(signal, random);
                groups[row] = row / each;
            }
            return new Draw(columns, outcome, groups, new double[0], true);
        };
    }

    /** Columns and errors that remember yesterday (0.7). */
    private static Problem days() {
        return (rows, random) -> {
            double[][] columns = new double[5][rows];
            double[] outcome = new double[rows];
            double[] times = new double[rows];
            double[] state = new double[6];
            for (int day = -50; day < rows; day++) {
                for (int column = 0; column < 6; column++) {
                    state[column] = 0.7 * state[column] + Math.sqrt(1 - 0.49) * random.nextGaussian();
                }
                if (day >= 0) {
                    for (int column = 0; column < 5; column++) {
                        columns[column][day] = state[column];
                    }
                    outcome[day] = 0.5 * (state[0] + state[1] + state[2]) + state[5];
                    times[day] = day * 86_400.0;
                }
            }
            return new Draw(columns, outcome, new int[0], times, false);
        };
    }

    private static double[][] gaussian(int columns, int rows, Random random) {
        double[][] values = new double[columns][rows];
        for (double[] column : values) {
            Arrays.setAll(column, row -> random.nextGaussian());
        }
        return values;
    }

    private static double coin(double logit, Random random) {
        return random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
    }

    /** The same learner without the first column: what the paired interval is about. */
    private static final class Fewer extends Learner {

        private final Learner learner;

        Fewer(Learner learner) {
            this.learner = learner;
        }

        @Override
        public String name() {
            return "without x0";
        }

        @Override
        protected Model learn(
                RawTrainingSet training, FitContext context) {
            Model model = learner.fit(training.withoutColumns(List.of("x0")), context);
            return new Model() {
                @Override
                protected Predictions score(Features features) {
                    return ask(model, features.without(List.of("x0")));
                }

                @Override
                public long parameters() {
                    return model.parameters();
                }
            };
        }
    }
}
