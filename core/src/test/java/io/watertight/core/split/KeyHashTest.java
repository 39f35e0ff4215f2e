package io.watertight.core.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class KeyHashTest {

    /** The MD5 of {@code 5:Texas} by md5sum begins with 2cfb230ce4c4380. */
    @Test
    void theNumberIsTheBeginningOfTheDigest() {
        assertThat(KeyHash.of(List.of("Texas"))).isEqualTo(0x2cfb230ce4c4380L);
    }

    @Test
    void partsOfAKeyDoNotRunIntoOneAnother() {
        assertThat(KeyHash.of(List.of("a", "bc"))).isNotEqualTo(KeyHash.of(List.of("ab", "c")));
        assertThat(KeyHash.of(List.of("1:a"))).isNotEqualTo(KeyHash.of(List.of("1", "a")));
    }

    @Test
    void numbersAreSpelledWithoutAnEngineOfTheirOwn() {
        assertThat(KeyHash.text(-0.0)).isEqualTo("0");
        assertThat(KeyHash.text(12)).isEqualTo("12");
        assertThat(KeyHash.text(1e18)).isEqualTo("1000000000000000000");
        assertThat(KeyHash.text(1.5)).isEqualTo("f1536");
        assertThat(KeyHash.text(-1.5)).isEqualTo("f-1536");
        assertThat(KeyHash.text(1e300)).isEqualTo("huge");
    }
}
