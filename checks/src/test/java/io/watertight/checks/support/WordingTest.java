package io.watertight.checks.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void countsWithThousandsAndPlural() {
        assertThat(Wording.count(0, "row")).isEqualTo("0 rows");
        assertThat(Wording.count(1, "row")).isEqualTo("1 row");
        assertThat(Wording.count(1400, "row")).isEqualTo("1,400 rows");
    }

    @Test
    void agreesWithTheVerb() {
        assertThat(Wording.are(1, "column")).isEqualTo("1 column is");
        assertThat(Wording.are(2, "column")).isEqualTo("2 columns are");
        assertThat(Wording.does(1, "column", "hold")).isEqualTo("1 column holds");
        assertThat(Wording.does(2, "column", "hold")).isEqualTo("2 columns hold");
    }
}
