package io.watertight.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.TableProfile;
import io.watertight.core.engine.Table;
import io.watertight.core.engine.TableColumn;
import io.watertight.core.engine.TableRequest;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Part;
import io.watertight.engine.duckdb.DuckDbEngine;
import io.watertight.testkit.SqlTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Spark opens is what the local engine opens. */
final class OpeningTest {

    private static final String QUERY = "SELECT range AS id, range * 1.5 AS half, CAST(range %% 4 AS DOUBLE) AS whole,"
            + " 'w' || range %% 3 AS word, CAST(range %% 2 AS BOOLEAN) AS truth,"
            + " TIMESTAMP '2024-03-01 10:00:00' + range * INTERVAL 1 HOUR AS moment,"
            + " CASE WHEN range %% 5 = 0 THEN 'infinity'::DOUBLE END AS endless, [range] AS list FROM range(%d, %d)";

    @TempDir
    private Path folder;

    private Path parquet(String name, int from, int to) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return SqlTable.write(String.format(QUERY, from, to), file);
    }

    private static void assertAlike(TableRequest request) {
        try (Table spark = Opened.open(new SparkEngine(), request);
                Table local = Opened.open(new DuckDbEngine(), request)) {
            assertThat(spark.columns()).isEqualTo(local.columns());
            assertThat(spark.notices()).isEqualTo(local.notices());
            assertThat(spark.isOrdered()).isTrue();
            TableProfile ours = spark.profile();
            TableProfile theirs = local.profile();
            assertThat(ours.partRows()).isEqualTo(theirs.partRows());
            List<String> names = spark.columns().stream()
                    .filter(column -> column.type() != ColumnType.OTHER)
                    .map(TableColumn::name)
                    .toList();
            ColumnBatch one = spark.scan(names, 60, 3);
            ColumnBatch other = local.scan(names, 60, 3);
            assertThat(one.rowIds()).containsExactly(other.rowIds());
            assertThat(one.parts()).containsExactly(other.parts());
            for (String name : names) {
                for (int row = 0; row < one.rows(); row++) {
                    assertThat(one.column(name).isMissing(row))
                            .isEqualTo(other.column(name).isMissing(row));
                    if (!one.column(name).isMissing(row)) {
                        assertThat(one.column(name).text(row))
                                .as(name)
                                .isEqualTo(other.column(name).text(row));
                    }
                }
            }
        }
    }

    @Test
    void aFileThatWasCutIsNamed() throws IOException {
        Path whole = parquet("cut/whole.parquet", 0, 100);
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole.resolveSibling("part.parquet"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> Opened.open(
                        new SparkEngine(), Opened.request(folder.resolve("cut").toString())))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("part.parquet' is no whole Parquet file");
    }

    @Test
    void aFolderOfFilesHasThePositionsOfTheLocalEngine() throws IOException {
        parquet("many files/b.parquet", 100, 150);
        parquet("many files/a é.parquet", 0, 100);
        parquet("many files/deeper/c.parquet", 150, 170);
        assertAlike(Opened.request(folder.resolve("many files").toString()));
    }

    @Test
    void manyFilesHaveThePositionsOfTheLocalEngine() throws IOException {
        for (int file = 0; file < 20; file++) {
            parquet(String.format("twenty/%02d.parquet", file), file * 4, file * 4 + 1 + file % 4);
        }
        assertAlike(Opened.request(folder.resolve("twenty").toString()));
    }

    @Test
    void aTestFileAndDeclaredTypesAreReadAlike() throws IOException {
        TableRequest request = Opened.request(parquet("train.parquet", 0, 80).toString());
        assertAlike(Opened.withTest(request, parquet("test.parquet", 80, 120).toString()));
        assertAlike(Opened.withTypes(request, Map.of("whole", ColumnType.TEXT, "truth", ColumnType.NUMBER)));
    }

    @Test
    void aColumnSaysThePart() throws IOException {
        Path file = SqlTable.write(
                "SELECT range AS x, CASE range % 4 WHEN 0 THEN 'Test ' WHEN 1 THEN 'dev' ELSE 'TRAIN' END AS part"
                        + " FROM range(40)",
                folder.resolve("parts.parquet"));
        TableRequest request = Opened.withSplit(Opened.request(file.toString()), "part");
        assertAlike(request);
        try (Table table = Opened.open(new SparkEngine(), request)) {
            assertThat(table.profile().rows(Part.VALIDATION)).isEqualTo(10);
        }
        assertThatThrownBy(() -> Opened.open(new SparkEngine(), Opened.withSplit(request, "prat")))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("prat");
    }

    @Test
    void textHasTheTypesOfTheLocalReader() throws IOException {
        Path file = folder.resolve("sales.csv");
        StringBuilder text = new StringBuilder("Betrag;Tag;Name;Name\n");
        for (int row = 0; row < 90; row++) {
            text.append(row % 9 == 0 ? "n/a" : "1." + (100 + row) + ",5")
                    .append(';')
                    .append(String.format("%02d.01.2024", 1 + row % 28))
                    .append(";\"a;")
                    .append(row % 4)
                    .append("\";x\n");
        }
        Files.writeString(file, text);
        assertAlike(Opened.request(file.toString()));
    }

    @Test
    void addressesAreReadBySpark() throws IOException {
        Path one = parquet("far/one.parquet", 0, 30);
        parquet("far/two.parquet", 30, 50);
        Path csv = Files.writeString(folder.resolve("far.csv"), "a,b\n1,x\n2,y\n3,\n");
        try (Table table = Opened.bySpark(one.getParent().toUri() + "*.parquet");
                Table text = Opened.bySpark(csv.toUri().toString())) {
            assertThat(table.profile().rows()).isEqualTo(50);
            ColumnBatch rows = table.scan(List.of("id"), 100, 1);
            for (int row = 0; row < 50; row++) {
                assertThat(rows.rowIds()[row]).isEqualTo(row);
                assertThat(rows.numbers("id")[row]).isEqualTo(row);
            }
            assertThat(text.columns())
                    .extracting(TableColumn::type)
                    .containsExactly(ColumnType.NUMBER, ColumnType.TEXT);
        }
        assertThatThrownBy(() -> Opened.bySpark(folder.toUri() + "nothing/*.parquet"))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void orcHasTypesButNoOrder() {
        String place = folder.resolve("rows.orc").toString();
        Opened.session()
                .range(20)
                .selectExpr("id", "id % 3 AS `Mixed.Case`")
                .write()
                .orc(place);
        try (Table table = Opened.bySpark(place)) {
            assertThat(table.columns()).extracting(TableColumn::name).containsExactly("id", "Mixed.Case");
            assertThat(table.isOrdered()).isFalse();
            assertThat(table.profile().rows()).isEqualTo(20);
        }
    }

    @Test
    void aFileThatIsGoneIsNoFaultOfTheProgram() throws IOException {
        Path file = parquet("gone.parquet", 0, 30);
        try (Table table = Opened.bySpark(file.toString())) {
            Files.delete(file);
            assertThatThrownBy(table::profile)
                    .isInstanceOf(WatertightException.class)
                    .hasMessageContaining("gone.parquet");
        }
    }
}
