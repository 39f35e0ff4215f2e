package io.watertight.core.report;

import io.watertight.core.data.CodeVector;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.ColumnProfile;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.PartProfile;
import io.watertight.core.data.TableProfile;
import io.watertight.core.data.Vector;
import io.watertight.core.study.Column;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.KnownAt;
import io.watertight.core.study.Part;
import io.watertight.core.study.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A table of made-up loans in memory: 400 rows, the last 80 of them to test. */
final class SampleTable {

    static final int ROWS = 400;
    static final int TRAIN = 320;
    private static final double DAY = 86_400;
    private static final double START = 1_577_836_800; // 2020-01-01

    final Map<String, Vector> vectors = new LinkedHashMap<>();
    final Map<String, ColumnProfile> profiles = new LinkedHashMap<>();
    final List<Column> columns = new ArrayList<>();

    /**
     * @param repaid what the column that holds the outcome is called
     * @param region another name that a test can make nasty
     * @param seed of the random numbers
     */
    SampleTable(String repaid, String region, long seed) {
        Random random = new Random(seed);
        int[] label = new int[ROWS];
        double[] issued = new double[ROWS];
        double[] rate = new double[ROWS];
        double[] income = new double[ROWS];
        double[] paid = new double[ROWS];
        double[] recovered = new double[ROWS];
        double[] lastPayment = new double[ROWS];
        int[] where = new int[ROWS];
        double[] loan = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double risk = random.nextGaussian();
            label[row] = random.nextDouble() < 1 / (1 + Math.exp(1.6 - 1.1 * risk)) ? 1 : 0;
            issued[row] = START + Math.rint(900.0 * row / ROWS + 30 * random.nextGaussian()) * DAY;
            rate[row] = Math.rint(100 * (8 + 2 * risk + random.nextGaussian())) / 100;
            income[row] = random.nextInt(20) == 0 ? Double.NaN : Math.rint(30_000 + 9_000 * random.nextGaussian());
            paid[row] = label[row] == 0 ? 1_000 : Math.rint(800 * random.nextDouble());
            recovered[row] =
                    label[row] == 1 && random.nextDouble() < 0.7 ? Math.rint(500 * random.nextDouble()) : Double.NaN;
            lastPayment[row] = issued[row] + Math.rint(20 + 300 * random.nextDouble()) * DAY;
            where[row] = random.nextInt(4);
            loan[row] = 1_000 + row;
        }
        numbers("loan_id", true, loan, Role.ID, true);
        times("issued", issued, Role.TIME, true);
        numbers("rate", false, rate, Role.FEATURE, false);
        numbers("income", true, income, Role.FEATURE, false);
        numbers(repaid, true, paid, Role.FEATURE, false);
        numbers("recovered", true, recovered, Role.FEATURE, false);
        times("last_payment", lastPayment, Role.FEATURE, false);
        words(region, where, List.of("north", "south", "east", "west"), Role.FEATURE);
        words("default", label, List.of("0", "1"), Role.TARGET);
    }

    ColumnBatch batch() {
        long[] ids = new long[ROWS];
        byte[] parts = new byte[ROWS];
        for (int row = 0; row < ROWS; row++) {
            ids[row] = row;
            parts[row] = (byte) (row < TRAIN ? Part.TRAIN : Part.TEST).ordinal();
        }
        return new ColumnBatch(ids, parts, vectors, ROWS);
    }

    TableProfile profile() {
        return new TableProfile(ROWS, Map.of(Part.TRAIN, (long) TRAIN, Part.TEST, (long) ROWS - TRAIN), profiles);
    }

    private void numbers(String name, boolean integral, double[] values, Role role, boolean guessed) {
        add(name, ColumnType.NUMBER, integral, new NumberVector(values), role, guessed);
    }

    private void times(String name, double[] values, Role role, boolean guessed) {
        add(name, ColumnType.TIME, false, new NumberVector(values), role, guessed);
    }

    private void words(String name, int[] codes, List<String> dictionary, Role role) {
        add(name, ColumnType.TEXT, false, new CodeVector(codes, dictionary), role, false);
    }

    private void add(String name, ColumnType type, boolean integral, Vector vector, Role role, boolean guessed) {
        vectors.put(name, vector);
        columns.add(new Column(name, type, integral, role, guessed, KnownAt.UNKNOWN));
        PartProfile all = describe(vector);
        profiles.put(name, new ColumnProfile(name, type, integral, all, Map.of()));
    }

    private static PartProfile describe(Vector vector) {
        if (vector instanceof NumberVector numbers) {
            double[] present = Arrays.stream(numbers.values())
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            double mean = Arrays.stream(present).average().orElse(Double.NaN);
            double spread = Arrays.stream(present)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            return new PartProfile(
                    ROWS,
                    vector.missing(),
                    Arrays.stream(present).distinct().count(),
                    Arrays.stream(present).min().orElse(Double.NaN),
                    Arrays.stream(present).max().orElse(Double.NaN),
                    mean,
                    Math.sqrt(spread / (present.length - 1)));
        }
        int distinct = ((CodeVector) vector).dictionary().size();
        return new PartProfile(ROWS, vector.missing(), distinct, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
}
