package io.watertight.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.checks.duplicates.DuplicateKeys;
import io.watertight.checks.duplicates.DuplicateRows;
import io.watertight.checks.duplicates.DuplicateRowsAcrossSplit;
import io.watertight.checks.duplicates.NearDuplicateRows;
import io.watertight.checks.group.UndeclaredGroup;
import io.watertight.checks.split.ColumnDiffersAcrossSplit;
import io.watertight.checks.split.ColumnShiftAlongRows;
import io.watertight.checks.split.LabelShift;
import io.watertight.checks.split.NewLabels;
import io.watertight.checks.split.NewLevelsInTest;
import io.watertight.checks.time.RowsSortedByTarget;
import io.watertight.checks.time.ShuffledTimeSeries;
import io.watertight.core.audit.Audit;
import io.watertight.core.audit.AuditOptions;
import io.watertight.core.audit.AuditReport;
import io.watertight.core.check.Catalogue;
import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Severity;
import io.watertight.core.engine.Engine;
import io.watertight.core.engine.Progress;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.DeclarationBuilder;
import io.watertight.testkit.SqlTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The false-positive rate of the checks about rows, groups, time and splits: tables of random columns of the kinds that raise false
 * alarms elsewhere. Half of them are split at random; the target is of two or five classes, rare, or a number.
 */
final class SplitNullTablesTest {

    /** The pages state the rates for 200; a few suffice to notice a change for the worse. */
    private static final int TABLES = Integer.getInteger("watertight.null.tables", 50);

    private static final List<String> TARGETS =
            List.of("(R < 0.4)::INT", "(R < 0.08)::INT", "'class ' || (R * 5)::INT", "R", "exp(2 * R) + (R * 1e6 % 7)");

    /** R stands for a number in [0, 1) that no other column shares. */
    private static final List<String> COLUMNS = List.of(
            "(18 + R * 60)::INT AS age",
            "round(R * 40, 1) AS dose",
            "(R * 200)::INT * 10 AS price",
            "'area ' || (R * R * 60)::INT AS area",
            "(R * 3)::INT AS children",
            "(R < 0.2)::INT AS flag",
            "CASE WHEN R < 0.7 THEN R END AS score",
            "DATE '2024-01-01' + (R * 300)::INT AS day",
            "1 + (R * 11)::INT AS month",
            "'street ' || (R * 250)::INT AS street",
            "i AS n",
            "sqrt(R) AS x");

    @TempDir
    Path folder;

    @Test
    void randomTablesRaiseHardlyAnyAlarm() {
        Engine engine = ServiceLoader.load(Engine.class).findFirst().orElseThrow();
        Map<String, Integer> alarms = new TreeMap<>();
        for (int seed = 0; seed < TABLES; seed++) {
            AuditReport report = audit(engine, seed);
            for (CheckResult result : report.checks()) {
                assertThat(result.status())
                        .as("%s, seed %d: %s", result.id(), seed, result.reason())
                        .isNotEqualTo(CheckStatus.FAILED);
                if (result.findings().stream().anyMatch(finding -> finding.severity() != Severity.INFO)) {
                    alarms.merge(result.id(), 1, Integer::sum);
                }
            }
        }
        System.out.println("alarms on " + TABLES + " random tables: " + alarms);
        assertThat(alarms.values().stream().mapToInt(Integer::intValue).sum())
                .as("alarms by check: %s", alarms)
                .isLessThanOrEqualTo(TABLES / 50);
    }

    private AuditReport audit(Engine engine, int seed) {
        boolean split = seed % 2 == 0;
        StringBuilder select =
                new StringBuilder("SELECT " + random(TARGETS.get(seed % TARGETS.size()), seed, 0) + " AS y");
        int columns = 2 + seed % 9;
        for (int index = 0; index < columns; index++) {
            select.append(", ").append(random(COLUMNS.get((seed + index) % COLUMNS.size()), seed, index + 1));
        }
        if (split) {
            select.append(random(", CASE WHEN R < 0.7 THEN 'train' ELSE 'test' END AS part", seed, 99));
        }
        select.append(" FROM range(" + (400 + seed % 4 * 300) + ") t(i)");
        Path table = SqlTable.write(select.toString(), folder.resolve("table" + seed + ".parquet"));
        DeclarationBuilder declaration = Declaration.builder()
                .name("null")
                .data(List.of(table.toString()))
                .target("y");
        return new Audit(engine, Optional.empty(), checks(), AuditOptions.DEFAULT, Progress.NONE)
                .run((split ? declaration.split("part") : declaration).build());
    }

    private static String random(String column, int seed, int index) {
        String number = "((hash(i * 1009 + " + (seed * 131_071L + index * 8_191L) + ") % 1000003) / 1000003.0)";
        return column.replaceAll("\\bR\\b", number);
    }

    private static Catalogue checks() {
        return Catalogue.of(
                new DuplicateKeys(),
                new DuplicateRows(),
                new DuplicateRowsAcrossSplit(),
                new NearDuplicateRows(),
                new UndeclaredGroup(),
                new ColumnDiffersAcrossSplit(),
                new ColumnShiftAlongRows(),
                new LabelShift(),
                new NewLabels(),
                new NewLevelsInTest(),
                new RowsSortedByTarget(),
                new ShuffledTimeSeries());
    }
}
