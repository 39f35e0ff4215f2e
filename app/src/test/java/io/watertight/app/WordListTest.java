package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class WordListTest {

    @Test
    void commasSeparateAndBlanksAboutThemAreNoPartOfAWord() {
        assertThat(WordList.of(List.of("a, b ", " c", "b,,"))).containsExactly("a", "b", "c");
        assertThat(WordList.of(List.of("log loss,\tAUC"))).containsExactly("log loss", "AUC");
        assertThat(WordList.of(List.of(" , "))).isEmpty();
    }

    @Test
    void aKnownNameMayHoldCommasAndBlanksOfItsOwn() {
        List<String> known = List.of("a", "b", "a, b", " c ");

        assertThat(WordList.ofNames(List.of("a, b", " c "), known)).containsExactly("a, b", " c ");
        assertThat(WordList.ofNames(List.of("b, a", "a"), known)).containsExactly("b", "a");
    }
}
