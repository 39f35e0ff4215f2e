package io.watertight.ml.transform;

import static io.watertight.ml.transform.FirstRows.apply;
import static io.watertight.ml.transform.FirstRows.fit;
import static io.watertight.ml.transform.FirstRows.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.SparseBlock;
import io.watertight.ml.learn.Fitted;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Golden numbers: scikit-learn 1.9.1, TfidfVectorizer. */
class TfIdfTest {

    private static final CategoryBlock TEXTS = words(
            "note",
            List.of(
                    "the cat sat on the mat",
                    "the dog ate my cat",
                    "dogs and cats, cats and dogs",
                    "Über straße 42 the the the"));

    private static SparseBlock only(Features features) {
        return (SparseBlock) features.blocks().get(0);
    }

    private static double[][] dense(SparseBlock block) {
        double[][] rows = new double[block.rows()][block.width()];
        for (int row = 0; row < rows.length; row++) {
            for (int entry = block.starts()[row]; entry < block.starts()[row + 1]; entry++) {
                rows[row][block.columns()[entry]] = block.values()[entry];
            }
        }
        return rows;
    }

    private static void weighed(TfIdf step, List<String> terms, double[]... expected) {
        SparseBlock block = only(fit(step, TEXTS).training().features());
        assertThat(block.terms()).isEqualTo(terms);
        double[][] actual = dense(block);
        for (int row = 0; row < expected.length; row++) {
            assertThat(actual[row]).containsExactly(expected[row], within(1e-14));
        }
    }

    @Test
    void wordsOfTwoTextsAgreeWithScikitLearn() {
        weighed(
                TfIdf.of(Columns.all()).withFewestRows(2),
                List.of("cat", "the"),
                new double[] {0.5254635733493682, 0.8508160982744233},
                new double[] {0.7772211620785797, 0.6292275146695526},
                new double[] {0, 0},
                new double[] {0, 1});
    }

    @Test
    void ofEquallyFrequentWordsTheFirstBySpellingStay() {
        weighed(
                TfIdf.of(Columns.all()).withMostWords(4),
                List.of("and", "cat", "cats", "the"),
                new double[] {0, 0.5254635733493682, 0, 0.8508160982744233},
                new double[] {0, 0.7772211620785797, 0, 0.6292275146695526},
                new double[] {0.7071067811865476, 0, 0.7071067811865476, 0},
                new double[] {0, 0, 0, 1});
    }

    @Test
    void sublinearCountsAgreeWithScikitLearn() {
        weighed(
                TfIdf.of(Columns.all()).withSublinearCounts(),
                List.of(
                        "42", "and", "ate", "cat", "cats", "dog", "dogs", "mat", "my", "on", "sat", "straße", "the",
                        "über"),
                new double[] {
                    0,
                    0,
                    0,
                    0.3602518805517279,
                    0,
                    0,
                    0,
                    0.456933830736007,
                    0,
                    0.456933830736007,
                    0.456933830736007,
                    0,
                    0.49381474820594173,
                    0
                },
                new double[] {
                    0,
                    0,
                    0.4981971092712959,
                    0.3927843233041577,
                    0,
                    0.4981971092712959,
                    0,
                    0,
                    0.4981971092712959,
                    0,
                    0,
                    0,
                    0.3179927614076589,
                    0
                },
                new double[] {
                    0, 0.5773502691896258, 0, 0, 0.5773502691896258, 0, 0.5773502691896258, 0, 0, 0, 0, 0, 0, 0
                },
                new double[] {
                    0.4567064338012504,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0.4567064338012504,
                    0.611766050033534,
                    0.4567064338012504
                });
    }

    @Test
    void wordsOfHeldOutRowsAreNotLearntAndMissingTextsAreEmpty() {
        CategoryBlock training = new CategoryBlock("note", new int[] {0, -1}, List.of("red fox", "secret word"));
        Fitted fitted = fit(TfIdf.of(Columns.all()), training);
        assertThat(only(fitted.training().features()).terms()).containsExactly("fox", "red");
        SparseBlock later =
                only(apply(fitted, new CategoryBlock("note", new int[] {1, 0}, List.of("red fox", "secret word"))));
        assertThat(later.starts()).containsExactly(0, 0, 2);
    }

    @Test
    void aColumnWithoutWordsIsLeftOut() {
        assertThat(fit(TfIdf.of(Columns.all()), words("note", List.of("a", "-", "")))
                        .training()
                        .features()
                        .blocks())
                .isEmpty();
    }

    @Test
    void wordsAreRunsOfLettersAndDigitsOfAnyScript() {
        assertThat(cut("Don't pay €1,000 – naïve CAFÉ_au_lait!"))
                .containsExactly("don", "pay", "000", "naïve", "café_au_lait");
        assertThat(cut("Привет, мир 42")).containsExactly("привет", "мир", "42");
        assertThat(cut("हिन्दी भाषा")).containsExactly("हिन्दी", "भाषा");
        assertThat(cut("東京の駅")).containsExactly("東", "京", "駅");
        assertThat(cut("x 😀 𝔘𝔫𝔦")).containsExactly("𝔘𝔫𝔦");
        assertThat(cut("")).isEmpty();
    }

    private static List<String> cut(String text) {
        List<String> words = new ArrayList<>();
        Tokens.each(text, words::add);
        return words;
    }
}
