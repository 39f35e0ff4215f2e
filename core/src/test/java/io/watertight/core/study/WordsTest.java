package io.watertight.core.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import org.junit.jupiter.api.Test;

final class WordsTest {

    @Test
    void wordsAreLowerCaseWithHyphens() {
        assertThat(Words.all(KnownAt.Kind.class)).contains("after-outcome");
        assertThat(Words.read(Task.class, " Multi-Class ", "--task")).isEqualTo(Task.MULTICLASS);
    }

    @Test
    void anotherWordIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> Words.read(Task.class, "regresion", "--task"))
                .isInstanceOfSatisfying(
                        WatertightException.class,
                        problem -> assertThat(problem.explain())
                                .contains("'regresion'")
                                .contains("--task")
                                .contains("you mean 'regression'"));
        assertThatThrownBy(() -> Words.read(Task.class, "", "--task")).hasMessageContaining("''");
    }

    @Test
    void aPlusSignThatNoLengthOfTimeFollowsBelongsToTheName() {
        assertThat(PredictionPoint.parse("a+24h").column()).isEqualTo("a");
        assertThat(PredictionPoint.parse("a+b").column()).isEqualTo("a+b");
        assertThat(PredictionPoint.parse("a+2b").column()).isEqualTo("a+2b");
        assertThat(PredictionPoint.parse("a+").column()).isEqualTo("a+");
    }
}
