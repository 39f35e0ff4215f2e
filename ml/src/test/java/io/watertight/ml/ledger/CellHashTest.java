package io.watertight.ml.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CellHashTest {

    @ParameterizedTest
    @CsvSource({
        "0.0, -0.0",
        "0.1, 0.10000000149011612",
        "2.9999999999, 3",
        "-12.345, -12.3450001",
        "1.5e300, 1.5000000001e300",
        "1.5e-300, 1.5000000001e-300",
        "0.30000000000000004, 0.3",
        "123456.7, 123457",
    })
    void theSameToSixDigitsIsTheSame(double left, double right) {
        assertThat(CellHash.ofNumber(left)).isEqualTo(CellHash.ofNumber(right));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 10",
        "0.1, 0.01",
        "1, -1",
        "123456.7, 123458.2",
        "1234567, 1234568",
        "9007199254740991, 9007199254740992",
        "Infinity, -Infinity",
        "0.5, 5",
        "4.9e-324, 9.9e-324",
        "0, 4.9e-324"
    })
    void othersAreNot(double left, double right) {
        assertThat(CellHash.ofNumber(left)).isNotEqualTo(CellHash.ofNumber(right));
    }

    @Test
    void aNumberWrittenAsTextIsThatNumber() {
        assertThat(CellHash.ofText("1250.5")).isEqualTo(CellHash.ofNumber(1250.5));
        assertThat(CellHash.ofText(" -3 ")).isEqualTo(CellHash.ofNumber(-3));
        assertThat(CellHash.ofText("1.0E7")).isEqualTo(CellHash.ofNumber(1e7));
        assertThat(CellHash.ofText(".5")).isEqualTo(CellHash.ofNumber(0.5));
        assertThat(CellHash.ofText("-")).isNotEqualTo(CellHash.ofText("+"));
        assertThat(CellHash.ofText("1.2.3")).isNotEqualTo(CellHash.ofText("1.2.4"));
        assertThat(CellHash.ofText("")).isNotEqualTo(CellHash.ofNumber(0));
        assertThat(CellHash.ofText("1234567890123456789012345"))
                .isNotEqualTo(CellHash.ofText("1234567890123456789012346"));
    }

    @Test
    void namesIgnoreCaseAndBlanksAndTextsOnlyBlanks() {
        assertThat(CellHash.ofName(" Amount ")).isEqualTo(CellHash.ofName("amount"));
        assertThat(CellHash.ofText(" rent\n")).isEqualTo(CellHash.ofText("rent"));
        assertThat(CellHash.ofText("Rent")).isNotEqualTo(CellHash.ofText("rent"));
        assertThat(CellHash.ofText("\uD83D\uDE00")).isNotEqualTo(CellHash.ofText("?"));
    }

    /** The ledger's format: written down once, and never to change. */
    @Test
    void hashesStayAsTheyAre() {
        // SplitMix64 from state 0: its first output is that of the golden gamma (Vigna's splitmix64.c,
        // 0xe220a8397b1dcdaf).
        assertThat(CellHash.mix(0x9e3779b97f4a7c15L)).isEqualTo(0xe220a8397b1dcdafL);
        assertThat(CellHash.ofNumber(0)).isEqualTo(0xe220a8397b1dcdafL);
        // FNV-1a of "a" is af63dc4c8601ec8c (the authors' test vectors).
        assertThat(CellHash.ofText("a")).isEqualTo(CellHash.mix(0xaf63dc4c8601ec8cL));
    }

    @Test
    void aMillionValuesDoNotCollide() {
        Set<Long> hashes = new HashSet<>();
        Random random = new Random(1);
        for (int value = 0; value < 500_000; value++) {
            hashes.add(CellHash.ofNumber(value));
            hashes.add(CellHash.ofNumber(value / 1000.0 + 0.00025 + random.nextInt(1)));
        }

        assertThat(hashes).hasSizeGreaterThan(999_000 - 450_000); // six digits merge decimals above 100
    }
}
