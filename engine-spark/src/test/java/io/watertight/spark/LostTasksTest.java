package io.watertight.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.audit.Audit;
import io.watertight.core.audit.AuditOptions;
import io.watertight.core.audit.AuditReport;
import io.watertight.core.engine.Progress;
import io.watertight.core.split.Assignment;
import io.watertight.core.split.Shape;
import io.watertight.core.split.SplitPlan;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.DeclarationBuilder;
import io.watertight.core.study.Key;
import io.watertight.testkit.SqlTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each task that reads a file dies once and runs again elsewhere: what comes out is what would have come out. */
final class LostTasksTest {

    private static final String SETTING = "fs.frail.impl";

    @TempDir
    private Path folder;

    @BeforeEach
    void mountFrailFiles() {
        Opened.session().sparkContext().hadoopConfiguration().set(SETTING, FrailFiles.class.getName());
        FrailFiles.LOSSES.set(0);
    }

    @AfterEach
    void unmount() {
        Opened.session().sparkContext().hadoopConfiguration().unset(SETTING);
    }

    private Path table() {
        return SqlTable.write(
                "SELECT range % 37 AS customer, hash(range) % 13 / 4.0 AS amount,"
                        + " CASE WHEN range % 5 > 0 THEN range * 31 % 17 END AS visits, range % 3 = 0 AS closed,"
                        + " TIMESTAMP '2024-01-01' + (range * 7 % 50) * INTERVAL 1 DAY AS day,"
                        + " CASE range % 3 WHEN 0 THEN 'yes' ELSE 'no' END AS churned FROM range(400)",
                folder.resolve("rows.parquet"));
    }

    @Test
    void anAuditTellsTheSame() {
        Path file = table();

        AuditReport sound = audit(file.toUri().toString());
        assertThat(FrailFiles.LOSSES).hasValue(0);
        AuditReport frail = audit("frail:" + file);

        assertThat(FrailFiles.LOSSES).hasValueGreaterThan(20);
        assertThat(frail.findings()).isNotEmpty().isEqualTo(sound.findings());
        assertThat(frail.checks()).isEqualTo(sound.checks());
    }

    private static AuditReport audit(String address) {
        return Audit.with(new SparkEngine(), AuditOptions.DEFAULT, Progress.NONE)
                .run(study(address).build());
    }

    private static DeclarationBuilder study(String address) {
        return Declaration.builder().data(List.of(address)).target("churned").groups(List.of(Key.of("customer")));
    }

    @Test
    void aSplitHasTheSameLines() {
        Path file = table();

        List<String> sound = lines(file.toUri().toString());
        List<String> frail = lines("frail:" + file);

        assertThat(FrailFiles.LOSSES).hasValueGreaterThan(5);
        assertThat(frail).hasSizeGreaterThan(400).isEqualTo(sound);
    }

    private List<String> lines(String address) {
        Path output = folder.resolve("split.csv");
        SplitPlan plan = new SplitPlan.Group("customer", true, new Shape.Folds(3, 1));
        Declaration study = study(address).build();
        return Audit.with(new SparkEngine(), AuditOptions.DEFAULT, Progress.NONE)
                .with(study, (view, table) -> {
                    assertThat(table.assign(new Assignment(view.study(), plan, 5, output, Map.of()))
                                    .proof()
                                    .holds())
                            .isTrue();
                    try {
                        return Files.readAllLines(output);
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                });
    }
}
