package io.watertight.code.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.Code;
import io.watertight.code.source.CodeFile;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Place;
import io.watertight.core.check.Severity;
import io.watertight.core.lint.Excerpt;
import io.watertight.core.lint.LintReport.Suppressed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionsTest {

    private static final Set<String> RULES = Set.of(Code.RULE, "negative-shift");

    @TempDir
    private Path folder;

    private Suppressions.Answer hear(String code, int... lines) {
        CodeFile file = Code.read(folder, "a.py", code);
        List<Finding> findings = Arrays.stream(lines)
                .mapToObj(line -> Code.finding(Code.place("a.py", 0, line)))
                .toList();
        return Suppressions.of(file).answer(findings, RULES, RULES);
    }

    private static List<String> problems(Suppressions.Answer answer) {
        return answer.open().stream()
                .filter(finding -> finding.check().equals(SuppressionComment.ID))
                .peek(finding -> assertThat(finding.severity()).isEqualTo(Severity.INFO))
                .map(Finding::message)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = fit(X)  # watertight: ignore[made-up] because only training rows",
                "x = fit(X)  # noqa # Watertight:ignore [made-up] Because: only training rows",
                "x = fit(X)  # watertight: ignore[negative-shift, made-up] because only training rows"
            })
    void aCommentWithAReasonSuppressesOnItsLine(String line) {
        Suppressions.Answer answer = hear(line + "\n", 1);

        assertThat(answer.suppressed()).extracting(Suppressed::because).containsExactly("only training rows");
        assertThat(answer.open()).noneMatch(finding -> finding.check().equals(Code.RULE));
    }

    @Test
    void commentsRightAboveCountAndOthersDoNot() {
        String comment = "# watertight: ignore[made-up] because r\n";

        assertThat(hear(comment + "# more\nx = 1\n", 3).suppressed()).hasSize(1);
        assertThat(hear(comment + "x = 1\n", 2).suppressed()).hasSize(1);
        assertThat(hear(comment + "\nx = 1\n", 3).suppressed()).isEmpty();
        assertThat(hear("y = 1  " + comment + "x = 1\n", 2).suppressed()).isEmpty();
    }

    @Test
    void aCommentOnAnyLineOfTheStatementCounts() {
        CodeFile file = Code.read(folder, "a.py", "x = fit(\n  X,  # watertight: ignore[made-up] because r\n  y)\n");
        Finding finding = Code.finding(new Place("a.py", 0, 1, 0, 3, 4, 1, "x = fit("));

        assertThat(Suppressions.of(file).answer(List.of(finding), RULES, RULES).suppressed())
                .hasSize(1);
    }

    @Test
    void withoutAReasonNothingIsSuppressedAndThatIsSaid() {
        Suppressions.Answer answer =
                hear("x = 1  # watertight: ignore[made-up]\ny = 1 # watertight: ignore[made-up] because \n", 1, 2);

        assertThat(answer.suppressed()).isEmpty();
        assertThat(problems(answer)).hasSize(2).allMatch(text -> text.startsWith("A suppression needs a reason"));
    }

    @Test
    void anUnknownRuleIsSaidWithTheOneThatMayBeMeant() {
        assertThat(problems(hear("x = 1  # watertight: ignore[negativ-shift] because r\n")))
                .containsExactly("There is no rule 'negativ-shift'; maybe 'negative-shift' is meant.");
        assertThat(problems(hear("x = 1  # watertight: ignore because r\n")))
                .singleElement()
                .asString()
                .contains("names its rule");
        assertThat(problems(hear("x = 1  # watertight: ingore[made-up] because r\n")))
                .singleElement()
                .asString()
                .contains("not understood");
    }

    @Test
    void aCommentThatAnswersForNothingIsSaid() {
        assertThat(problems(hear("x = 1  # watertight: ignore[made-up] because r\n")))
                .containsExactly("'made-up' finds nothing here: the comment can go.");
        assertThat(problems(hear("# watertight: ignore-file because r\nx = 1\n")))
                .hasSize(1);
        assertThat(problems(hear("x = 1  # watertight: ignore[made-up] because r\n", 1)))
                .isEmpty();
    }

    @Test
    void aRuleThatDidNotRunIsNotCalledUseless() {
        CodeFile file = Code.read(folder, "a.py", "x = 1  # watertight: ignore[made-up] because r\n");

        assertThat(Suppressions.of(file).answer(List.of(), RULES, Set.of()).open())
                .isEmpty();
    }

    @Test
    void aWholeFileCanBeAnsweredFor() {
        assertThat(hear("# watertight: ignore-file because a demonstration\nx = 1\ny = 1\n", 2, 3)
                        .suppressed())
                .hasSize(2);
        assertThat(hear("x = 1\n# watertight: ignore-file[made-up] because a demonstration\n", 1)
                        .suppressed())
                .hasSize(1);
        assertThat(hear("x = 1\n# watertight: ignore-file[negative-shift] because r\n", 1)
                        .suppressed())
                .isEmpty();
        assertThat(hear("x = 1\n# watertight: ignore-file\n", 1).suppressed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = '# watertight: ignore[made-up] because r'\n",
                "x = '''\n# watertight: ignore[made-up] because r\n'''\n",
                "x = \"\\\"# watertight: ignore[made-up] because r\"\n",
                "x = (\"a\" 'b' \"# watertight: ignore[made-up] because r\")\n"
            })
    void whatStandsInAStringIsNoComment(String code) {
        Suppressions.Answer answer = hear(code, 1);

        assertThat(answer.suppressed()).isEmpty();
        assertThat(answer.open()).hasSize(1);
    }

    @Test
    void behindAStringWithAHashComesAComment() {
        assertThat(hear("x = f('#', \"it's\")  # watertight: ignore[made-up] because r\n", 1)
                        .suppressed())
                .hasSize(1);
    }

    @Test
    void inANotebookACommentSpeaksOfItsCell() {
        String notebook = """
                {"cells": [
                 {"cell_type": "code", "source": ["# watertight: ignore[made-up] because r\\n", "x = 1"]},
                 {"cell_type": "code", "source": ["y = 1\\n", "x = 1"]}
                ], "nbformat": 4}
                """;
        CodeFile file = Code.read(folder, "n.ipynb", notebook);
        Finding here = Code.finding(Code.place("n.ipynb", 1, 2));
        Finding there = Code.finding(Code.place("n.ipynb", 2, 2));

        Suppressions.Answer answer = Suppressions.of(file).answer(List.of(here, there), RULES, RULES);

        assertThat(answer.open()).containsExactly(there);
        assertThat(answer.suppressed()).extracting(Suppressed::finding).containsExactly(here);
    }

    @Test
    void thePageOfTheFindingLiesBesideTheClass() throws Exception {
        try (var page = SuppressionComment.class.getResourceAsStream(SuppressionComment.ID + ".md")) {
            assertThat(new String(page.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("## What it finds", "## Why it misleads", "## Example", "## Fix", "## Limits");
        }
    }

    @Test
    void excerptsHoldThreeLinesAroundAndNeverOverlap() {
        StringBuilder code = new StringBuilder();
        for (int line = 1; line <= 40; line++) {
            code.append("x").append(line).append(" = 0\n");
        }
        CodeFile file = Code.read(folder, "a.py", code.toString());

        List<Excerpt> excerpts = Excerpts.of(
                file,
                List.of(
                        Code.finding(Code.place("a.py", 0, 1)),
                        Code.finding(Code.place("a.py", 0, 20)),
                        Code.finding(Code.place("a.py", 0, 24)),
                        Code.finding(Code.place("a.py", 0, 40)),
                        Code.finding(Code.place("other.py", 0, 10))));

        assertThat(excerpts).extracting(Excerpt::firstLine).containsExactly(1, 17, 37);
        assertThat(excerpts).extracting(Excerpt::lastLine).containsExactly(4, 27, 40);
        assertThat(excerpts.get(1).lines().get(3)).isEqualTo("x20 = 0");
    }
}
