package io.watertight.engine.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever table is written, in whatever dialect, is read back cell by cell. */
class RoundTripTest {

    private static final List<String> WORDS = List.of(
            "red",
            "green tea",
            "a,b",
            "semi;colon",
            "ta\tb",
            "pi|pe",
            "say \"hi\"",
            "two\nlines",
            "naïve",
            "zürich",
            "it's",
            "-x");
    private static final List<String> CHARSETS = List.of("UTF-8", "UTF-16", "UTF-16LE", "windows-1252");

    @TempDir
    Path folder;

    static java.util.stream.LongStream seeds() {
        return new Random(20261122).longs(60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tablesAreReadAsWritten(long seed) throws Exception {
        Random random = new Random(seed);
        char delimiter = ",;\t|".charAt(random.nextInt(4));
        String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        String charset = CHARSETS.get(random.nextInt(CHARSETS.size()));
        boolean quoteAll = random.nextInt(3) == 0;
        int rows = 2 + random.nextInt(40);
        int width = 2 + random.nextInt(6);
        List<List<String>> columns = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            columns.add(column(random, column == 0 ? 1 : random.nextInt(4), rows));
        }
        StringBuilder text = new StringBuilder();
        for (int row = -1; row < rows; row++) {
            for (int column = 0; column < width; column++) {
                String value =
                        row < 0 ? "column " + column : columns.get(column).get(row);
                text.append(column == 0 ? "" : delimiter).append(cell(value, delimiter, quoteAll));
            }
            text.append(row == rows - 1 && random.nextBoolean() ? "" : end);
        }
        Reading.write(folder, "a.csv", text.toString().getBytes(Charset.forName(charset)));
        try (Reading reading = Reading.of(folder, "a.csv").open()) {
            assertThat(reading.names()).hasSize(width);
            for (int column = 0; column < width; column++) {
                assertThat(reading.values("column " + column)).isEqualTo(columns.get(column));
            }
        }
    }

    /** Values as the database writes them once they are typed; the first column has no gaps. */
    private static List<String> column(Random random, int kind, int rows) {
        List<String> values = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            String value = switch (kind) {
                case 0 -> WORDS.get(random.nextInt(WORDS.size()));
                case 1 -> Integer.toString(random.nextInt(2000) - 1000);
                case 2 -> random.nextInt(1000) + ".5";
                default -> "2024-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10) + " 00:00:00";
            };
            values.add(kind != 1 && random.nextInt(8) == 0 && row > 0 ? null : value);
        }
        return values;
    }

    private static String cell(String value, char delimiter, boolean quoteAll) {
        if (value == null) {
            return "";
        }
        boolean needed = value.indexOf(delimiter) >= 0 || value.contains("\"") || value.contains("\n");
        return quoteAll || needed ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
