package io.watertight.engine.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.zstd.ZstdOutputStream;
import io.watertight.core.WatertightException;
import io.watertight.core.engine.ReadNotice.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatsTest {

    private static final String PEOPLE = "name,age\nann,3\nbob,4\n";

    @TempDir
    Path folder;

    /** Wraps a stream into one that packs. */
    private interface Packing {
        OutputStream around(OutputStream out) throws IOException;
    }

    private static byte[] packed(byte[] content, Packing packing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = packing.around(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private void expectPeople(String file) throws Exception {
        try (Reading reading = Reading.of(folder, file).open()) {
            assertThat(reading.names()).containsExactly("name", "age");
            assertThat(reading.types()).containsExactly("TEXT", "NUMBER+");
            assertThat(reading.values("name")).containsExactly("ann", "bob");
        }
    }

    @Test
    void packedFilesAreUnpackedWhateverTheirName() throws Exception {
        byte[] content = PEOPLE.getBytes(StandardCharsets.UTF_8);
        byte[] gzip = packed(content, GZIPOutputStream::new);
        Reading.write(folder, "a.csv.gz", gzip);
        Reading.write(folder, "b.csv", gzip);
        Reading.write(folder, "c.csv.zst", packed(content, ZstdOutputStream::new));
        Reading.write(folder, "d.zip", Workbook.zip(Map.of("inner.csv", PEOPLE)));
        Reading.write(folder, "plain.gz", content);
        Reading.write(folder, "twice.gz", packed(gzip, GZIPOutputStream::new));
        for (String file : new String[] {"a.csv.gz", "b.csv", "c.csv.zst", "d.zip", "plain.gz", "twice.gz"}) {
            expectPeople(file);
        }
    }

    @Test
    void gzipMembersMayFollowOneAnother() throws Exception {
        byte[] first = packed("name,age\nann,3\n".getBytes(StandardCharsets.UTF_8), GZIPOutputStream::new);
        byte[] second = packed("bob,4\n".getBytes(StandardCharsets.UTF_8), GZIPOutputStream::new);
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        Reading.write(folder, "a.gz", both);
        expectPeople("a.gz");
    }

    @Test
    void standardInputIsReadAndSniffed() throws Exception {
        byte[] gzip = packed(PEOPLE.getBytes(StandardCharsets.UTF_8), GZIPOutputStream::new);
        try (Reading reading = Reading.of(folder, "-").input(gzip).open()) {
            assertThat(reading.values("age")).containsExactly("3", "4");
        }
    }

    @Test
    void jsonIsReadInAllItsShapes() throws Exception {
        Reading.write(folder, "a.json", "[{\"name\":\"ann\",\"age\":3},{\"name\":\"bob\",\"age\":4}]");
        Reading.write(folder, "b.csv", "{\"name\":\"ann\",\"age\":3}\n{\"age\":4,\"name\":\"bob\"}\n");
        Reading.write(
                folder, "c.json", "{\"count\":2,\"data\":[{\"name\":\"ann\",\"age\":3},{\"name\":\"bob\",\"age\":4}]}");
        for (String file : new String[] {"a.json", "b.csv", "c.json"}) {
            expectPeople(file);
        }
        try (Reading reading = Reading.text(folder, "d.json", "[[\"ann\",3],[\"bob\",4]]")) {
            assertThat(reading.names()).containsExactly("c1", "c2");
        }
    }

    @Test
    void aBrokenLineOfJsonIsLeftOutAndNamed() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int line = 1; line <= 40; line++) {
            text.append(line == 7 ? "{\"age\": 3, \"name\"" : "{\"age\": " + line + "}")
                    .append('\n');
        }
        try (Reading reading = Reading.text(folder, "broken.ndjson", text.toString())) {
            assertThat(reading.values("age")).hasSize(39).contains("6", "8").doesNotContain("7");
            assertThat(reading.notice(Kind.REJECTED_ROWS).count()).isEqualTo(1);
            assertThat(reading.notice(Kind.REJECTED_ROWS).message()).contains("no valid JSON", "line 7");
        }
    }

    @Test
    void jsonThatIsBrokenInEveryOtherLineIsRefused() throws Exception {
        Reading.write(folder, "worse.ndjson", "{\"a\":1}\n{\"a\n".repeat(20));
        assertThatThrownBy(() -> Reading.of(folder, "worse.ndjson").open())
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("no valid JSON at line");
    }

    @Test
    void jsonColumnsMayAppearLateAndBeNested() throws Exception {
        String text = "{\"a\":1}\n{\"a\":null,\"b\":{\"c\":\"x\\ny\",\"d\":true},\"e\":[1,2]}\n{\"b\":{\"d\":false}}\n";
        try (Reading reading = Reading.text(folder, "a.ndjson", text)) {
            assertThat(reading.names()).containsExactly("a", "b.c", "b.d", "e");
            assertThat(reading.types()).containsExactly("NUMBER+", "TEXT", "BOOLEAN", "OTHER");
            assertThat(reading.values("b.c")).containsExactly(null, "x\ny", null);
            assertThat(reading.values("b.d")).containsExactly(null, "true", "false");
        }
    }

    @Test
    void arffIsRead() throws Exception {
        String text = """
                % a comment
                @RELATION weather

                @attribute 'out look' {sunny, 'light rain', "NA"}
                @ATTRIBUTE temperature REAL
                @attribute day date 'yyyy-MM-dd'
                @attribute note string
                @data
                sunny,85,2024-01-02,'it\\'s, fine'
                % between
                'light rain',?,'2024-01-03',?
                NA, 64.5, ?, '?'
                too,few
                """;
        try (Reading reading = Reading.text(folder, "a.arff", text)) {
            assertThat(reading.names()).containsExactly("out look", "temperature", "day", "note");
            assertThat(reading.types()).containsExactly("TEXT", "NUMBER", "TIME", "TEXT");
            assertThat(reading.values("out look")).containsExactly("sunny", "light rain", "NA");
            assertThat(reading.values("temperature")).containsExactly("85.0", null, "64.5");
            assertThat(reading.values("note")).containsExactly("it's, fine", null, "?");
            assertThat(reading.values("day")).containsExactly("2024-01-02 00:00:00", "2024-01-03 00:00:00", null);
            assertThat(reading.notice(Kind.REJECTED_ROWS).count()).isEqualTo(1);
        }
    }

    @Test
    void sparseArffRowsLeaveOutZeros() throws Exception {
        String text =
                "@relation r\n@attribute a numeric\n@attribute b {x,y}\n@attribute c numeric\n@data\n{0 3, 2 5}\n{1 y}\n{}\n";
        try (Reading reading = Reading.text(folder, "a.arff", text)) {
            assertThat(reading.values("a")).containsExactly("3", "0", "0");
            assertThat(reading.values("b")).containsExactly("x", "y", "x");
            assertThat(reading.values("c")).containsExactly("5", "0", "0");
        }
    }

    @Test
    void workbooksAreReadFromTheFirstSheetWithData() throws Exception {
        Reading.write(folder, "a.csv", Workbook.example());
        try (Reading reading = Reading.of(folder, "a.csv").open()) {
            assertThat(reading.names()).containsExactly("name", "born", "score", "paid");
            assertThat(reading.types()).containsExactly("TEXT", "TIME", "NUMBER", "BOOLEAN");
            assertThat(reading.values("born")).containsExactly("2024-12-31 00:00:00", "2000-01-01 00:00:00");
            assertThat(reading.values("score")).containsExactly("1.5", null);
            assertThat(reading.values("paid")).containsExactly("true", "false");
        }
    }

    @Test
    void filesOfOneTableAreJoinedByColumnName() throws Exception {
        Reading.write(folder, "many/1.csv", "a,b\n1,x\n2,y\n");
        Reading.write(folder, "many/2.csv", "b,c,a\nz,5,3\n");
        Reading.write(folder, "many/_SUCCESS", "");
        for (String argument : new String[] {"many", "many/*.csv"}) {
            try (Reading reading = Reading.of(folder, argument).open()) {
                assertThat(reading.names()).containsExactly("a", "b", "c");
                assertThat(reading.values("a")).containsExactly("1", "2", "3");
                assertThat(reading.values("b")).containsExactly("x", "y", "z");
                assertThat(reading.values("c")).containsExactly(null, null, "5");
                assertThat(reading.notice(Kind.COLUMNS_DIFFER).columns()).containsExactly("c");
            }
        }
    }

    @Test
    void patternCharactersInFileNamesArePlain() throws Exception {
        Reading.write(folder, "data[1]*.csv", PEOPLE);
        expectPeople("data[1]*.csv");
    }

    @Test
    void parquetIsReadInPlace() throws Exception {
        parquet(
                "SELECT range AS id, range / 2.0 AS half, (range * 2)::DOUBLE AS twice, 'x' || range AS word, range % 2 = 0 AS even,"
                        + " DATE '2024-01-01' + range::INTEGER AS day, TIMESTAMPTZ '2024-01-01 00:00:00+02' AS moment,"
                        + " [range] AS list, 'nan'::FLOAT AS nothing FROM range(3)",
                "a.parquet");
        try (Reading reading = Reading.of(folder, "a.parquet").open()) {
            assertThat(reading.types())
                    .containsExactly(
                            "NUMBER+", "NUMBER", "NUMBER+", "TEXT", "BOOLEAN", "TIME", "TIME", "OTHER", "NUMBER");
            assertThat(reading.rowIds()).containsExactly("0", "1", "2");
            assertThat(reading.values("moment")).containsOnly("2023-12-31 22:00:00");
            assertThat(reading.values("day").get(2)).isEqualTo("2024-01-03 00:00:00");
            assertThat(reading.values("nothing")).containsOnlyNulls();
            assertThat(reading.relation().from()).startsWith("read_parquet");
        }
    }

    @Test
    void parquetFilesOfAFolderAreOneTable() throws Exception {
        parquet("SELECT range AS id, 'x' AS word FROM range(3)", "many/kind=a/1.parquet");
        parquet("SELECT 'y' AS word, range + 3 AS id, 1 AS extra FROM range(2)", "many/kind=b/2.parquet");
        try (Reading reading = Reading.of(folder, "many").open()) {
            assertThat(reading.names()).contains("id", "word", "extra", "kind");
            assertThat(reading.rowIds()).containsExactly("0", "1", "2", "3", "4");
            assertThat(reading.values("id")).containsExactly("0", "1", "2", "3", "4");
            assertThat(reading.values("kind")).containsExactly("a", "a", "a", "b", "b");
        }
    }

    @Test
    void parquetMayHaveATestSetOfParquetOrText() throws Exception {
        parquet("SELECT range AS id, 'x' AS word FROM range(2)", "train.parquet");
        parquet("SELECT (range + 0.5)::VARCHAR AS id, 'y' AS word FROM range(2)", "test.parquet");
        Reading.write(folder, "test.csv", "word,id\nz,7\n");
        try (Reading reading =
                Reading.of(folder, "train.parquet").test("test.parquet").open()) {
            assertThat(reading.values("id")).containsExactly("0.0", "1.0", "0.5", "1.5");
            assertThat(reading.notices()).contains(Kind.TYPE_DIFFERS);
        }
        try (Reading reading =
                Reading.of(folder, "train.parquet").test("test.csv").open()) {
            assertThat(reading.values("id")).containsExactly("0", "1", "7");
            assertThat(reading.parts()).containsExactly("0", "0", "2");
        }
    }

    private void parquet(String select, String file) throws Exception {
        Path path = folder.resolve(file);
        java.nio.file.Files.createDirectories(path.getParent());
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            Sql.run(connection, "COPY (" + select + ") TO " + Sql.literal(path.toString()) + " (FORMAT parquet)");
        }
    }
}
