package io.watertight.checks.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

class InfiniteValuesTest {

    private final CheckTester tester = CheckTester.of(new InfiniteValues()).declare("--target y");

    @Test
    void findsPositiveAndNegativeInfinity() {
        assertThat(tester.sql(
                                "SELECT i % 2 AS y, if(i = 3, 'infinity'::DOUBLE, i) AS a, if(i = 4, '-infinity'::DOUBLE, i) AS b, i AS c"
                                        + " FROM range(50) t(i)")
                        .finding()
                        .columns())
                .containsExactly("a", "b");
    }

    @Test
    void acquitsNotANumberWhichIsMissingAndLargeNumbers() {
        assertThat(tester.sql(
                                "SELECT i % 2 AS y, if(i = 3, 'nan'::DOUBLE, i) AS a, if(i = 4, 1e300, i) AS b FROM range(50) t(i)")
                        .findings())
                .isEmpty();
    }
}
