package io.watertight.checks.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UndeclaredGroupTest {

    private final CheckTester tester = CheckTester.of(new UndeclaredGroup()).declare("--target y");

    /** Entities k, four rows each, whose own rate decides the target. */
    private static String entities(String name) {
        return "SELECT " + name
                + ", (random() < CASE WHEN hash(k) % 3 = 0 THEN 0.8 ELSE 0.1 END)::INT AS y, random() AS x"
                + " FROM (SELECT hash(i % 400) % 100000 AS k FROM range(1600) t(i))";
    }

    @Test
    void anEntityByNameIsHighWhetherItsIdentityPredictsOrNot() {
        Finding predicts = tester.sql(entities("k::INT AS patient_nbr")).finding();
        assertThat(predicts.columns()).containsExactly("patient_nbr");
        assertThat(predicts.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(predicts.message()).contains("resemble each other");
        assertThat(predicts.question()).isPresent();
        Finding silent = tester.sql("SELECT (i % 400) AS patient_nbr, (random() < 0.3)::INT AS y FROM range(1600) t(i)")
                .finding();
        assertThat(silent.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(silent.message()).doesNotContain("resemble each other");
    }

    @Test
    void anIdentifierByItsEndingNeedsItsIdentityToPredict() {
        assertThat(tester.sql(entities("'IM' || k AS image_id")).finding().confidence())
                .isEqualTo(Confidence.HIGH);
        assertThat(tester.sql("SELECT 'IM' || i % 400 AS image_id, (random() < 0.3)::INT AS y FROM range(1600) t(i)")
                        .finding()
                        .confidence())
                .isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void wordsWhoseIdentityPredictsAreAQuestion() {
        assertThat(tester.sql(entities("'D' || k AS director")).finding().confidence())
                .isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void identityPredictsANumberToo() {
        assertThat(tester.declare("--target y --task regression")
                        .sql(
                                "SELECT 'S' || k AS speaker, hash(k) % 7 + random() AS y FROM (SELECT i % 300 AS k FROM range(1500) t(i))")
                        .finding()
                        .message())
                .contains("resemble each other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Smooth in an age, a price or a day: neighbours share what the value says.
                "SELECT age, (random() < age / 100.0)::INT AS y FROM (SELECT (18 + random() * 60)::INT AS age FROM range(2000) t(i))",
                "SELECT price, (random() < price / 3000.0)::INT AS y FROM (SELECT (random() * 300)::INT * 10 AS price FROM range(2000) t(i))",
                "SELECT day, (random() < 0.3)::INT AS y FROM (SELECT DATE '2025-01-01' + (random() * 200)::INT AS day FROM range(2000) t(i))",
                // Few levels or one that dominates: a category, whatever its name.
                "SELECT 'kind ' || k AS kind, (random() < k / 12.0)::INT AS y FROM (SELECT (random() * 10)::INT AS k FROM range(2000) t(i))",
                "SELECT k AS discharge_id, (random() < 0.2 + (k % 2) / 2.0)::INT AS y"
                        + " FROM (SELECT CASE WHEN random() < 0.6 THEN 1 ELSE (random() * 25)::INT END AS k FROM range(4000) t(i))",
                // A measurement with ties, and one that counts.
                "SELECT round(random(), 2) AS ratio, (random() < 0.3)::INT AS y FROM range(2000) t(i)",
                "SELECT (random() * 40)::INT AS number_of_visits, (random() < 0.3)::INT AS y FROM range(2000) t(i)",
                // Words that repeat but say nothing.
                "SELECT 'street ' || (random() * 500)::INT AS street, (random() < 0.3)::INT AS y FROM range(2000) t(i)",
                // Ids that never repeat.
                "SELECT i AS customer, (random() < 0.3)::INT AS y FROM range(500) t(i)"
            })
    void ordinaryColumnsAreNotAccused(String table) {
        assertThat(tester.sql(table).findings()).isEmpty();
    }

    @Test
    void withASplitOnlyAStraddlingEntityIsReported() {
        String table = entities("k AS customer, CASE WHEN PART THEN 'train' ELSE 'test' END AS part");
        CheckTester split = tester.declare("--target y --split part");
        Finding finding = split.sql(table.replace("PART", "random() < 0.7")).finding();
        assertThat(finding.message()).contains("lie in training and test");
        assertThat(split.sql(table.replace("PART", "k % 10 < 7")).findings()).isEmpty();
    }

    @Test
    void aDeclaredGroupIsNotUndeclared() {
        assertThat(tester.declare("--target y --group customer")
                        .sql(entities("k AS customer"))
                        .findings())
                .isEmpty();
    }

    /** Random codes and numbers that say nothing about a rare class; rows of that class were copied four times. */
    private static String copied(String codes) {
        return "SELECT b.* EXCLUDE (c) FROM (SELECT y, CASE WHEN y = 1 THEN 5 ELSE 1 END AS c, random() AS x, " + codes
                + " FROM (SELECT i, (hash(i) % 10 = 0)::INT AS y FROM range(2500) t(i))) b, range(5) r(k) WHERE k < c";
    }

    @Test
    void copiedRowsMakeNoGroupOfEveryManyValuedColumn() {
        assertThat(tester.sql(copied("'A' || hash(i * 3) % 400 AS code_a, 'B' || hash(i * 7) % 300 AS code_b"))
                        .findings())
                .isEmpty();
    }

    @Test
    void aGroupIsSeenThroughCopies() {
        String table = entities("'D' || k AS director");
        assertThat(tester.sql("SELECT a.* FROM (" + table + ") a, range(3) r(k) WHERE k = 0 OR a.x < 0.2")
                        .finding()
                        .columns())
                .containsExactly("director");
    }

    @Test
    void whatADeclaredGroupExplainsIsNoSecondGroup() {
        String table =
                "SELECT k AS customer, 'T' || hash(k) % 5000 AS town, (random() < CASE WHEN hash(k) % 3 = 0 THEN 0.8 ELSE 0.1 END)::INT AS y,"
                        + " random() AS x FROM (SELECT i % 400 AS k FROM range(1600) t(i))";
        assertThat(tester.sql(table).findings()).hasSize(2);
        assertThat(tester.declare("--target y --group customer").sql(table).findings())
                .isEmpty();
    }

    @Test
    void theFolderOfAPathIsTheGroup() {
        String files =
                "SELECT 'site_' || k % 3 || '/patient_' || k || '/' || i || '.png' AS file, (random() < 0.4)::INT AS y"
                        + " FROM (SELECT i, i % 300 AS k FROM range(1500) t(i))";
        assertThat(tester.sql(files).finding().confidence()).isEqualTo(Confidence.HIGH);
        String silent = files.replace("patient_", "lot_");
        assertThat(tester.sql(silent).findings()).isEmpty();
        assertThat(tester.sql(silent.replace("random() < 0.4", "random() < 0.1 + 0.8 * (hash(k) % 2)"))
                        .finding()
                        .message())
                .contains("300 folders", "resemble each other");
        assertThat(tester.sql(files.replace("i % 300 AS k", "i // 300 AS k")).findings())
                .as("five batches")
                .isEmpty();
        assertThat(tester.declare("--target y --split part")
                        .sql(files.replace("AS file,", "AS file, if(k % 10 < 7, 'train', 'test') AS part,"))
                        .findings())
                .as("split by folder")
                .isEmpty();
    }

    @Test
    void withoutATargetTheNameAloneDecides() {
        assertThat(tester.declare("")
                        .sql("SELECT i % 300 AS patient, random() AS x FROM range(900) t(i)")
                        .finding()
                        .columns())
                .containsExactly("patient");
    }
}
