package io.watertight.core.check;

import io.watertight.core.numeric.Tails;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How often a check found something in tables in which nothing leaks, as measured by {@code benchmark/null-calibration}. Immutable;
 * thread-safe.
 *
 * @param audits audits in which the check ran
 * @param found of these, audits with a finding
 * @param kinds findings by severity and confidence, e.g. {@code info high: 5}; empty without any
 */
public record FalsePositiveRate(int audits, int found, String kinds) {

    /**
     * Where a module that brings checks keeps the figures: lines of {@code check,audits,found,kinds} below a header, sorted by check.
     */
    public static final String RESOURCE = "META-INF/watertight/false-positives.csv";

    public static final String HEADER = "check,audits,found,kinds";

    private static final double LEVEL = 0.05;

    /** The figures on the class path, by id of the check. */
    public static Map<String, FalsePositiveRate> all() {
        Map<String, FalsePositiveRate> all = new TreeMap<>();
        try {
            for (URL url :
                    Collections.list(FalsePositiveRate.class.getClassLoader().getResources(RESOURCE))) {
                try (BufferedReader reader =
                        new BufferedReader(new InputStreamReader(url.openStream(), StandardCharsets.UTF_8))) {
                    reader.lines().forEach(line -> parse(line, all));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return all;
    }

    /** Adds the figures of a line, unless it is the header. */
    public static void parse(String line, Map<String, FalsePositiveRate> all) {
        String[] fields = line.split(",", 4);
        if (fields.length == 4 && !line.equals(HEADER)) {
            all.put(
                    fields[0],
                    new FalsePositiveRate(Integer.parseInt(fields[1]), Integer.parseInt(fields[2]), fields[3]));
        }
    }

    public static Optional<FalsePositiveRate> of(Check<?> check) {
        return Optional.ofNullable(all().get(check.info().id()));
    }

    public double rate() {
        return audits == 0 ? Double.NaN : (double) found / audits;
    }

    /** The one-sided upper bound of the rate at 95 % (Clopper and Pearson 1934); 1 without audits. */
    public double upperBound() {
        if (found >= audits) {
            return 1;
        }
        double low = 0;
        double high = 1;
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            if (atMost(middle) > LEVEL) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The chance of at most as many findings at a rate. */
    private double atMost(double rate) {
        double sum = 0;
        for (int count = 0; count <= found; count++) {
            sum += Math.exp(Tails.logChoose(audits, count)
                    + (count == 0 ? 0 : count * Math.log(rate))
                    + (audits - count) * Math.log1p(-rate));
        }
        return sum;
    }

    /** For the check's page. */
    public String sentence() {
        return audits == 0
                ? "It needs what tables without entities, times and ids cannot declare, so no rate of false positives was measured."
                : String.format(
                        Locale.ENGLISH,
                        "In %d audits of tables in which nothing leaks it found something %d times: %.1f%%, and at most %.1f%% with 95%% "
                                + "confidence.",
                        audits,
                        found,
                        100 * rate(),
                        100 * upperBound());
    }
}
