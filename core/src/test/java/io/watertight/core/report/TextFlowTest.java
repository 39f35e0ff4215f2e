package io.watertight.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TextFlowTest {

    @Test
    void breaksBetweenWords() {
        assertThat(TextFlow.wrap("one two three", 7)).containsExactly("one two", "three");
    }

    @Test
    void breaksWithinAWordOnlyWhereItIsLongerThanALine() {
        assertThat(TextFlow.wrap("a abcdefgh b", 5)).containsExactly("a", "abcde", "fgh b");
    }

    @Test
    void keepsTogetherWhatIsJoined() {
        assertThat(TextFlow.wrap("--purpose\u00A0rows or --purpose\u00A0future", 19))
                .containsExactly("--purpose rows or", "--purpose future");
    }

    @Test
    void countsWideCharactersTwiceAndMarksNot() {
        assertThat(TextFlow.cells("收入")).isEqualTo(4);
        assertThat(TextFlow.cells("e\u0301")).isEqualTo(1);
        assertThat(TextFlow.cells("👩")).isEqualTo(2);
        assertThat(TextFlow.wrap("收入收入", 5)).containsExactly("收入", "收入");
    }

    @Test
    void nothingIsOneEmptyLine() {
        assertThat(TextFlow.wrap("", 10)).containsExactly("");
    }

    @RepeatedTest(50)
    void losesNothingAndKeepsToTheWidth(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < 80; index++) {
            text.append(random.nextInt(4) == 0 ? ' ' : (char) ('a' + random.nextInt(26)));
        }
        int width = 4 + random.nextInt(20);

        var lines = TextFlow.wrap(text.toString(), width);

        assertThat(lines).as("seed %d", seed).allMatch(line -> TextFlow.cells(line) <= width);
        assertThat(String.join("", lines).replace(" ", ""))
                .isEqualTo(text.toString().replace(" ", ""));
    }
}
