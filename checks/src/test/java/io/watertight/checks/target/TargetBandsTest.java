package io.watertight.checks.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetBandsTest {

    private static Finding[] found(String target, String column) {
        return CheckTester.of(new TargetBands())
                .sql("SELECT y, " + column + " AS c, i % 7 AS other FROM (SELECT i, " + target
                        + " AS y, (hash(i * 3) % 1000) / 1000.0 AS noise FROM range(800) t(i))")
                .declare("--target y --task regression")
                .findings()
                .toArray(Finding[]::new);
    }

    private static final String NUMBER = "(hash(i) % 10007) / 10.0";
    private static final String SKEWED = "exp((hash(i) % 10007) / 2000.0)";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if(y < 300, 'low', if(y < 700, 'middle', 'high'))",
                "if(y < 500, 'no', 'yes')",
                "floor(y / 100)",
                "-floor(y / 250)",
                "if(y > 900, 1, 0)",
                "if(i % 4 = 0, NULL, if(y < 300, 'low', 'high'))"
            })
    void wordsAndCodesForBandsAreFound(String column) {
        assertThat(found(NUMBER, column)).singleElement().satisfies(finding -> {
            assertThat(finding.columns()).containsExactly("c");
            assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
            assertThat(finding.evidence().facts()).containsEntry("exceptions", 0L);
        });
    }

    @Test
    void bandsOfASkewedNumberAreFound() {
        assertThat(found(SKEWED, "if(y < 5, 'a', if(y < 30, 'b', 'c'))")).hasSize(1);
    }

    @Test
    void wholeNumbersAsTargetHaveBandsToo() {
        assertThat(found("hash(i) % 60", "if(y < 20, 'few', if(y < 40, 'some', 'many'))"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Innocent twins: bands of something near the target, a level that mixes two stretches, a strong but
                // graded word, chance,
                // one value only, a value a row.
                "if(y + 40 * noise < 300, 'low', if(y + 40 * noise < 700, 'middle', 'high'))",
                "if(y < 300 OR y > 800, 'edge', 'middle')",
                "if(y < 500 AND noise < 0.9, 'a', 'b')",
                "if(noise < 0.5, 'a', 'b')",
                "'a'",
                "'v' || i"
            })
    void innocentTwinsAreNotAccused(String column) {
        assertThat(found(NUMBER, column)).isEmpty();
    }

    @Test
    void innocentGroupsThatLieApartAreNotAccused() {
        assertThat(found("[40, 300, 900][1 + i % 3] + (hash(i) % 1000) / 20.0", "'kind ' || i % 3"))
                .isEmpty();
        assertThat(found(
                        "[40, 70, 100][1 + i % 3] + sqrt(-2 * ln((1 + hash(i) % 1000) / 1001.0)) * cos(i)",
                        "'kind ' || i % 3"))
                .isEmpty();
    }

    @Test
    void proposesNothingOnNullTables() {
        for (int seed = 0; seed < NullTables.TABLES; seed++) {
            assertThat(new TargetBands().propose(NullTables.of(seed, 0)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }
}
