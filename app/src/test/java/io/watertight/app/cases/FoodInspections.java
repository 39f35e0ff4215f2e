package io.watertight.app.cases;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.Division;
import io.watertight.ml.learn.Splitter;
import io.watertight.ml.learn.SplitterInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * The modelling table of Chicago's food inspections (github.com/Chicago/food-inspections-evaluation, DATA/30_xgboost_data.Rds, written as
 * CSV), with the features of the city's logistic model: age as older than four years, densities of burglaries, sanitation complaints and
 * garbage carts capped at 70, 70 and 50.
 */
record FoodInspections(List<String> inspectors, double[][] numbers, List<LocalDate> days, int[] found, boolean[] test) {

    static final String INSPECTOR = "Inspector_Assigned";

    static final String WEATHER = "temperatureMax";

    /** All but the inspector. */
    private static final List<String> NUMBERS = List.of(
            "pastSerious",
            "pastCritical",
            "timeSinceLast",
            "ageAtInspection",
            "consumption_on_premises_incidental_activity",
            "tobacco_retail_over_counter",
            WEATHER,
            "heat_burglary",
            "heat_sanitation",
            "heat_garbage");

    static FoodInspections read(Path corpus) throws IOException {
        List<String[]> rows = new ArrayList<>();
        Path file = corpus.resolve("tables").resolve("chicago-food").resolve("data.csv.gz");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> rows.add(line.split(",", -1)));
        }
        List<String> header = List.of(rows.remove(0));
        int inspector = header.indexOf(INSPECTOR);
        int day = header.indexOf("Inspection_Date");
        int found = header.indexOf("criticalFound");
        int test = header.indexOf("Test");
        double[][] numbers = new double[NUMBERS.size()][rows.size()];
        for (int column = 0; column < numbers.length; column++) {
            String name = NUMBERS.get(column);
            int place = header.indexOf(name);
            for (int row = 0; row < rows.size(); row++) {
                numbers[column][row] = prepared(name, Double.parseDouble(rows.get(row)[place]));
            }
        }
        boolean[] inTest = new boolean[rows.size()];
        IntStream.range(0, inTest.length).forEach(row -> inTest[row] = rows.get(row)[test].equals("TRUE"));
        return new FoodInspections(
                rows.stream().map(row -> row[inspector]).toList(),
                numbers,
                rows.stream().map(row -> LocalDate.parse(row[day])).toList(),
                rows.stream().mapToInt(row -> Integer.parseInt(row[found])).toArray(),
                inTest);
    }

    private static double prepared(String column, double value) {
        return switch (column) {
            case "pastSerious", "pastCritical" -> Math.min(value, 1);
            case "ageAtInspection" -> value > 4 ? 1 : 0;
            case "heat_burglary", "heat_sanitation" -> Math.min(value, 70);
            case "heat_garbage" -> Math.min(value, 50);
            default -> value;
        };
    }

    int rows() {
        return found.length;
    }

    Dataset dataset() {
        List<String> levels = inspectors.stream().distinct().sorted().toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new CategoryBlock(
                INSPECTOR, inspectors.stream().mapToInt(levels::indexOf).toArray(), levels));
        for (int column = 0; column < numbers.length; column++) {
            blocks.add(NumberBlock.of(NUMBERS.get(column), numbers[column]));
        }
        return Dataset.of(new Features(rows(), blocks), new Response.Classes(found, List.of("0", "1"), 1))
                .withTimes(days.stream().mapToDouble(LocalDate::toEpochDay).toArray());
    }

    /** Trains until April 2014 and evaluates September and October, as the city did. */
    Splitter published() {
        return new Splitter() {
            @Override
            public String describe() {
                return "as published";
            }

            @Override
            protected List<List<Division>> divide(SplitterInput input, long seed) {
                return List.of(List.of(new Division(
                        IntStream.range(0, rows()).filter(row -> !test[row]).toArray(),
                        IntStream.range(0, rows()).filter(row -> test[row]).toArray())));
            }
        };
    }

    /** The prepared table, for a command. */
    Path write(Path file) throws IOException {
        StringBuilder text = new StringBuilder("Inspection_Date,criticalFound," + INSPECTOR + ',')
                .append(String.join(",", NUMBERS))
                .append('\n');
        for (int row = 0; row < rows(); row++) {
            text.append(days.get(row))
                    .append(',')
                    .append(found[row])
                    .append(',')
                    .append(inspectors.get(row));
            for (double[] column : numbers) {
                text.append(',').append(column[row]);
            }
            text.append('\n');
        }
        return Files.writeString(file, text);
    }
}
