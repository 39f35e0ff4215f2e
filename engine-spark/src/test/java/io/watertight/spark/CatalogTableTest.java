package io.watertight.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import io.watertight.core.audit.AuditReport;
import io.watertight.core.check.Finding;
import io.watertight.core.engine.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Tables of Iceberg and of Delta, by the user's session, its catalog and their libraries: {@code -Dwatertight.spark.tables=true} brings these. */
@EnabledIfSystemProperty(named = "watertight.spark.tables", matches = "true")
final class CatalogTableTest {

    private static final List<String> SETTINGS =
            List.of("spark.sql.catalog.lake", "spark.sql.catalog.lake.type", "spark.sql.catalog.lake.warehouse");

    private final SparkSession session = Opened.session();

    @TempDir
    private Path folder;

    @BeforeEach
    void nameTheCatalog() {
        session.conf().set(SETTINGS.get(0), "org.apache.iceberg.spark.SparkCatalog");
        session.conf().set(SETTINGS.get(1), "hadoop");
        session.conf().set(SETTINGS.get(2), folder.resolve("lake").toUri().toString());
    }

    @AfterEach
    void forgetTheCatalog() {
        SETTINGS.forEach(session.conf()::unset);
    }

    private static List<String> found(AuditReport report) {
        return report.findings().stream()
                .map(CatalogTableTest::inShort)
                .sorted()
                .toList();
    }

    private static String inShort(Finding finding) {
        return finding.check() + " " + finding.columns() + " " + finding.severity() + " " + finding.confidence() + " "
                + finding.evidence();
    }

    private Dataset<Row> rows() {
        return session.range(600)
                .selectExpr(
                        "id % 97 AS customer",
                        "CAST(id % 13 AS DOUBLE) / 4 AS amount",
                        "if(id % 5 = 0, NULL, id * 31 % 17) AS visits",
                        "id % 3 = 0 AS closed",
                        "TIMESTAMP '2024-01-01 00:00:00Z' + make_dt_interval(0, id % 50) AS day",
                        "named_struct('a', id % 4) AS nested",
                        "if(id % 3 = 0, 'yes', 'no') AS churned");
    }

    @Test
    void aTableOfIcebergHasTheFindingsOfItsParquetTwin() {
        session.sql("CREATE NAMESPACE lake.shop");
        rows().writeTo("lake.shop.events").using("iceberg").createOrReplace();
        compareToTwin("lake.shop.events", "lake.shop.evnts");
    }

    @Test
    void aTableOfDeltaHasTheFindingsOfItsParquetTwinAndIsSplitAsTheTwinIs() {
        rows().write()
                .format("delta")
                .option("path", folder.resolve("events").toString())
                .saveAsTable("events");
        try {
            compareToTwin("events", "evnts");
            Dataset<Row> twin =
                    session.read().parquet(folder.resolve("twin.parquet").toString());
            Map<String, Object> words = Map.of("target", "churned", "group", "customer");
            Dataset<Row> split =
                    SparkSplit.split(session.table("events"), words).rows();
            Dataset<Row> same =
                    SparkSplit.split(twin.where("customer <> 96"), words).rows();
            assertThat(split.exceptAll(same).count()).isZero();
            assertThat(split.count()).isEqualTo(594);
        } finally {
            session.sql("DROP TABLE events");
        }
    }

    private void compareToTwin(String name, String misspelt) {
        String parquet = folder.resolve("twin.parquet").toString();
        rows().write().parquet(parquet);
        session.sql("DELETE FROM " + name + " WHERE customer = 96");

        AuditReport table = SparkAudit.audit(session.table(name), "churned");
        AuditReport twin = SparkAudit.audit(session.read().parquet(parquet).where("customer <> 96"), "churned");

        assertThat(found(table)).isNotEmpty().isEqualTo(found(twin));
        assertThat(table.checks().stream().map(check -> check.id() + check.status()))
                .isEqualTo(twin.checks().stream()
                        .map(check -> check.id() + check.status())
                        .toList());
        assertThat(table.provenance().rows())
                .isEqualTo(twin.provenance().rows())
                .isEqualTo(594);
        try (Table named = Opened.bySpark("table:" + name)) {
            assertThat(named.profile().rows()).isEqualTo(594);
            assertThat(named.isOrdered()).isFalse();
        }
        assertThatThrownBy(() -> Opened.bySpark("table:" + misspelt))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining(misspelt);
        assertThat(session.sql("SHOW VIEWS IN global_temp").count())
                .as("views left behind")
                .isZero();
    }
}
