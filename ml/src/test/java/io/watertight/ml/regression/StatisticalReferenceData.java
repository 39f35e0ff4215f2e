package io.watertight.ml.regression;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Linear regressions with certified answers: NIST Statistical Reference Datasets (itl.nist.gov/div898/strd), works of the United
 * States government and so in the public domain. The certified values were found again to all their digits with 200-digit
 * arithmetic (mpmath 1.3.0) before they went into these files.
 */
final class StatisticalReferenceData {

    /** A certified quantity and the certified standard deviation of an estimate, NaN for other quantities. */
    record Certified(String quantity, double value, double deviation) {}

    private StatisticalReferenceData() {}

    static List<String[]> rows(String name) {
        try (InputStream stream = StatisticalReferenceData.class.getResourceAsStream(name);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(stream, name), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static double[] column(List<String[]> rows, int column) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
    }

    static List<Certified> certified(String set) {
        List<Certified> result = new ArrayList<>();
        for (String[] row : rows("nist/certified.csv")) {
            if (row[0].equals(set)) {
                double deviation = row[3].isEmpty() ? Double.NaN : Double.parseDouble(row[3]);
                result.add(new Certified(row[1], Double.parseDouble(row[2]), deviation));
            }
        }
        return result;
    }

    static Certified certified(String set, String quantity) {
        return certified(set).stream()
                .filter(one -> one.quantity().equals(quantity))
                .findFirst()
                .orElseThrow();
    }

    /** @param exactPowers whether powers keep what rounding them to a double leaves */
    static RegressionSheet fit(String set, boolean exactPowers) {
        List<String[]> rows = rows("nist/" + set + ".csv");
        Design design = Design.of(column(rows, 0));
        int degree = set.equals("Filip") ? 10 : set.startsWith("Wampler") ? 5 : 1;
        for (int column = 1; column < rows.get(0).length; column++) {
            design = design.with("x" + column, column(rows, column));
        }
        double[] x = column(rows, 1);
        for (int power = 2; power <= degree; power++) {
            design = exactPowers
                    ? design.withPower("x^" + power, x, power)
                    : design.with("x^" + power, rounded(x, power));
        }
        return Regression.of("y", design, Optional.empty());
    }

    private static double[] rounded(double[] x, int power) {
        double[] result = new double[x.length];
        for (int row = 0; row < x.length; row++) {
            result[row] = Math.pow(x[row], power);
        }
        return result;
    }

    /** Digits that agree: the log relative error, or the log absolute error where the certified value is 0; at most 15. */
    static double digits(double computed, double certified) {
        double error = certified == 0 ? Math.abs(computed) : Math.abs(computed - certified) / Math.abs(certified);
        if (computed == certified || error < 1e-15) {
            return 15;
        }
        return Double.isNaN(error) ? 0 : Math.max(0, -Math.log10(error));
    }
}
