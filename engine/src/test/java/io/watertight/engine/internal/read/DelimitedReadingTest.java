package io.watertight.engine.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.engine.ReadNotice.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedReadingTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void delimiterIsGuessed(char delimiter) throws Exception {
        String text = "name,age,city\nann,3,Bern\nbob,4,Rome\n".replace(',', delimiter);
        try (Reading reading = Reading.text(folder, "people.txt", text)) {
            assertThat(reading.names()).containsExactly("name", "age", "city");
            assertThat(reading.types()).containsExactly("TEXT", "NUMBER+", "TEXT");
            assertThat(reading.values("age")).containsExactly("3", "4");
            assertThat(reading.rowIds()).containsExactly("0", "1");
            assertThat(reading.notices()).isEmpty();
        }
    }

    @Test
    void declaredDelimiterWins() throws Exception {
        Reading.write(folder, "odd.txt", "a~b,c\n1~2,5\n3~4,5\n");
        try (Reading reading = Reading.of(folder, "odd.txt").delimiter('~').open()) {
            assertThat(reading.names()).containsExactly("a", "b,c");
            assertThat(reading.values("b,c")).containsExactly("2.5", "4.5");
        }
    }

    @Test
    void semicolonWinsOverDecimalCommas() throws Exception {
        try (Reading reading = Reading.text(folder, "a.csv", "x;y;z\n1,5;2,5;3,5\n1.234,5;2,5;3\n")) {
            assertThat(reading.names()).containsExactly("x", "y", "z");
            assertThat(reading.values("x")).containsExactly("1.5", "1234.5");
            assertThat(reading.values("z")).containsExactly("3.5", "3.0");
        }
    }

    @Test
    void quotesHoldDelimitersQuotesAndLineEnds() throws Exception {
        String text = "id,text\n1,\"a, \"\"b\"\"\nc\"\n2,\"\"\n3,plain\n";
        try (Reading reading = Reading.text(folder, "q.csv", text)) {
            assertThat(reading.values("text")).containsExactly("a, \"b\"\nc", null, "plain");
        }
    }

    @Test
    void loneQuotesAreText() throws Exception {
        String text = "id,size,note\n1,5\",x\n2,\"6\" screen\",y\n3,\"never closed,z\n4,7,w\n";
        try (Reading reading = Reading.text(folder, "q.csv", text)) {
            assertThat(reading.values("size")).containsExactly("5\"", "6\" screen", "\"never closed", "7");
            assertThat(reading.values("note")).containsExactly("x", "y", "z", "w");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lineEndsDoNotMatter(String end) throws Exception {
        try (Reading reading = Reading.text(folder, "a.csv", String.join(end, "a,b", "1,x", "", "2,y"))) {
            assertThat(reading.values("a")).containsExactly("1", "2");
            assertThat(reading.values("b")).containsExactly("x", "y");
        }
    }

    @Test
    void lineEndsMayBeMixed() throws Exception {
        try (Reading reading = Reading.text(folder, "a.csv", "a,b\r\n1,x\n2,y\r3,z\r\n")) {
            assertThat(reading.values("a")).containsExactly("1", "2", "3");
        }
    }

    @Test
    void shortRowsAreFilledUpAndCounted() throws Exception {
        try (Reading reading = Reading.text(folder, "a.csv", "a,b,c\n1,2,3\n4,5\n6\n7,8,9\n")) {
            assertThat(reading.values("c")).containsExactly("3", null, null, "9");
            assertThat(reading.notice(Kind.SHORT_ROWS).count()).isEqualTo(2);
        }
    }

    @Test
    void longRowsAreLeftOutAndCounted() throws Exception {
        try (Reading reading = Reading.text(folder, "a.csv", "a,b\n1,2\n3,4,5\n6,7,\n")) {
            assertThat(reading.values("a")).containsExactly("1", "6");
            assertThat(reading.notice(Kind.REJECTED_ROWS).count()).isEqualTo(1);
        }
    }

    @Test
    void raggedRowsFarBelowTheSampleAreFound() throws Exception {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int row = 0; row < 200_000; row++) {
            text.append(row).append(row == 150_000 ? ",x,surplus\n" : row == 160_000 ? "\n" : ",y\n");
        }
        try (Reading reading = Reading.text(folder, "a.csv", text.toString())) {
            assertThat(reading.notice(Kind.REJECTED_ROWS).count()).isEqualTo(1);
            assertThat(reading.notice(Kind.SHORT_ROWS).count()).isEqualTo(1);
            assertThat(reading.query("SELECT count(*) FROM {}")).containsExactly("199999");
        }
    }

    @Test
    void rowIdIsThePositionInLargeFiles() throws Exception {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int row = 0; row < 700_000; row++) {
            text.append(row).append(",x\n");
        }
        try (Reading reading = Reading.text(folder, "a.csv", text.toString())) {
            String value = reading.relation().expressions().get("a");
            String moved = "SELECT count(*) FROM {} WHERE " + reading.relation().rowId() + " <> " + value;
            assertThat(reading.query(moved)).containsExactly("0");
        }
    }

    @Test
    void utf8MarkIsNoPartOfTheFirstName() throws Exception {
        try (Reading reading = Reading.text(folder, "a.csv", "\ufeffa,b\n1,é\n")) {
            assertThat(reading.names()).containsExactly("a", "b");
            assertThat(reading.values("b")).containsExactly("é");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32"})
    void wideEncodingsAreRead(String charset) throws Exception {
        String mark = charset.equals("UTF-32") ? "\ufeff" : "";
        Reading.write(folder, "a.csv", (mark + "name,age\nZoë 😀,3\nann,4\n").getBytes(Charset.forName(charset)));
        try (Reading reading = Reading.of(folder, "a.csv").open()) {
            assertThat(reading.names()).containsExactly("name", "age");
            assertThat(reading.values("name")).containsExactly("Zoë 😀", "ann");
            assertThat(reading.notice(Kind.ENCODING).message()).contains("UTF-");
        }
    }

    @Test
    void westernBytesAreReadAsWindows1252() throws Exception {
        Reading.write(folder, "a.csv", "name,price\nZoë,3 €\nJosé,4 €\n".getBytes(Charset.forName("windows-1252")));
        try (Reading reading = Reading.of(folder, "a.csv").open()) {
            assertThat(reading.values("name")).containsExactly("Zoë", "José");
            assertThat(reading.values("price")).containsExactly("3 €", "4 €");
            assertThat(reading.notice(Kind.ENCODING).count()).isEqualTo(4);
        }
    }

    @Test
    void encodingsMayBeMixed() throws Exception {
        byte[] utf8 = "name,age\nZoë,1\n".getBytes(StandardCharsets.UTF_8);
        byte[] latin = "José,2\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] both = java.util.Arrays.copyOf(utf8, utf8.length + latin.length);
        System.arraycopy(latin, 0, both, utf8.length, latin.length);
        Reading.write(folder, "a.csv", both);
        try (Reading reading = Reading.of(folder, "a.csv").open()) {
            assertThat(reading.values("name")).containsExactly("Zoë", "José");
            assertThat(reading.notice(Kind.ENCODING).count()).isEqualTo(1);
        }
    }

    @Test
    void nullCharactersAreLeftOut() throws Exception {
        try (Reading reading = Reading.text(folder, "a.csv", "a,b\n1,x\0y\n2,\0\n")) {
            assertThat(reading.values("b")).containsExactly("xy", null);
            assertThat(reading.notice(Kind.ENCODING).count()).isEqualTo(2);
        }
    }

    @Test
    void cellsMayHaveAMillionCharacters() throws Exception {
        String huge = "z".repeat(5_000_000);
        try (Reading reading = Reading.text(folder, "a.csv", "a,b\n1,x\n2,\"" + huge + "\"\n3,y\n")) {
            assertThat(reading.values("a")).containsExactly("1", "2", "3");
            assertThat(reading.values("b").get(1)).hasSize(5_000_000);
        }
    }

    @Test
    void singleColumnsAreTables() throws Exception {
        try (Reading reading = Reading.text(folder, "a.csv", "age\n1\n\n3\n")) {
            assertThat(reading.names()).containsExactly("age");
            assertThat(reading.values("age")).containsExactly("1", "3");
        }
    }

    @Test
    void spreadsheetsMayAnnounceTheDelimiter() throws Exception {
        try (Reading reading = Reading.text(folder, "a.csv", "sep=;\na;b\n1;2\n")) {
            assertThat(reading.names()).containsExactly("a", "b");
            assertThat(reading.values("b")).containsExactly("2");
        }
    }

    @Test
    void runsOfBlanksDelimitWhenNothingElseDoes() throws Exception {
        try (Reading reading = Reading.text(folder, "german.data", "A11  6 A34\nA12 48 A32 \nA14 12 A34\n")) {
            assertThat(reading.names()).containsExactly("c1", "c2", "c3");
            assertThat(reading.values("c2")).containsExactly("6", "48", "12");
        }
    }

    @Test
    void thousandsOfColumnsAreRead() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 10_000; column++) {
                text.append(column == 0 ? "" : ",").append(row == 0 ? "column " + column : row * column % 7 + ".5");
            }
            text.append('\n');
        }
        try (Reading reading = Reading.text(folder, "wide.csv", text.toString())) {
            assertThat(reading.names()).hasSize(10_000);
            assertThat(reading.types()).containsOnly("NUMBER");
            assertThat(reading.values("column 2999")).containsExactly("3.5", "6.5", "2.5");
        }
    }
}
