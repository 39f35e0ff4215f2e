package io.watertight.checks.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watertight.core.audit.AuditOptions;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.engine.Resources;
import io.watertight.testkit.CheckTester;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NearDuplicateTextsTest {

    private final CheckTester tester = CheckTester.of(new NearDuplicateTexts()).declare("--target y");

    /** A thousand letters of thirty words; the last rows are earlier ones with one word changed. */
    private static String letters(int copied, int words) {
        Random random = new Random(20);
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < 1000; row++) {
            if (row < 1000 - copied) {
                texts.add(Stream.generate(() -> "word" + random.nextInt(2000))
                        .limit(words)
                        .collect(Collectors.joining(" ")));
            } else {
                texts.add(texts.get(row - 500).replaceFirst("word\\d+", "other" + row));
            }
        }
        StringBuilder lines = new StringBuilder();
        for (int row = 0; row < texts.size(); row++) {
            lines.append(row == 0 ? "" : ", ")
                    .append("(" + row % 2 + ", '" + texts.get(row) + "', '" + (row < 800 ? "train" : "test") + "')");
        }
        return "SELECT * FROM (VALUES " + lines + ") AS t(y, letter, part)";
    }

    @Test
    void lettersWithOneWordChangedAreFound() {
        Finding finding =
                tester.declare("--target y --ignore part").sql(letters(60, 30)).finding();

        assertThat(finding.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(finding.subject().columns()).containsExactly("letter");
        assertThat(finding.evidence().facts()).containsEntry("pairs", 60L).containsEntry("rows", 120L);
    }

    @Test
    void withASplitOnlyTestRowsCount() {
        assertThat(tester.declare("--target y --split part")
                        .sql(letters(60, 30))
                        .finding()
                        .evidence()
                        .facts())
                .containsEntry("rows", 60L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'k' || (i % 900) AS code, random() AS a, i % 2 AS y FROM range(1000) t(i)",
                "SELECT 'a rather long description of kind ' || (i % 40) AS kind, random() AS a, i % 2 AS y FROM range(1000) t(i)",
                "SELECT md5(i::VARCHAR) || ' ' || md5((i + 1)::VARCHAR) AS letter, i % 2 AS y FROM range(1000) t(i)"
            })
    void codesCategoriesAndOtherTextsAreNotAccused(String table) {
        assertThat(tester.sql(table).findings()).isEmpty();
    }

    @Test
    void lettersOfTheirOwnAreNotAccused() {
        assertThat(tester.declare("--target y --ignore part")
                        .sql(letters(0, 30))
                        .findings())
                .isEmpty();
    }

    /** One in forty is the text six rows before with another last word. */
    private static String many(String original) {
        return "SELECT i % 2 AS y, md5(b::VARCHAR)[:9] || ' ' || md5((b + 1)::VARCHAR)[:9] || ' ' || md5((b + 2)::VARCHAR)[:9]"
                + " || CASE WHEN b <> i THEN ' x' ELSE ' y' END AS letter FROM (SELECT i, " + original
                + " AS b FROM range(800000) t(i))";
    }

    @Test
    void blocksOfManyTextsStandForAllOfThem() {
        CheckTester thin = tester.with(new AuditOptions(
                Set.of(),
                Set.of(),
                Optional.empty(),
                1,
                OptionalInt.of(10_000),
                Resources.DEFAULT,
                Optional.empty(),
                Optional.empty()));

        Finding finding =
                thin.sql(many("CASE WHEN i % 40 = 7 THEN i - 6 ELSE i END")).finding();

        assertThat(finding.message()).startsWith("About ");
        assertThat(finding.evidence().coverage()).isCloseTo(0.5, within(0.001));
        assertThat((Long) finding.evidence().facts().get("rows")).isBetween(38_000L, 42_000L);
    }
}
