package io.watertight.checks.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InfiniteValuesTest {

    private final CheckTester tester = CheckTester.of(new InfiniteValues()).declare("--target y");

    private static String csv(String odd) {
        return "y,x\n"
                + IntStream.range(0, 200)
                        .mapToObj(i -> i % 2 + "," + (i % 40 == 3 ? odd : i / 8.0) + "\n")
                        .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(strings = {"inf", "-inf", "Infinity", "-Infinity", "+inf", "1e999"})
    void findsEachSpellingInText(String odd) {
        Finding finding = tester.csv(csv(odd)).finding();
        assertThat(finding.columns()).containsExactly("x");
        assertThat(finding.evidence().value()).isEqualTo(5);
    }

    @Test
    void findsThemInFloatingPointColumns() {
        String query =
                "SELECT i %% 2 AS y, (i / (i %% 50)::%1$s)::%1$s AS a, (-i / (i %% 40)::%1$s)::%1$s AS b, i %% 7 AS c FROM range(1, 401) t(i)";
        for (String type : new String[] {"DOUBLE", "FLOAT"}) {
            Finding finding = tester.sql(String.format(query, type)).finding();
            assertThat(finding.columns()).containsExactly("a", "b");
            assertThat(finding.evidence().value()).isEqualTo(18);
        }
    }

    @Test
    void aColumnThatIsSetAsideMayHoldThem() {
        assertThat(tester.declare("--target y --ignore x").csv(csv("inf")).findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NaN", "nan", "NA", "1e300", "infant", "0"})
    void innocentTwinsAreNotAccused(String odd) {
        assertThat(tester.csv(csv(odd)).findings()).isEmpty();
    }

    @Test
    void innocentUndefinedNumbersAreMissingAndNotInfinite() {
        assertThat(tester.sql("SELECT i % 2 AS y, if(i % 9 = 0, 'nan'::DOUBLE, i / 3.0) AS a FROM range(400) t(i)")
                        .findings())
                .isEmpty();
    }
}
