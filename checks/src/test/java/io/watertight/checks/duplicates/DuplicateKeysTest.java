package io.watertight.checks.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

final class DuplicateKeysTest {

    private static final String LISTED =
            "SELECT KEY, sin(k * 1.7) AS score, cos(k * k) AS length, (k * 7) % 13 AS genre, i AS seen,"
                    + " k % 2 AS y FROM (SELECT i, i % 900 AS k FROM range(1000) t(i))";

    private final CheckTester tester = CheckTester.of(new DuplicateKeys()).declare("--target y");

    @Test
    void casesListedTwiceAreFoundByTheirLink() {
        Finding finding = tester.sql(LISTED.replace("KEY", "'https://example.org/' || k AS link"))
                .finding();
        assertThat(finding.columns()).containsExactly("link");
        assertThat(finding.evidence().facts()).containsEntry("rowsBeyondTheFirst", 100L);
    }

    @Test
    void twoKeysOfOneCaseAreOneFinding() {
        assertThat(tester.sql(LISTED.replace("KEY", "'film ' || k AS name, 'f' || k AS image_id"))
                        .finding()
                        .columns())
                .containsExactly("image_id", "name");
    }

    @Test
    void severalHonestRowsOfOnePersonAreNot() {
        assertThat(tester.sql(
                                "SELECT 'p' || i % 900 AS person_id, random() AS a, random() AS b, random() AS c, (random() < 0.3)::INT AS y"
                                        + " FROM range(1000) t(i)")
                        .findings())
                .isEmpty();
    }

    @Test
    void categoriesAndUniqueKeysAreInnocent() {
        assertThat(tester.sql(LISTED.replace("KEY", "'kind ' || k % 90 AS kind"))
                        .findings())
                .isEmpty();
        assertThat(tester.sql(LISTED.replace("KEY", "'u' || i AS url")).findings())
                .isEmpty();
    }

    @Test
    void withASplitOnlyKeysOnBothSidesCount() {
        String parts =
                LISTED.replace("KEY", "'f' || k AS image_id, CASE WHEN PART THEN 'train' ELSE 'test' END AS part");
        CheckTester split = tester.declare("--target y --split part");
        assertThat(split.sql(parts.replace("PART", "i < 700")).finding().confidence())
                .isEqualTo(Confidence.HIGH);
        assertThat(split.sql(parts.replace("PART", "k < 700")).findings()).isEmpty();
    }
}
