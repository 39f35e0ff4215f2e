package io.watertight.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import io.watertight.core.audit.AuditReport;
import io.watertight.core.check.Finding;
import io.watertight.core.engine.Table;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A table of Iceberg, by the user's session, its catalog and its library: {@code -Dwatertight.spark.tables=true} brings it. */
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

    @Test
    void aTableOfACatalogHasTheFindingsOfItsParquetTwin() {
        Dataset<Row> rows = session.range(600)
                .selectExpr(
                        "id % 97 AS customer",
                        "CAST(id % 13 AS DOUBLE) / 4 AS amount",
                        "if(id % 5 = 0, NULL, id * 31 % 17) AS visits",
                        "id % 3 = 0 AS closed",
                        "TIMESTAMP '2024-01-01 00:00:00Z' + make_dt_interval(0, id % 50) AS day",
                        "named_struct('a', id % 4) AS nested",
                        "if(id % 3 = 0, 'yes', 'no') AS churned");
        String parquet = folder.resolve("twin.parquet").toString();
        rows.write().parquet(parquet);
        session.sql("CREATE NAMESPACE lake.shop");
        rows.writeTo("lake.shop.events").using("iceberg").createOrReplace();
        session.sql("DELETE FROM lake.shop.events WHERE customer = 96");

        AuditReport table = SparkAudit.audit(session.table("lake.shop.events"), "churned");
        AuditReport twin = SparkAudit.audit(session.read().parquet(parquet).where("customer <> 96"), "churned");

        assertThat(found(table)).isNotEmpty().isEqualTo(found(twin));
        assertThat(table.checks().stream().map(check -> check.id() + check.status()))
                .isEqualTo(twin.checks().stream()
                        .map(check -> check.id() + check.status())
                        .toList());
        assertThat(table.provenance().rows())
                .isEqualTo(twin.provenance().rows())
                .isEqualTo(594);
        try (Table named = Opened.bySpark("table:lake.shop.events")) {
            assertThat(named.profile().rows()).isEqualTo(594);
            assertThat(named.isOrdered()).isFalse();
        }
        assertThatThrownBy(() -> Opened.bySpark("table:lake.shop.evnts"))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("lake.shop.evnts");
        assertThat(session.sql("SHOW VIEWS IN global_temp").count())
                .as("views left behind")
                .isZero();
    }
}
