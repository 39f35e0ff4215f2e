package io.watertight.checks.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Finding;
import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategorySpellingsTest {

    private final CheckTester tester = CheckTester.of(new CategorySpellings()).declare("--target y");

    @ParameterizedTest
    @CsvSource({
        "New York, new york",
        "New York, New-York",
        "New York, NewYork",
        "São Paulo, Sao Paulo",
        "yes, yes.",
        "U.S.A., USA",
        "straße_a, Straße A",
        "don’t, don't"
    })
    void bringsSpellingsTogether(String left, String right) {
        assertThat(CategorySpellings.plain(left)).isEqualTo(CategorySpellings.plain(right));
    }

    @ParameterizedTest
    @CsvSource({"A+, A-", "A, A-", "1-2, 12", "1.5, 15", "<=50K, >50K", "a1, a2", "C, C++"})
    void keepsApartWhatMayDiffer(String left, String right) {
        assertThat(CategorySpellings.plain(left)).isNotEqualTo(CategorySpellings.plain(right));
    }

    @Test
    void countsTheRowsOfRarerSpellings() {
        Finding finding = tester.sql(
                        "SELECT i % 2 AS y, ['Rome', 'Rome', 'ROME', 'Oslo', 'Oslo '][i % 5 + 1] AS city, 'x' || i % 4 AS b"
                                + " FROM range(500) t(i)")
                .finding();

        assertThat(finding.columns()).containsExactly("city");
        assertThat(finding.evidence().value()).isEqualTo(2);
        assertThat(finding.evidence().facts()).containsEntry("city: rows with a rarer spelling", 200L);
        assertThat(finding.message()).doesNotContain("ROME");
    }

    @Test
    void findsALabelThatEndsWithAFullStopInOnePart() {
        assertThat(tester.sql("SELECT ['yes', 'no', 'yes.', 'no.'][i % 4 + 1] AS y, i AS a FROM range(500) t(i)")
                        .finding()
                        .columns())
                .containsExactly("y");
    }

    @Test
    void acquitsIdsNumbersAndEmptyColumns() {
        assertThat(tester.sql(
                                "SELECT i % 2 AS y, if(i % 2 = 0, 'k' || i // 2, 'K' || i // 2) AS id, NULL::VARCHAR AS b, i AS c"
                                        + " FROM range(500) t(i)")
                        .findings())
                .isEmpty();
    }
}
