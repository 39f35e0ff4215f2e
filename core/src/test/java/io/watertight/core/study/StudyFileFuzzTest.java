package io.watertight.core.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import io.watertight.core.WatertightException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, reading and editing it ends in a study or in a sentence, and an edit loses nothing. */
final class StudyFileFuzzTest {

    private static final String SEED_TEXT = """
            # a study
            data: [a.csv, "b c.csv"]   # both
            target: card
            group: [[site, patient]]
            known-at:
              "lab_*": event+2d
              income: always   # desk
            types: {zip: text}
            acceptances:
              - fingerprint: 0123456789ab
                because: 'it''s small'
            answers: {}
            """;

    private static final List<String> SNIPPETS = List.of(
            ":",
            " ",
            "\n",
            "  ",
            "- ",
            "#",
            "\"",
            "'",
            "[",
            "]",
            "{",
            "}",
            ",",
            "&a ",
            "*a",
            "!!int ",
            "|\n",
            ">\n",
            "? ",
            "---\n",
            "...\n",
            "%YAML 1.1\n",
            "\t",
            "\u0000",
            "\uFEFF",
            "\uD83D",
            "\u2028",
            "answers:\n",
            "known-at: ",
            "<<: ",
            "~",
            "\r",
            "\\");

    static LongStream seeds() {
        return LongStream.range(0, 3000);
    }

    private static String mutate(Random random) {
        StringBuilder text = new StringBuilder(SEED_TEXT);
        for (int times = 1 + random.nextInt(6); times > 0; times--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, SNIPPETS.get(random.nextInt(SNIPPETS.size())));
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.delete(at, Math.min(text.length(), at + random.nextInt(30)));
                default -> text.insert(at, text.substring(random.nextInt(at + 1), at));
            }
            if (text.isEmpty()) {
                text.append('x');
            }
        }
        return text.toString();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void readingAndEditingEndInAStudyOrASentence(long seed) {
        String text = mutate(new Random(seed));
        try {
            StudyFile study = StudyFile.parse(Path.of("study.yml"), text);
            StudyFile edited = study.answer("abc", "yes").know("income", KnownAt.AFTER_OUTCOME);

            assertThat(edited.declaration().answers()).as(text).containsEntry("abc", "yes");
            assertThat(edited.declaration().knownAt("income")).as(text).isEqualTo(KnownAt.AFTER_OUTCOME);
            assertThat(edited.declaration().data())
                    .as(text)
                    .isEqualTo(study.declaration().data());
            assertThat(edited.declaration().acceptances())
                    .as(text)
                    .isEqualTo(study.declaration().acceptances());
        } catch (WatertightException sentence) {
            assertThat(sentence.remedy()).isNotBlank();
        } catch (RuntimeException | StackOverflowError problem) {
            fail("seed " + seed + ", text:\n" + text, problem);
        }
    }
}
