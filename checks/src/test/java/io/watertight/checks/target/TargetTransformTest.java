package io.watertight.checks.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetTransformTest {

    private static List<Finding> found(String columns) {
        return CheckTester.of(new TargetTransform())
                .sql("SELECT y, age, " + columns + " FROM (SELECT i, 100 + 5000 * random() * random() AS y,"
                        + " floor(90 * random()) AS age, random() AS u FROM range(1200) t(i))")
                .declare("--target y --task regression")
                .findings();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 * y AS x",
                "round(y / 27.5, 2) AS x",
                "32 - 1.8 * y AS x",
                "CASE WHEN i % 7 > 0 THEN y / 1000 END AS x",
                "ln(y) AS x",
                "-1 / y AS x",
                "y * y AS x",
                "round(y, -2) AS x",
                "CASE WHEN i = 611 THEN 5 ELSE 3 * y END AS x",
                "CASE WHEN i = 611 THEN 5 ELSE sqrt(y) END AS x"
            })
    void findsTheTargetInAnotherUnitOrOnAnotherScale(String column) {
        assertThat(found(column)).singleElement().satisfies(finding -> {
            assertThat(finding.columns()).containsExactly("x");
            assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
        });
    }

    @Test
    void saysTheUnit() {
        assertThat(found("y / 12 AS monthly"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("y = 12 monthly"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"y * [24, 25, 26, 27][i % 4 + 1] AS x", "y * (1 + u / 200) AS x"})
    void asksAboutWhatIsNearlyACopy(String column) {
        assertThat(found(column)).singleElement().satisfies(finding -> {
            assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
            assertThat(finding.question()).isPresent();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "y + 800 * u AS x",
                "y * (0.8 + u) AS x",
                "CASE WHEN i % 5 = 0 THEN y ELSE 5000 * u END AS x",
                "3 AS x, CAST(NULL AS DOUBLE) AS z",
                "CASE WHEN i < 9 THEN y END AS x"
            })
    void leavesStrongAndEmptyColumnsAlone(String column) {
        assertThat(found(column)).isEmpty();
    }

    @Test
    void accusesNothingOnNullTables() {
        for (int seed = 0; seed < NullTables.TABLES; seed++) {
            assertThat(MemoryAnswers.findings(new TargetTransform(), NullTables.of(seed, 0)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }
}
