package io.watertight.checks.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

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

    @Test
    void onePopulationCannotBeToldApart() {
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
