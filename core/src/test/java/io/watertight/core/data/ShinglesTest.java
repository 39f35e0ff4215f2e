package io.watertight.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class ShinglesTest {

    private static String words(int first, int last) {
        return IntStream.range(first, last).mapToObj(word -> "w" + word).collect(Collectors.joining(" "));
    }

    @Test
    void similarityIsTheJaccardIndexOfRunsOfThreeWords() {
        // 18 runs each, of which the first 8 are shared: 8 / (18 + 18 - 8).
        assertThat(Shingles.similarity(words(0, 20), words(0, 10) + " " + words(30, 40)))
                .isCloseTo(8.0 / 28, within(1e-12));
    }

    @Test
    void shortTextsAreComparedByRunsOfFiveCharacters() {
        // "abcdef" and "abcdeg" have two runs each and share one.
        assertThat(Shingles.similarity("abcdef", "abcdeg")).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(Shingles.similarity("ab", "ab")).isEqualTo(1);
    }

    @Test
    void caseBlanksAndPunctuationDoNotMatter() {
        assertThat(Shingles.similarity("Grüße, aus  ROM!", "grüße aus rom")).isEqualTo(1);
    }

    @Test
    void textsWithoutLettersAreLikeNothing() {
        assertThat(Shingles.of(" !? ")).isEmpty();
        assertThat(Shingles.bands(" !? ")).isEmpty();
        assertThat(Shingles.similarity("", "")).isZero();
    }

    /** A shingle tells itself from others: as many hashes as the definition, spelt out with strings, has runs. */
    @RepeatedTest(20)
    void anyTextHasTheShinglesOfTheDefinition(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String alphabet = "aBc ÜßЖ漢½Ⅷ٣.,-_\n\t\u0301 😀𝒳\ud800";
        int[] points = alphabet.codePoints().toArray();
        String text = random.ints(random.nextInt(120), 0, points.length)
                .mapToObj(index -> Character.toString(points[index]))
                .collect(Collectors.joining());
        String plain = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        String[] words = plain.split(" ");
        Set<String> runs = words.length >= 12
                ? IntStream.rangeClosed(0, words.length - 3)
                        .mapToObj(start -> String.join(" ", List.of(words).subList(start, start + 3)))
                        .collect(Collectors.toSet())
                : IntStream.rangeClosed(0, Math.max(0, plain.length() - 5))
                        .mapToObj(start -> plain.substring(start, Math.min(plain.length(), start + 5)))
                        .collect(Collectors.toSet());
        runs.remove("");

        assertThat(Shingles.of(text)).hasSameSizeAs(runs).isEqualTo(Shingles.of(plain));
    }

    @Test
    void bandsAreSharedAsOftenAsTheoryHasIt() {
        Random random = new Random(42);
        int met = 0;
        double expected = 0;
        int pairs = 2000;
        for (int pair = 0; pair < pairs; pair++) {
            List<String> words = IntStream.range(0, 60)
                    .mapToObj(word -> "x" + random.nextInt(1_000_000))
                    .collect(Collectors.toList());
            String left = String.join(" ", words);
            for (int change = 0; change < 5; change++) {
                words.set(random.nextInt(words.size()), "changed" + random.nextInt());
            }
            String right = String.join(" ", words);
            Set<String> bands = new HashSet<>(List.of(Shingles.bands(left).split(" ")));
            assertThat(bands).hasSize(Shingles.BANDS);
            met += List.of(Shingles.bands(right).split(" ")).stream().anyMatch(bands::contains) ? 1 : 0;
            double similarity = Shingles.similarity(left, right);
            expected += 1 - Math.pow(1 - Math.pow(similarity, Shingles.ROWS), Shingles.BANDS);
        }
        assertThat((double) met / pairs).isCloseTo(expected / pairs, within(0.02));
    }
}
