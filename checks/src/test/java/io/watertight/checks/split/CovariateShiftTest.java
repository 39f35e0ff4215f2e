package io.watertight.checks.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CovariateShiftTest {

    private static final String ROWS = "SELECT (random() < 0.4)::INT AS y, random() + SHIFT AS x, random() AS z, COLUMN"
            + " CASE WHEN i < 700 THEN 'train' ELSE 'test' END AS part FROM range(1000) t(i)";

    private final CheckTester tester = CheckTester.of(new CovariateShift()).declare("--target y --split part");

    @Test
    void aShiftedFeatureTellsThePartsApart() {
        Finding finding = tester.sql(ROWS.replace("SHIFT", "CASE WHEN i < 700 THEN 0 ELSE 0.6 END")
                        .replace("COLUMN", ""))
                .finding();
        assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.message()).contains("most by x");
        assertThat(finding.columns()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void randomSplitsOfRandomTablesAreSilent(int seed) {
        assertThat(tester.sql(
                                "SELECT (h % 5 = 0)::INT AS y, (h // 7) % 50 AS a, 'k' || (h // 350) % 9 AS b, sqrt(h % 9973) AS c,"
                                        + " CASE WHEN (h // 9973) % 10 < 7 THEN 'train' ELSE 'test' END AS part"
                                        + " FROM (SELECT hash(i * 31 + " + seed
                                        + ") % 1000000007 AS h FROM range(600) t(i))")
                        .findings())
                .as("seed %d", seed)
                .isEmpty();
    }

    @Test
    void partsOfOnePopulationAreInnocent() {
        assertThat(tester.sql(ROWS.replace("SHIFT", "0").replace("COLUMN", "")).findings())
                .isEmpty();
    }

    @Test
    void whatNumbersOrDatesTheRowsIsSetAside() {
        assertThat(tester.sql(
                                ROWS.replace("SHIFT", "0")
                                        .replace(
                                                "COLUMN",
                                                "i AS n, 'u' || i AS url, 2020 + i // 200 AS year, DATE '2020-01-01' + i::INT AS day,"))
                        .findings())
                .isEmpty();
    }
}
