package io.watertight.engine.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.engine.ReadNotice.Kind;
import io.watertight.core.study.ColumnType;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TypeInferenceTest {

    @TempDir
    Path folder;

    /** Cells of one column, the type they should get, and the values they should have. */
    static Stream<Arguments> columns() {
        return Stream.of(
                column("whole numbers", "NUMBER+", List.of("1", "-2", "+3", "1e3"), List.of("1", "-2", "3", "1000")),
                column(
                        "decimal numbers",
                        "NUMBER",
                        List.of("1", ".5", "-2.25", "1e-3"),
                        List.of("1.0", "0.5", "-2.25", "0.001")),
                column(
                        "large whole numbers",
                        "NUMBER+",
                        List.of("9007199254740993", "1"),
                        List.of("9007199254740993", "1")),
                column(
                        "digits beyond 64 bits",
                        "TEXT",
                        List.of("92233720368547758071", "1"),
                        List.of("92233720368547758071", "1")),
                column("codes with leading zeros", "TEXT", List.of("01234", "99501"), List.of("01234", "99501")),
                column("codes with underscores", "TEXT", List.of("1_2", "3_4"), List.of("1_2", "3_4")),
                column("zeros before a point", "NUMBER", List.of("0.5", "0", "10"), List.of("0.5", "0.0", "10.0")),
                column("numbers with missing words", "NUMBER+", List.of("1", "NA", "-", ".", "None"), nulls("1", 4)),
                column("numbers with NaN", "NUMBER+", List.of("1", "NaN", "nan"), nulls("1", 2)),
                column(
                        "words with missing words",
                        "TEXT",
                        List.of("x", "NA", "null", "?", "None", "-"),
                        values("x", null, null, null, "None", "-")),
                column("padded words", "TEXT", List.of(" x", "y ", "x"), List.of("x", "y", "x")),
                column("padded numbers", "NUMBER+", List.of(" 1", "2 ", " ?"), values("1", "2", null)),
                column(
                        "true and false",
                        "BOOLEAN",
                        List.of("true", "False", "TRUE", "NA"),
                        values("true", "false", "true", null)),
                column(
                        "true and false alone",
                        "BOOLEAN",
                        List.of("true", "False", "TRUE", "false", "FALSE", "True"),
                        List.of("true", "false", "true", "false", "false", "true")),
                column("t and f", "BOOLEAN", List.of("t", "f", "T"), List.of("true", "false", "true")),
                column("f and m", "TEXT", List.of("f", "m", "f"), List.of("f", "m", "f")),
                column("yes and no", "TEXT", List.of("yes", "no"), List.of("yes", "no")),
                column(
                        "ISO dates",
                        "TIME",
                        List.of("2024-12-31", "2024-01-05"),
                        List.of("2024-12-31 00:00:00", "2024-01-05 00:00:00")),
                column(
                        "ISO dates of several shapes",
                        "TIME",
                        List.of("2024-12-31", "2024/1/5", "2024-1-5 7:30"),
                        List.of("2024-12-31 00:00:00", "2024-01-05 00:00:00", "2024-01-05 07:30:00")),
                column(
                        "ISO dates with missing",
                        "TIME",
                        List.of("2024-12-31", "NULL", "n/a"),
                        values("2024-12-31 00:00:00", null, null)),
                column(
                        "offsets",
                        "TIME",
                        List.of("2024-12-31 23:59:59+02:00", "2024-12-31T23:59:59Z", "2024-12-31 10:00:00"),
                        List.of("2024-12-31 21:59:59", "2024-12-31 23:59:59", "2024-12-31 10:00:00")),
                column(
                        "day first",
                        "TIME",
                        List.of("31/12/2024", "01/02/2024"),
                        List.of("2024-12-31 00:00:00", "2024-02-01 00:00:00")),
                column(
                        "month first",
                        "TIME",
                        List.of("12/31/2024", "01/02/2024 13:45"),
                        List.of("2024-12-31 00:00:00", "2024-01-02 13:45:00")),
                column(
                        "short years",
                        "TIME",
                        List.of("31.12.99", "1.2.24"),
                        List.of("1999-12-31 00:00:00", "2024-02-01 00:00:00")),
                column(
                        "months by name",
                        "TIME",
                        List.of("Dec-2015", "Jan-2016"),
                        List.of("2015-12-01 00:00:00", "2016-01-01 00:00:00")),
                column(
                        "days and months by name",
                        "TIME",
                        List.of("3 Dec 2015", "14 Jan 2016"),
                        List.of("2015-12-03 00:00:00", "2016-01-14 00:00:00")),
                column(
                        "gaps in truths",
                        "BOOLEAN",
                        List.of("", "true", "false", ""),
                        values(null, "true", "false", null)),
                column(
                        "gaps in numbers with words",
                        "NUMBER+",
                        List.of("", "1", "?", ""),
                        values(null, "1", null, null)),
                column(
                        "gaps in dates",
                        "TIME",
                        List.of("", "2024-01-05", "-"),
                        values(null, "2024-01-05 00:00:00", null)),
                column("epochs", "NUMBER+", List.of("1735689599", "1735689600"), List.of("1735689599", "1735689600")),
                column("percentages", "NUMBER", List.of("12.5%", "3 %"), List.of("12.5", "3.0")),
                column("prices", "NUMBER", List.of("\"$1,234.50\"", "$3"), List.of("1234.5", "3.0")),
                column(
                        "thousands",
                        "NUMBER",
                        List.of("\"1,234\"", "\"1,234,567.5\"", "12"),
                        List.of("1234.0", "1234567.5", "12.0")),
                column(
                        "decimal commas",
                        "NUMBER",
                        List.of("\"1.234,5\"", "\"0,25\"", "12"),
                        List.of("1234.5", "0.25", "12.0")),
                column("infinite numbers", "TEXT", List.of("inf", "1"), List.of("inf", "1")),
                column("nothing", "TEXT", List.of("", "NA", "?"), nulls(null, 2)),
                column("times of day", "TEXT", List.of("12:30", "13:45"), List.of("12:30", "13:45")));
    }

    private static Arguments column(String what, String type, List<String> cells, List<String> values) {
        return Arguments.of(what, type, cells, values);
    }

    private static List<String> values(String... values) {
        return java.util.Arrays.asList(values);
    }

    private static List<String> nulls(String first, int count) {
        String[] values = new String[count + 1];
        values[0] = first;
        return java.util.Arrays.asList(values);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("columns")
    void cellsGetTheirType(String what, String type, List<String> cells, List<String> values) throws Exception {
        String rows = cells.stream().map(cell -> "k," + cell + "\n").collect(Collectors.joining());
        Reading.write(folder, "a.csv", "key,value\n" + rows);
        try (Reading reading = Reading.of(folder, "a.csv").header(true).open()) {
            assertThat(reading.types().get(1)).isEqualTo(type);
            assertThat(reading.values("value")).isEqualTo(values);
        }
    }

    @Test
    void fewWordsAmongNumbersAreMissingWithANotice() throws Exception {
        StringBuilder text = new StringBuilder("id,age\n");
        for (int row = 0; row < 1000; row++) {
            text.append(row)
                    .append(',')
                    .append(row % 200 == 7 ? "old" : row % 90)
                    .append('\n');
        }
        try (Reading reading = Reading.text(folder, "a.csv", text.toString())) {
            assertThat(reading.types()).containsExactly("NUMBER+", "NUMBER+");
            assertThat(reading.notice(Kind.MIXED_TYPES).count()).isEqualTo(5);
            assertThat(reading.notice(Kind.MIXED_TYPES).message())
                    .contains("'age'")
                    .doesNotContain("old");
            assertThat(reading.values("age").get(7)).isNull();
        }
    }

    @Test
    void manyWordsAmongNumbersMakeText() throws Exception {
        StringBuilder text = new StringBuilder("id,size\n");
        for (int row = 0; row < 100; row++) {
            text.append(row)
                    .append(',')
                    .append(row % 20 == 7 ? "large" : row % 9)
                    .append('\n');
        }
        try (Reading reading = Reading.text(folder, "a.csv", text.toString())) {
            assertThat(reading.types()).containsExactly("NUMBER+", "TEXT");
            assertThat(reading.notices()).isEmpty();
        }
    }

    @Test
    void typesComeFromTheLastRowToo() throws Exception {
        StringBuilder text = new StringBuilder("id,late\n");
        for (int row = 0; row < 50_000; row++) {
            text.append(row).append(row < 49_000 ? ",\n" : ",word\n");
        }
        try (Reading reading = Reading.text(folder, "a.csv", text.toString())) {
            assertThat(reading.types()).containsExactly("NUMBER+", "TEXT");
            assertThat(reading.values("late").get(49_999)).isEqualTo("word");
        }
    }

    @Test
    void severalSpellingsOfMissingAreReported() throws Exception {
        try (Reading reading = Reading.text(folder, "a.csv", "a,b\n1,x\nNA,y\n,z\n?,w\n")) {
            assertThat(reading.notice(Kind.MISSING_SPELLINGS).columns()).containsExactly("a");
            assertThat(reading.notice(Kind.MISSING_SPELLINGS).count()).isEqualTo(3);
        }
    }

    @Test
    void daysThatMayBeMonthsStayText() throws Exception {
        try (Reading reading = Reading.text(folder, "a.csv", "a,b\n1,01/02/2024\n2,03/04/2024\n")) {
            assertThat(reading.types().get(1)).isEqualTo("TEXT");
            assertThat(reading.notice(Kind.DATE_ORDER).message())
                    .contains("day or with the month", "read as text", "--type b=time");
        }
    }

    @Test
    void otherDatesSettleWhetherTheDayComesFirst() throws Exception {
        String text = "a,b,c\n1,01/02/2024,25-12-2023\n2,03/04/2024,01-02-2024\n";
        try (Reading reading = Reading.text(folder, "a.csv", text)) {
            assertThat(reading.types()).containsExactly("NUMBER+", "TIME", "TIME");
            assertThat(reading.values("b").get(1)).startsWith("2024-04-03");
            assertThat(reading.notice(Kind.DATE_ORDER).columns()).containsExactly("b");
            assertThat(reading.notice(Kind.DATE_ORDER).message()).contains("the day is read first");
        }
    }

    @Test
    void otherDatesSettleWhetherTheMonthComesFirst() throws Exception {
        String text = "a,b,c\n1,01/02/2024,12/25/2023\n2,03/04/2024,01/02/2024\n";
        try (Reading reading = Reading.text(folder, "a.csv", text)) {
            assertThat(reading.values("b").get(1)).startsWith("2024-03-04");
            assertThat(reading.notice(Kind.DATE_ORDER).message()).contains("the month is read first");
        }
    }

    @Test
    void otherDatesThatDisagreeSettleNothing() throws Exception {
        String text = "a,b,c\n25/12/2023,01/02/2024,12/25/2023\n01/02/2024,03/04/2024,01/02/2024\n";
        try (Reading reading = Reading.text(folder, "a.csv", text)) {
            assertThat(reading.types()).containsExactly("TIME", "TEXT", "TIME");
        }
    }

    @ParameterizedTest
    @CsvSource({"word,", "007,7", "-inf,", "9007199254740993,9007199254740993"})
    void whatFollowsThousandsOfPlainNumbersStillCounts(String last, @Nullable String value) throws Exception {
        StringBuilder text = new StringBuilder("id,late\n");
        for (int row = 0; row < 12_000; row++) {
            text.append(row).append(',').append(row % 7 + 1).append('\n');
        }
        text.append("12000,").append(last).append('\n');
        try (Reading reading = Reading.text(folder, "late.csv", text.toString())) {
            assertThat(reading.types()).containsExactly("NUMBER+", "NUMBER+");
            assertThat(reading.values("late")).hasSize(12_001).startsWith("1", "2");
            assertThat(reading.values("late").get(12_000)).isEqualTo(value);
        }
    }

    @Test
    void declaredTypesWin() throws Exception {
        Reading.write(folder, "a.csv", "a,b\n1,x\n2,y\nthree,z\n");
        try (Reading reading =
                Reading.of(folder, "a.csv").type("a", ColumnType.NUMBER).open()) {
            assertThat(reading.values("a")).containsExactly("1", "2", null);
            assertThat(reading.notice(Kind.MIXED_TYPES).count()).isEqualTo(1);
        }
        Reading.write(folder, "b.csv", "a,b\n1,x\n0,y\n");
        try (Reading reading =
                Reading.of(folder, "b.csv").type("a", ColumnType.TEXT).open()) {
            assertThat(reading.types().get(0)).isEqualTo("TEXT");
        }
        try (Reading reading =
                Reading.of(folder, "b.csv").type("a", ColumnType.BOOLEAN).open()) {
            assertThat(reading.values("a")).containsExactly("true", "false");
        }
    }
}
