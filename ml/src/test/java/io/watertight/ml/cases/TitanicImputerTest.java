package io.watertight.ml.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.ml.algorithm.neighbour.NearestNeighbours;
import io.watertight.ml.data.Block;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Pipeline;
import io.watertight.ml.measure.Measures;
import io.watertight.ml.split.RandomFolds;
import io.watertight.ml.transform.Columns;
import io.watertight.ml.transform.Impute;
import io.watertight.ml.transform.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * docs/cases/titanic-imputer.md: what imputing and scaling by all rows does to the score of nearest neighbours on the passengers of the
 * Titanic (example 2 of Y. Guts' target leakage workshop, 2018), over 300 splits.
 */
@EnabledIfEnvironmentVariable(named = "WATERTIGHT_CORPUS", matches = ".+")
final class TitanicImputerTest {

    private static final String[] COLUMNS = {"Pclass", "Age", "SibSp", "Parch", "Fare"};

    private static double[] column(List<String[]> rows, int place) {
        return rows.stream()
                .mapToDouble(row -> row[place].isEmpty() ? Double.NaN : Double.parseDouble(row[place]))
                .toArray();
    }

    /** Imputed by the mean and scaled by hand, all rows together: the types refuse to do that before a split. */
    private static double[] prepared(double[] values) {
        double mean = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElseThrow();
        double[] filled = Arrays.stream(values)
                .map(value -> Double.isNaN(value) ? mean : value)
                .toArray();
        double variance = Arrays.stream(filled)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        return Arrays.stream(filled)
                .map(value -> (value - mean) / Math.sqrt(variance))
                .toArray();
    }

    private static double auc(Learner learner, Fold fold) {
        double[] weights = new double[fold.evaluation().rows()];
        Arrays.fill(weights, 1);
        return Measures.AUC.value(
                fold.evaluation().response(),
                learner.fit(fold.training(), FitContext.of(1)).predict(fold.evaluation()),
                weights);
    }

    @Test
    void imputingByAllRowsDoesNotShowInTheScore() throws IOException {
        Path file = Path.of(System.getenv("WATERTIGHT_CORPUS"), "tables", "titanic-kaggle", "data.csv");
        List<String[]> rows = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        // Only names hold commas, and they stand in quotes.
        lines.forEach(
                line -> rows.add(line.replaceAll("\"(?:[^\"]|\"\")*\"", "name").split(",", -1)));
        List<String> header = List.of(rows.remove(0));
        List<Block> raw = new ArrayList<>();
        List<Block> ready = new ArrayList<>();
        for (String name : COLUMNS) {
            double[] values = column(rows, header.indexOf(name));
            raw.add(NumberBlock.of(name, values));
            ready.add(NumberBlock.of(name, prepared(values)));
        }
        int survived = header.indexOf("Survived");
        Response response = new Response.Classes(
                rows.stream().mapToInt(row -> Integer.parseInt(row[survived])).toArray(), List.of("0", "1"), 1);
        Learner inside = new Pipeline(
                List.of(Impute.mean(Columns.numbers()), Scale.standard(Columns.numbers())), new NearestNeighbours(5));
        Learner outside = new Pipeline(List.of(), new NearestNeighbours(5));

        List<Fold> honest = new RandomFolds(3, 100).split(Dataset.of(new Features(891, raw), response), 1);
        List<Fold> leaky = new RandomFolds(3, 100).split(Dataset.of(new Features(891, ready), response), 1);
        double[] gains = new double[honest.size()];
        Arrays.setAll(gains, split -> auc(outside, leaky.get(split)) - auc(inside, honest.get(split)));

        double mean = DoubleStream.of(gains).average().orElseThrow();
        double deviation = Math.sqrt(DoubleStream.of(gains)
                        .map(gain -> (gain - mean) * (gain - mean))
                        .sum()
                / (gains.length - 1));
        double share = DoubleStream.of(gains).filter(gain -> gain > 0).count() / (double) gains.length;
        assertThat(mean).isBetween(-0.001, 0.001);
        assertThat(deviation).isBetween(0.003, 0.008);
        assertThat(share).isBetween(0.4, 0.6);
    }
}
