package io.watertight.checks.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.CheckStatus;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

final class NewLabelsTest {

    private final CheckTester tester = CheckTester.of(new NewLabels()).declare("--target y --split part");

    @Test
    void aClassOfTheTestSetAloneIsFound() {
        assertThat(tester.sql(
                                "SELECT CASE WHEN i >= 490 THEN 'Yes' WHEN i % 3 = 0 THEN 'yes' ELSE 'no' END AS y, random() AS x,"
                                        + " CASE WHEN i < 350 THEN 'train' ELSE 'test' END AS part FROM range(500) t(i)")
                        .finding()
                        .message())
                .contains("1 of 3 classes")
                .contains("10 of 150 test rows")
                .doesNotContain("Yes");
    }

    @Test
    void aClassOfTrainingAloneIsSound() {
        assertThat(tester.sql(
                                "SELECT CASE WHEN i < 10 THEN 'maybe' WHEN i % 3 = 0 THEN 'yes' ELSE 'no' END AS y, random() AS x,"
                                        + " CASE WHEN i < 350 THEN 'train' ELSE 'test' END AS part FROM range(500) t(i)")
                        .findings())
                .isEmpty();
    }

    @Test
    void numbersHaveNoClasses() {
        assertThat(tester.sql(
                                "SELECT random() AS y, random() AS x, CASE WHEN i < 350 THEN 'train' ELSE 'test' END AS part"
                                        + " FROM range(500) t(i)")
                        .result()
                        .status())
                .isEqualTo(CheckStatus.SKIPPED);
    }
}
