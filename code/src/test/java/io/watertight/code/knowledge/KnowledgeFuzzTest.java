package io.watertight.code.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.watertight.core.WatertightException;
import io.watertight.core.study.YamlNode;
import io.watertight.core.study.YamlReader;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a file, the reader gives entries or says what is wrong. */
class KnowledgeFuzzTest {

    private static final String SOUND = """
            # a comment
            version: 1
            library: ours
            source: https://example.org/docs (ours 2.1)

            aliases:
              shop.old: shop.new

            classes:
              shop.Scaler: {role: transformer, learns: scale, learns-if: {missing: mean}, parameters: [mean, std]}
              shop.Split: {role: splitter, keeps: [groups, time], shuffles: request}

            functions:
              shop.join: {rows: union, gives: frame, data: [tables], parameters: ["*tables", how]}
              shop.lead: {ahead: {one-of: side, values: [right, both]}, parameters: [side]}

            methods:
              frame:
                clean: {inplace: request}
                rank: {learns: scale, supervised: false}
            """;
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ":",
        ": ",
        ",",
        "\n",
        "  ",
        "\t",
        "#",
        "\"",
        "'",
        "*",
        "&a",
        "---\n",
        "- ",
        "? ",
        "!!map ",
        "|\n",
        ">",
        "%",
        "@",
        "null",
        "~",
        "version",
        "\\",
        "\u0000",
        "\ufeff",
        "é",
        "\uD83D",
        "[[[[[[[[",
        "{a: {a: ",
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aSpoiltFileNeverThrowsAnythingElse(long seed) {
        Random random = new Random(seed);
        int accepted = 0;
        for (int round = 0; round < 600; round++) {
            String text = spoilt(random);
            try {
                KnowledgeReader.read(text, "fuzz.yml");
                accepted++;
            } catch (WatertightException problem) {
                assertThat(problem.getMessage()).startsWith("fuzz.yml, line ");
                assertThat(problem.remedy()).isNotBlank();
            } catch (RuntimeException | StackOverflowError other) {
                fail("seed " + seed + ", round " + round + ":\n" + text, other);
            }
        }
        assertThat(accepted).as("some survive").isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void whatTheQuickReaderAcceptsItReadsAsYamlDoes(long seed) {
        Random random = new Random(seed);
        int compared = 0;
        for (int round = 0; round < 1_000; round++) {
            String text = spoilt(random);
            Optional<YamlNode> quick = EntryLines.read(text);
            if (quick.isPresent()) {
                compared++;
                Object plain;
                try {
                    plain = YamlReader.read(text, "fuzz.yml").plain();
                } catch (WatertightException refused) {
                    continue; // the bundled files are proved equal one by one
                }
                assertThat(quick.get().plain())
                        .as("seed %d, round %d:%n%s", seed, round, text)
                        .isEqualTo(plain);
            }
        }
        assertThat(compared).isPositive();
    }

    private static String spoilt(Random random) {
        StringBuilder text = new StringBuilder(SOUND);
        int edits = 1 + random.nextInt(3);
        for (int edit = 0; edit < edits; edit++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(8)));
                case 2 -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
                default -> {
                    int from = random.nextInt(text.length());
                    text.insert(at, text.substring(from, Math.min(text.length(), from + random.nextInt(30))));
                }
            }
        }
        return text.toString();
    }
}
