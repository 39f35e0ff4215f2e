package io.watertight.checks.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixedTypesTest {

    private final CheckTester tester = CheckTester.of(new MixedTypes()).declare("--target y");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i::VARCHAR",
                "(i / 8)::VARCHAR",
                "'$' || i",
                "i || ' %'",
                "'1,' || (100 + i) || '.50'",
                "'-' || i || 'e3'"
            })
    void findsNumbersAsPeopleWriteThemAmongWords(String number) {
        String table = "SELECT i % 2 AS y, if(i % 10 = 0, 'more', " + number
                + ") AS a, 'b' || i % 3 AS b FROM range(400) t(i)";

        assertThat(tester.sql(table).finding().columns()).containsExactly("a");
    }

    @Test
    void acquitsCodesThatAreAllDigits() {
        assertThat(tester.sql("SELECT i % 2 AS y, lpad(i::VARCHAR, 5, '0') AS zip FROM range(400) t(i)")
                        .findings())
                .isEmpty();
    }

    @Test
    void acquitsWordsWithSomeNumbersAmongThem() {
        assertThat(tester.sql("SELECT i % 2 AS y, if(i % 3 = 0, '12', 'ward ' || i % 9) AS a FROM range(400) t(i)")
                        .findings())
                .isEmpty();
    }

    @Test
    void acquitsCodesOfWhichSomeBeginWithALetter() {
        assertThat(tester.sql(
                                "SELECT i % 2 AS y, if(i % 8 = 0, 'V' || i % 60, (100 + i % 300)::VARCHAR) AS a FROM range(400) t(i)")
                        .findings())
                .isEmpty();
    }

    @Test
    void survivesEmptyColumnsAndOneRow() {
        assertThat(tester.sql("SELECT i % 2 AS y, NULL::VARCHAR AS a FROM range(40) t(i)")
                        .findings())
                .isEmpty();
        assertThat(CheckTester.of(new MixedTypes()).sql("SELECT 'x' AS a").findings())
                .isEmpty();
    }
}
