package io.watertight.engine.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.watertight.core.WatertightException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableTest {

    @TempDir
    Path folder;

    private void expect(Reading.Ask ask, String problem, String remedy) {
        assertThatThrownBy(ask::open).isInstanceOfSatisfying(WatertightException.class, failure -> {
            assertThat(failure).hasMessageContaining(problem);
            assertThat(failure.remedy()).contains(remedy).doesNotEndWith(".");
        });
    }

    @Test
    void missingFilesOfferTheNearestName() {
        Reading.write(folder, "applications.csv", "a,b\n1,2\n");
        expect(Reading.of(folder, "aplications.csv"), "there is no file", "you meant 'applications.csv'");
        expect(Reading.of(folder, "nowhere/a.csv"), "its folder does not exist", "check the path");
        expect(Reading.of(folder, "*.tsv"), "no file matches", "quote the pattern");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org/a.csv", "s3://bucket/a.parquet"})
    void addressesAreNotFollowed(String address) {
        Reading.Ask ask = Reading.of(folder, "-");
        Reading.Ask remote = new Reading.Ask(
                folder,
                java.util.List.of(address),
                ask.test(),
                ask.split(),
                ask.types(),
                ask.delimiter(),
                ask.header(),
                new byte[0],
                Expansion.DEFAULT);
        expect(remote, "this engine reads files of this machine alone", "--engine spark");
    }

    @Test
    void emptinessIsNamed() throws Exception {
        Files.createDirectories(folder.resolve("void"));
        Reading.write(folder, "empty.csv", "");
        Reading.write(folder, "blank.csv", " \n\n ");
        Reading.write(folder, "header.csv", "name,age\n");
        Reading.write(folder, "empty.json", "[]");
        expect(Reading.of(folder, "void"), "has no data files", "folder");
        expect(Reading.of(folder, "empty.csv"), "is empty", "written");
        expect(Reading.of(folder, "blank.csv"), "nothing but blanks", "written");
        expect(Reading.of(folder, "header.csv"), "has columns but no rows", "--no-header");
        expect(Reading.of(folder, "empty.json"), "without any rows", "array of objects");
        expect(Reading.of(folder, "-"), "is empty", "written");
    }

    @Test
    void damageIsNamed() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
            gzip.write(noise);
        }
        Reading.write(folder, "cut.csv.gz", Arrays.copyOf(bytes.toByteArray(), 5_000));
        Reading.write(folder, "cut.parquet", "PAR1 and no end");
        Reading.write(folder, "noise.csv", noise);
        Reading.write(folder, "cut.xlsx", Arrays.copyOf(Workbook.example(), 500));
        Reading.write(folder, "cut.json", "[{\"a\":1},{\"a\":");
        Reading.write(folder, "cut.arff", "@relation r\n@attribute a numeric\n");
        Reading.write(folder, "old.xls", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2, 3});
        Reading.write(folder, "image.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10});
        Reading.write(folder, "two.zip", Workbook.zip(Map.of("a.csv", "a\n1\n", "b.csv", "a\n1\n")));
        expect(Reading.of(folder, "cut.csv.gz"), "cut off gzip file", "again");
        expect(Reading.of(folder, "cut.parquet"), "cut off Parquet file", "again");
        expect(Reading.of(folder, "noise.csv"), "neither text nor", "CSV");
        expect(Reading.of(folder, "cut.xlsx"), "damaged", "again");
        expect(Reading.of(folder, "cut.json"), "no valid JSON at line 1", "again");
        expect(Reading.of(folder, "cut.arff"), "no @data line", "copy");
        expect(Reading.of(folder, "old.xls"), "with a password", "save it as .xlsx");
        expect(Reading.of(folder, "image.csv"), "a PNG image", "export");
        expect(Reading.of(folder, "two.zip"), "holds 2 files", "unpack");
    }

    @Test
    void bombsAreDefused() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new byte[4_000_000]);
        }
        Reading.write(folder, "bomb.gz", bytes.toByteArray());
        expect(Reading.of(folder, "bomb.gz").expansion(new Expansion(1_000_000, 200)), "200 times", "trust");
        Reading.write(folder, "bomb.zip", Workbook.zip(Map.of("a.csv", "1,2\n".repeat(1_000_000))));
        expect(Reading.of(folder, "bomb.zip").expansion(new Expansion(1_000_000, 200)), "200 times", "trust");
        String cell = "<row r='1'><c r='A1' t='inlineStr'><is><t>" + "a".repeat(4_000_000) + "</t></is></c></row>";
        Reading.write(folder, "bomb.xlsx", Workbook.of(cell));
        expect(Reading.of(folder, "bomb.xlsx").expansion(new Expansion(1_000_000, 200)), "200 times", "trust");
    }

    @Test
    void aPasswordIsAskedForInWords() throws Exception {
        byte[] zip = Workbook.zip(Map.of("a.csv", "a,b\n1,2\n"));
        zip[local(zip) + 6] |= 1; // general purpose flag, bit 0: encrypted (APPNOTE 4.4.4)
        zip[central(zip) + 8] |= 1;
        Reading.write(folder, "secret.zip", zip);
        expect(Reading.of(folder, "secret.zip"), "password", "unpack it");
    }

    @Test
    void announcedSizesAreNotBelieved() throws Exception {
        byte[] zip = Workbook.zip(Map.of("a.csv", "1,2\n".repeat(1_000_000)));
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(central(zip) + 24, 8); // uncompressed size
        Reading.write(folder, "small.zip", zip);
        expect(Reading.of(folder, "small.zip").expansion(new Expansion(1_000_000, 200)), "200 times", "trust");
    }

    @Test
    void whatMayNotBeReadIsNamed() throws Exception {
        Path file = Reading.write(folder, "locked.csv", "a,b\n1,2\n");
        assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "this user may read everything");
        expect(Reading.of(folder, "locked.csv"), "locked.csv", "permission");
    }

    private static int local(byte[] zip) {
        return find(zip, 0x04034b50);
    }

    private static int central(byte[] zip) {
        return find(zip, 0x02014b50);
    }

    private static int find(byte[] zip, int signature) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (bytes.getInt(at) != signature) {
            at++;
        }
        return at;
    }

    @Test
    void theWrongDelimiterIsNoticed() {
        Reading.write(folder, "a.csv", "a,b\n" + "1,2\n".repeat(1000) + "1,2,3\n".repeat(1001));
        expect(Reading.of(folder, "a.csv"), "1001 of 2001 rows", "--delimiter");
    }

    @Test
    void differentFormatsAreNotMixed() throws Exception {
        Reading.write(folder, "a.csv", "a,b\n1,2\n");
        try (java.sql.Connection connection = java.sql.DriverManager.getConnection("jdbc:duckdb:")) {
            Sql.run(
                    connection,
                    "COPY (SELECT 1 AS a) TO "
                            + Sql.literal(folder.resolve("b.parquet").toString()));
        }
        expect(Reading.of(folder, "a.csv", "b.parquet"), "1 of the 2 files are Parquet", "one format");
    }
}
