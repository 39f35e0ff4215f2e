package io.watertight.ml.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.watertight.ml.data.Features;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.Division;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Fitted;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.NewRows;
import io.watertight.ml.learn.Splitter;
import io.watertight.ml.learn.SplitterInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hipparchus.random.MersenneTwister;
import org.junit.jupiter.api.Test;

/**
 * The imputer of the target leakage workshop of Y. Guts (2018, example 2): the mean age is 29.699 over all 891 passengers and 28.958
 * over the 623 that were drawn to train on; the mean fare 32.204 and 31.827.
 */
class TitanicMeansTest {

    private static final int PASSENGERS = 891;

    /** Age and fare are the sixth and tenth field; only names hold commas, and they stand in quotes. */
    private static final Pattern FIELD = Pattern.compile("(?:^|,)(\"(?:[^\"]|\"\")*\"|[^,]*)");

    /** The rows that NumPy's RandomState(12345).permutation(891) puts first are held out, as scikit-learn's train_test_split does. */
    private static final class AsPublished extends Splitter {

        @Override
        public String describe() {
            return "30 % at random, as published";
        }

        @Override
        protected List<List<Division>> divide(SplitterInput input, long seed) {
            MersenneTwister random = new MersenneTwister(12345);
            int[] order = IntStream.range(0, input.rows()).toArray();
            for (int last = order.length - 1; last > 0; last--) {
                int mask = Integer.highestOneBit(last) * 2 - 1;
                int drawn = random.nextInt() & mask;
                while (drawn > last) {
                    drawn = random.nextInt() & mask;
                }
                int swapped = order[last];
                order[last] = order[drawn];
                order[drawn] = swapped;
            }
            int heldOut = (int) Math.ceil(0.3 * order.length);
            int[] evaluation = Arrays.copyOf(order, heldOut);
            int[] training = Arrays.copyOfRange(order, heldOut, order.length);
            Arrays.sort(evaluation);
            Arrays.sort(training);
            return List.of(List.of(new Division(training, evaluation)));
        }
    }

    @Test
    void theSplitIsTheOneOfNumPy() {
        // numpy.random.RandomState(12345).permutation(891)[:268], its smallest five.
        Fold fold = new AsPublished()
                .split(table(new double[PASSENGERS], new double[PASSENGERS]), 1)
                .get(0);
        assertThat(fold.training().rows()).isEqualTo(623);
        assertThat(Arrays.copyOf(fold.evaluation().rowIds(), 5)).containsExactly(0, 3, 4, 6, 8);
    }

    @Test
    void theImputerLearnsFromTrainingRowsAlone() throws IOException {
        String corpus = System.getenv().getOrDefault("WATERTIGHT_CORPUS", "");
        Path file = Path.of(corpus, "tables", "titanic-kaggle", "data.csv");
        assumeThat(file).as("WATERTIGHT_CORPUS").exists();
        List<String[]> rows;
        try (var lines = Files.lines(file)) {
            rows = lines.skip(1).map(TitanicMeansTest::fields).toList();
        }
        double[] ages = rows.stream()
                .mapToDouble(row -> row[5].isEmpty() ? Double.NaN : Double.parseDouble(row[5]))
                .toArray();
        double[] fares =
                rows.stream().mapToDouble(row -> Double.parseDouble(row[9])).toArray();
        Fold fold = new AsPublished().split(table(ages, fares), 1).get(0);
        Fitted fitted = Impute.mean(Columns.all()).fit(fold.training(), FitContext.of(1));
        Features unknown = fitted.apply(new NewRows(
                new Features(1, List.of(FirstRows.column("age", Double.NaN), FirstRows.column("fare", Double.NaN)))));
        assertThat(FirstRows.numbers(unknown, "age")).containsExactly(new double[] {28.95791583}, within(5e-9));
        assertThat(FirstRows.numbers(unknown, "fare")).containsExactly(new double[] {31.82662424}, within(5e-9));
        assertThat(Numbers.mean(ages)).isCloseTo(29.69911765, within(5e-9));
        assertThat(Numbers.mean(fares)).isCloseTo(32.20420797, within(5e-9));
    }

    private static String[] fields(String line) {
        Matcher matcher = FIELD.matcher(line);
        return matcher.results().map(found -> found.group(1)).toArray(String[]::new);
    }

    private static Dataset table(double[] ages, double[] fares) {
        return Dataset.of(
                new Features(ages.length, List.of(FirstRows.column("age", ages), FirstRows.column("fare", fares))),
                new Response.Numbers(new double[ages.length]));
    }
}
