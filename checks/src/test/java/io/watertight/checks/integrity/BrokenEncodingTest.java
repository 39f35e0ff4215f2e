package io.watertight.checks.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenEncodingTest {

    private final CheckTester tester = CheckTester.of(new BrokenEncoding()).declare("--target y");

    @ParameterizedTest
    @ValueSource(
            strings = {"'caf' || chr(65533)", "'caf' || chr(195) || chr(169)", "chr(226) || chr(8364) || 'quoted'"})
    void findsTheTracesOfAWrongEncoding(String damaged) {
        assertThat(tester.sql("SELECT i % 2 AS y, if(i % 9 = 0, " + damaged + ", 'bar') AS a FROM range(90) t(i)")
                        .finding()
                        .columns())
                .containsExactly("a");
    }

    @Test
    void acquitsLettersBeyondAscii() {
        assertThat(tester.sql(
                                "SELECT i % 2 AS y, ['café', 'naïve', 'Ångström', '東京', 'São', '€ 5'][i % 6 + 1] AS a FROM range(90) t(i)")
                        .findings())
                .isEmpty();
    }

    @Test
    void survivesEmptyColumns() {
        assertThat(tester.sql("SELECT i % 2 AS y, NULL::VARCHAR AS a FROM range(90) t(i)")
                        .findings())
                .isEmpty();
    }
}
