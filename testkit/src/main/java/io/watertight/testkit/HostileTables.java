package io.watertight.testkit;

import io.watertight.core.study.Part;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Small random tables full of what engines disagree about. */
final class HostileTables {

    static final String NUMBER = "amount";
    static final String OTHER_NUMBER = "a.mount \"net\"";
    static final String WHOLE = "customer id";
    static final String TEXT = "city 🏙";
    static final String OTHER_TEXT = "select";
    static final String FLAG = "flag";
    static final String TIME = "created; at";
    static final String EMPTY = "nothing";
    static final String CLASS = "label";
    static final String VALUE = "price";

    private static final double[] NUMBERS = {0.0, -0.0, 1, 1.5, -2.25, 1e-5, 12345678.5, 1e300, 3, 3, 3};
    private static final String[] TEXTS = {
        "", " ", "Rome", "rome", "日本", "🚰🚰", "it's", "1", "1.5", "0", "true", "NULL", "a;b\"c"
    };
    private static final LocalDateTime START = LocalDateTime.of(1969, 12, 31, 23, 59, 58);

    private final Random random;

    HostileTables(long seed) {
        random = new Random(seed);
    }

    /** @param parts the parts that rows may be in */
    PlainTable table(int rows, List<Part> parts) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put(NUMBER, "DOUBLE");
        columns.put(OTHER_NUMBER, "DOUBLE");
        columns.put(WHOLE, "BIGINT");
        columns.put(TEXT, "VARCHAR");
        columns.put(OTHER_TEXT, "VARCHAR");
        columns.put(FLAG, "BOOLEAN");
        columns.put(TIME, "TIMESTAMP");
        columns.put(EMPTY, "DOUBLE");
        columns.put(CLASS, "VARCHAR");
        columns.put(VALUE, "DOUBLE");
        List<Map<String, @Nullable Object>> result = new ArrayList<>();
        List<Part> partOf = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            boolean repeats = row > 3 && random.nextInt(4) == 0;
            result.add(repeats ? result.get(random.nextInt(row)) : row());
            partOf.add(parts.get(random.nextInt(parts.size())));
        }
        return new PlainTable(columns, result, partOf);
    }

    private Map<String, @Nullable Object> row() {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put(NUMBER, number());
        row.put(OTHER_NUMBER, number());
        row.put(WHOLE, random.nextInt(5) == 0 ? null : Long.valueOf(random.nextInt(12)));
        row.put(TEXT, text());
        row.put(OTHER_TEXT, text());
        row.put(FLAG, random.nextInt(5) == 0 ? null : Boolean.valueOf(random.nextBoolean()));
        row.put(
                TIME,
                random.nextInt(5) == 0
                        ? null
                        : START.plusSeconds(random.nextInt(6)).plusNanos(250_000_000L));
        row.put(EMPTY, random.nextInt(3) == 0 ? Double.valueOf(Double.NaN) : null);
        row.put(
                CLASS,
                random.nextInt(6) == 0
                        ? null
                        : List.of("no", "yes", "maybe", "né").get(random.nextInt(4)));
        row.put(VALUE, random.nextInt(6) == 0 ? null : Double.valueOf(random.nextInt(8) / 4.0));
        return row;
    }

    private @Nullable Double number() {
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> Double.NaN;
            case 2 -> random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            default -> NUMBERS[random.nextInt(NUMBERS.length)];
        };
    }

    private @Nullable String text() {
        return random.nextInt(6) == 0 ? null : TEXTS[random.nextInt(TEXTS.length)];
    }
}
