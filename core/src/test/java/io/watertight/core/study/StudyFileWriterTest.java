package io.watertight.core.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StudyFileWriterTest {

    private static final List<String> ODD_NAMES = List.of(
            "age",
            "a b",
            "a: b",
            "a #b",
            "#a",
            "- a",
            "null",
            "true",
            "No",
            "017",
            "1e5",
            ".5",
            "...",
            "",
            " a ",
            "ä",
            "日本",
            "😀",
            "a\"b",
            "a'b",
            "a\\b",
            "a\nb",
            "a\tb",
            "[a]",
            "{a}",
            "*",
            "lab_*",
            "&a",
            "!a",
            "%a",
            "@a",
            "`a",
            "a,b",
            "a+b",
            "\u0000",
            "\u001b[31m",
            "\u202Eabc",
            "\uFEFF",
            "\uFFFD",
            "\u2028",
            "\u0085",
            "?",
            "? a",
            "|",
            ">",
            "=",
            "<<",
            "~",
            "a:");

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static String word(Random random) {
        return ODD_NAMES.get(random.nextInt(ODD_NAMES.size()));
    }

    private static List<String> words(Random random) {
        List<String> words = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            words.add(word(random));
        }
        return words;
    }

    private static List<Key> keys(Random random) {
        List<Key> keys = new ArrayList<>();
        for (int count = random.nextInt(3); count > 0; count--) {
            keys.add(random.nextBoolean() ? Key.of(word(random)) : Key.of(word(random), word(random)));
        }
        return keys;
    }

    private static Declaration random(Random random) {
        Map<String, KnownAt> known = new LinkedHashMap<>();
        words(random)
                .forEach(name -> known.put(
                        name,
                        List.of(KnownAt.ALWAYS, KnownAt.parse("event+3d"), KnownAt.UNKNOWN)
                                .get(random.nextInt(3))));
        Map<String, ColumnType> types = new LinkedHashMap<>();
        words(random).forEach(name -> types.put(name, ColumnType.values()[random.nextInt(4)]));
        Map<String, String> answers = new LinkedHashMap<>();
        words(random).forEach(name -> answers.put(name, word(random)));
        DeclarationBuilder builder = Declaration.builder()
                .name(word(random))
                .data(words(random))
                .test(words(random))
                .code(words(random))
                .knowledge(words(random))
                .ids(keys(random))
                .groups(keys(random))
                .times(keys(random))
                .features(words(random))
                .ignored(words(random))
                .knownAt(known)
                .types(types)
                .answers(answers);
        if (random.nextBoolean()) {
            builder.target(word(random))
                    .positive(word(random))
                    .split(word(random))
                    .weight(word(random));
            builder.task(Task.values()[random.nextInt(3)]).purpose(Purpose.values()[random.nextInt(3)]);
            builder.predictAt(PredictionPoint.parse("x+2d")).horizon(Lag.parse("30d"));
            builder.acceptances(List.of(
                    new Acceptance("0123456789ab", "b" + word(random), Optional.of(word(random)), Optional.empty()),
                    new Acceptance("123456789012", "why", Optional.empty(), Optional.of(LocalDate.of(2030, 2, 3)))));
        }
        return builder.build();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsWrittenIsReadAgain(long seed) {
        Random random = new Random(seed);
        Declaration declaration = random(random);
        List<Guess> guesses = List.of(new Guess("id", word(random), word(random)), new Guess("task", "binary", "a\nb"));
        StudyNotes notes = new StudyNotes(guesses, Map.of("target", word(random), "known-at.age", "a # b\ntarget: z"));

        String text = StudyFileWriter.write(declaration, Optional.empty(), notes);

        assertThat(StudyFile.parse(Path.of("study.yml"), text).declaration())
                .as("seed %d, text:%n%s", seed, text)
                .isEqualTo(declaration);
    }

    @Test
    void guessesAreCommentsAndReasonsStandBesideTheirLine() {
        Declaration declaration = Declaration.builder()
                .data(List.of("loans.csv"))
                .target("default")
                .knownAt(Map.of("income", KnownAt.ALWAYS))
                .build();
        StudyNotes notes = new StudyNotes(
                List.of(new Guess("id", "loan_id", "no value repeats")),
                Map.of("known-at.income", "asked at the desk"));

        assertThat(StudyFileWriter.write(declaration, Optional.of("words.csv"), notes))
                .endsWith("""
                        data: loans.csv
                        target: default
                        # id: loan_id   # guess: no value repeats
                        dictionary: words.csv

                        # When the value of each column is known: always | event | event+30d | a time column | after-outcome | unknown
                        known-at:
                          income: always   # asked at the desk
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"age", "lab_1", "a b", "train/part-1.csv", "after-outcome"})
    void plainWordsNeedNoQuotes(String word) {
        assertThat(YamlText.of(word)).isEqualTo(word);
    }
}
