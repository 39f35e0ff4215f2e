package io.watertight.testkit;

import java.util.Locale;
import java.util.Random;

/**
 * Seeded tables in which nothing leaks: features of mixed kinds, some correlated, skewed or with gaps, and a target that does not
 * depend on them. What a check finds in them is a false alarm. Made as DuckDB queries, so that nothing lies in the repository.
 */
public final class NullTables {

    /**
     * A table.
     *
     * @param query columns {@code f0}, {@code f1}, ..., a target {@code y}, and {@code half}: test for a random quarter, else train
     * @param task what y is: binary, multiclass or regression
     * @param rows number of rows
     * @param features number of features
     */
    public record NullTable(String query, String task, int rows, int features) {}

    private static final int GAPS = 5_000;
    private static final int FIRST = 10_000;
    private static final int SECOND = 20_000;

    private NullTables() {}

    /** The table of a seed: 100 to {@code mostRows} rows, 5 to 60 features. */
    public static NullTable of(long seed, int mostRows) {
        // Spread first: the first numbers of neighbouring seeds are alike.
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        int rows = (int) (100 * Math.pow(mostRows / 100.0, random.nextDouble()));
        int features = 5 + random.nextInt(56);
        String task = new String[] {"binary", "binary", "multiclass", "regression"}[random.nextInt(4)];
        StringBuilder sql = new StringBuilder("WITH base AS (SELECT i, ")
                .append(normal(seed, 1))
                .append(" AS z FROM range(")
                .append(rows)
                .append(") t(i)) SELECT ")
                .append(target(task, random, seed))
                .append(" AS y, if(")
                .append(uniform(seed, 4))
                .append(" < 0.25, 'test', 'train') AS half");
        for (int feature = 0; feature < features; feature++) {
            String value = feature(random, seed, feature);
            boolean gaps = random.nextInt(4) == 0;
            sql.append(", ")
                    .append(gaps ? "if(" + uniform(seed, GAPS + feature) + " < 0.1, NULL, " + value + ")" : value)
                    .append(" AS f")
                    .append(feature);
        }
        return new NullTable(sql.append(" FROM base").toString(), task, rows, features);
    }

    private static String target(String task, Random random, long seed) {
        double share = 0.08 + 0.42 * random.nextDouble();
        return switch (task) {
            case "binary" -> String.format(Locale.ENGLISH, "if(%s < %.3f, 'yes', 'no')", uniform(seed, 3), share);
            case "multiclass" -> "'class ' || floor(" + (3 + random.nextInt(4)) + " * " + uniform(seed, 3) + ")::INT";
            default -> normal(seed, 6);
        };
    }

    private static String feature(Random random, long seed, int feature) {
        String uniform = uniform(seed, FIRST + feature);
        String normal = normal(seed, SECOND + 2 * feature);
        return switch (random.nextInt(12)) {
            case 0 -> normal;
            case 1 -> "round(" + normal + ", 2)";
            case 2 -> "0.8 * z + 0.6 * " + normal;
            case 3 -> "z + 0.05 * " + normal;
            case 4 -> "round(exp(2 * " + normal + "), 1)";
            case 5 -> "round(100 * " + uniform + ")::INT";
            case 6 -> "floor(-3 * ln(1 - " + uniform + "))::INT";
            case 7 -> "if(" + uniform + " < 0.6, 0, round(exp(" + normal + ") * 100, 2))";
            case 8 -> "'level ' || floor(" + (2 + random.nextInt(30)) + " * " + uniform + ")::INT";
            case 9 -> "'level ' || floor(-4 * ln(1 - " + uniform + "))::INT";
            case 10 -> uniform + " < 0.3";
            default -> uniform;
        };
    }

    /** Uniform in [0, 1) by a hash of row and stream, independent of threads: random() has one stream only. */
    private static String uniform(long seed, int stream) {
        return "((hash(i * 1000003 + " + (seed * 100_003 + stream) + ") >> 11)::DOUBLE / 9007199254740992)";
    }

    /** Standard normal by Box and Muller, from two streams. */
    private static String normal(long seed, int stream) {
        return "(sqrt(-2 * ln(1 - " + uniform(seed, stream) + ")) * cos(2 * pi() * " + uniform(seed, stream + 1) + "))";
    }
}
