package io.watertight.checks.@PACKAGE@;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.testkit.CheckTester;
import org.junit.jupiter.api.Test;

class @CLASS@Test {

    private final CheckTester tester = CheckTester.of(new @CLASS@()).declare("--target y");

    @Test
    void findsTheDefect() {
        assertThat(tester.sql("SELECT i % 2 AS y, if(i % 4 = 0, i, NULL) AS a FROM range(100) t(i)")
                        .finding()
                        .columns())
                .containsExactly("a");
    }

    @Test
    void acquitsTheInnocentTwin() {
        assertThat(tester.sql("SELECT i % 2 AS y, if(i % 4 > 0, i, NULL) AS a FROM range(100) t(i)")
                        .findings())
                .isEmpty();
    }
}
