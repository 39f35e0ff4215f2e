package io.watertight.checks.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

final class ShuffledTimeSeriesTest {

    private static final String SERIES =
            "SELECT 10 * sin(i / 20.0) + random() AS y, random() AS x FROM range(2000) t(i)";

    private final CheckTester tester = CheckTester.of(new ShuffledTimeSeries()).declare("--target y");

    @Test
    void aNumberThatFollowsItsNeighbourIsASeries() {
        Finding finding = tester.sql(SERIES).finding();
        assertThat(finding.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(finding.columns()).isEmpty();
        assertThat(finding.message()).contains("lag-1 correlation").contains("In the order of the file");
    }

    @Test
    void aRecordingWithAFewDozenRunsIsASeries() {
        Finding finding = tester.sql("SELECT (i // 150) % 2 AS y, random() AS x FROM range(6000) t(i)")
                .finding();
        assertThat(finding.message()).contains("40 runs");
        assertThat(finding.question()).isPresent();
    }

    @Test
    void theOrderOfATimeColumnCountsThoughTheFileIsShuffled() {
        Finding finding = tester.declare("--target y --time day")
                .sql(
                        "SELECT DATE '2020-01-01' + i::INT AS day, 10 * sin(i / 20.0) + random() AS y FROM range(2000) t(i) ORDER BY hash(i)")
                .finding();
        assertThat(finding.columns()).containsExactly("day");
        assertThat(finding.message()).contains("In the order of day");
    }

    @Test
    void aFileInSomeOrderThatNothingCallsTimeIsAQuestion() {
        String sorted =
                "SELECT sin(i / 20.0) + 1.2 * (hash(i) %% 1000) / 1000.0 AS y, (hash(-i) %% 97) AS x %s FROM range(2000) t(i)";
        assertThat(tester.sql(sorted.formatted("")).finding().confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(tester.declare("--target y --time hour")
                        .sql(sorted.formatted(", i AS hour"))
                        .finding()
                        .confidence())
                .isEqualTo(Confidence.HIGH);
    }

    @Test
    void theSameRowsShuffledAreNone() {
        assertThat(tester.sql(SERIES + " ORDER BY hash(i)").findings()).isEmpty();
    }

    @Test
    void aFileSortedByClassOrByAStrongFeatureIsNoSeries() {
        assertThat(tester.sql("SELECT (i >= 300)::INT AS y, random() AS x FROM range(500) t(i)")
                        .findings())
                .isEmpty();
        assertThat(tester.sql(
                                "SELECT x, (random() < x)::INT AS y FROM (SELECT random() AS x FROM range(4000)) ORDER BY x")
                        .findings())
                .isEmpty();
    }

    @Test
    void rowsOfOneEntityThatLieTogetherAreAGroup() {
        CheckResult result = tester.sql(
                        "SELECT k AS subject, (hash(k) % 3 = 0)::INT AS y FROM (SELECT i // 10 AS k FROM range(3000) t(i))")
                .result();
        assertThat(result.status()).isEqualTo(CheckStatus.PASSED);
        assertThat(result.remarks()).anyMatch(remark -> remark.contains("subject"));
    }

    @Test
    void hoursOfADayDoNotPassForAnEntity() {
        assertThat(tester.sql("SELECT i // 24 AS day_number, 10 * sin(i / 20.0) + random() AS y FROM range(2400) t(i)")
                        .findings())
                .hasSize(1);
    }

    @Test
    void aTableTooShortToTellIsNotAccused() {
        assertThat(tester.sql("SELECT sin(i / 5.0) AS y, random() AS x FROM range(25) t(i)")
                        .findings())
                .isEmpty();
    }
}
