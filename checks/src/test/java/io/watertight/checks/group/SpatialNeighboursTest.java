package io.watertight.checks.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpatialNeighboursTest {

    private static final String PLACES =
            " FROM (SELECT i, 48 + random() AS latitude, 11 + random() AS lng FROM range(1500) t(i))";

    private final CheckTester tester = CheckTester.of(new SpatialNeighbours());

    @Test
    void neighboursThatShareTheirTargetAreAQuestion() {
        Finding finding = tester.sql("SELECT sin(40 * latitude) + cos(40 * lng) > 0 AS y, latitude, lng" + PLACES)
                .declare("--target y")
                .finding();
        assertThat(finding.columns()).containsExactly("latitude", "lng");
        assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(finding.evidence().value()).isGreaterThan(0.4);
    }

    @Test
    void aRandomSplitAcrossNeighboursIsFound() {
        assertThat(tester.sql(
                                "SELECT sin(40 * latitude) AS y, latitude, lng, CASE WHEN i % 4 = 0 THEN 'test' ELSE 'train' END AS part"
                                        + PLACES)
                        .declare("--target y --split part")
                        .finding()
                        .message())
                .contains("test rows lie as near");
    }

    @Test
    void aSplitByBlocksOfTheMapPasses() {
        assertThat(tester.sql(
                                "SELECT sin(40 * latitude) AS y, latitude, lng, CASE WHEN lng > 11.7 THEN 'test' ELSE 'train' END AS part"
                                        + PLACES)
                        .declare("--target y --split part")
                        .findings())
                .isEmpty();
    }

    @Test
    void numbersThatAreNoPlacesAreLeftAlone() {
        assertThat(tester.sql("SELECT latitude AS y, latitude * 1000 AS lat, lng AS lon" + PLACES)
                        .declare("--target y")
                        .findings())
                .isEmpty();
    }

    @Test
    void placesWithGapsAreRead() {
        assertThat(tester.sql("SELECT sin(40 * latitude) AS y, CASE WHEN i % 3 > 0 THEN latitude END AS lat, lng"
                                + PLACES)
                        .declare("--target y")
                        .finding()
                        .columns())
                .containsExactly("lat", "lng");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void placesWithoutASignalPass(int seed) {
        String table = "SELECT hash(i + %d) %% 2 AS y, 48 + (hash(i * 3 + %d) %% 1000) / 1000.0 AS lat,"
                + " 11 + (hash(i * 7 + %d) %% 1000) / 1000.0 AS lon FROM range(800) t(i)";
        assertThat(tester.sql(table.formatted(seed, seed, seed))
                        .declare("--target y")
                        .findings())
                .as("seed %d", seed)
                .isEmpty();
    }
}
