package io.watertight.engine.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.watertight.core.WatertightException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damaged files are read or refused; they never end in another exception or in no end. */
class FuzzTest {

    private static final int MUTANTS = 40;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({
        "a.csv, 1",
        "a.csv, 2",
        "a.ndjson, 3",
        "a.json, 4",
        "a.arff, 5",
        "a.xlsx, 6",
        "a.parquet, 7",
        "a.csv.gz, 8"
    })
    void damagedFilesAreReadOrRefused(String name, long seed) throws Exception {
        byte[] sound = sounds(folder).get(name);
        Random random = new Random(seed);
        for (int mutant = 0; mutant < MUTANTS; mutant++) {
            byte[] bytes = sound;
            for (int change = 0; change <= random.nextInt(4); change++) {
                bytes = mutated(bytes, random);
            }
            Reading.write(folder, name, bytes);
            String what = name + ", seed " + seed + ", mutant " + mutant;
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> readOrRefused(name), what);
        }
    }

    private void readOrRefused(String name) throws Exception {
        try (Reading reading = Reading.of(folder, name).open()) {
            assertThat(reading.rowIds()).isNotEmpty().doesNotHaveDuplicates();
        } catch (WatertightException refused) {
            assertThat(refused.remedy()).isNotBlank();
        }
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(30));
        byte[] copy = bytes.clone();
        switch (random.nextInt(5)) {
            case 0 -> copy[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> copy[at] = (byte) "\"',;\n\r\0{}\u00ff".charAt(random.nextInt(10));
            case 2 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 3 -> {
                copy = new byte[bytes.length + length];
                System.arraycopy(bytes, 0, copy, 0, at + length);
                System.arraycopy(bytes, at, copy, at + length, bytes.length - at);
            }
            default -> {
                copy = new byte[bytes.length - length];
                System.arraycopy(bytes, 0, copy, 0, at);
                System.arraycopy(bytes, at + length, copy, at, bytes.length - at - length);
            }
        }
        return copy;
    }

    private static Map<String, byte[]> sounds(Path folder) throws Exception {
        StringBuilder csv = new StringBuilder("id,name,when,score\n");
        StringBuilder lines = new StringBuilder();
        StringBuilder arff = new StringBuilder(
                "@relation r\n@attribute id numeric\n@attribute 'a name' {x,'y z'}\n@attribute w date\n@data\n");
        for (int row = 0; row < 50; row++) {
            csv.append(row)
                    .append(",\"n, ")
                    .append(row % 7)
                    .append("\",2024-01-1")
                    .append(row % 10)
                    .append(',')
                    .append(row / 4.0)
                    .append('\n');
            lines.append("{\"id\":")
                    .append(row)
                    .append(",\"name\":\"é")
                    .append(row % 7)
                    .append("\",\"inner\":{\"score\":")
                    .append(row / 4.0)
                    .append("}}\n");
            arff.append(row)
                    .append(row % 2 == 0 ? ",x" : ",'y z'")
                    .append(",2024-01-1")
                    .append(row % 10)
                    .append('\n');
        }
        Path parquet = folder.resolve("sound.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            Sql.run(
                    connection,
                    "COPY (SELECT range AS id, 'x' || range AS name, range / 3.0 AS score FROM range(200)) TO "
                            + Sql.literal(parquet.toString()) + " (FORMAT parquet)");
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(csv.toString().getBytes(StandardCharsets.UTF_8));
        }
        Map<String, byte[]> sounds = new LinkedHashMap<>();
        sounds.put("a.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
        sounds.put("a.ndjson", lines.toString().getBytes(StandardCharsets.UTF_8));
        sounds.put(
                "a.json", ("[" + lines.toString().strip().replace("\n", ",") + "]").getBytes(StandardCharsets.UTF_8));
        sounds.put("a.arff", arff.toString().getBytes(StandardCharsets.UTF_8));
        sounds.put("a.xlsx", Workbook.example());
        sounds.put("a.parquet", Files.readAllBytes(parquet));
        sounds.put("a.csv.gz", packed.toByteArray());
        return sounds;
    }
}
