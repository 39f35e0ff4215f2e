package io.watertight.code.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.Code;
import io.watertight.code.fix.CodeEdits;
import io.watertight.code.fix.ReadFile;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Place;
import io.watertight.core.lint.Excerpt;
import io.watertight.core.lint.LintReport;
import io.watertight.core.report.LintSarif;
import io.watertight.core.report.ReportOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One leak in each kind of file that is no notebook: places, comments, excerpts and edits all go by the lines of the file. */
class KindsOfFilesTest {

    private static final String FIRST = """
            import pandas as pd
            from sklearn.linear_model import LogisticRegression
            from sklearn.model_selection import train_test_split
            from sklearn.preprocessing import StandardScaler
            df = pd.read_csv("a.csv")
            X, y = df.drop(columns="y"), df["y"]
            """;

    private static final String LEAK = "X = StandardScaler().fit_transform(X)";

    private static final String SECOND = LEAK + """

            X_train, X_test, y_train, y_test = train_test_split(X, y)
            print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
            """;

    record Kind(String name, String text) {

        /** The line of the file on which a text stands, from 1. */
        int lineOf(String part) {
            return (int) text.substring(0, text.indexOf(part)).lines().count() + 1;
        }

        Kind with(String line, String other) {
            return new Kind(name, text.replace(line, other));
        }
    }

    static Stream<Named<Kind>> kinds() {
        return Stream.of(
                Named.of("script", new Kind("a.py", FIRST + SECOND)),
                Named.of("percent script", new Kind("a.py", "# %%\n" + FIRST + "\n# %% scaled\n" + SECOND)),
                Named.of(
                        "Databricks export",
                        new Kind(
                                "a.py",
                                "# Databricks notebook source\n" + FIRST + "\n# COMMAND ----------\n\n" + SECOND)),
                Named.of(
                        "Quarto",
                        new Kind(
                                "a.qmd",
                                "---\ntitle: A\n---\n\n```{python}\n" + FIRST + "```\n\nScaled.\n\n```{python}\n"
                                        + SECOND + "```\n")),
                Named.of(
                        "R Markdown",
                        new Kind(
                                "a.Rmd",
                                "# A\n\n```{python}\n" + FIRST + "```\n\n```{r}\nplot(1)\n```\n\n```{python}\n" + SECOND
                                        + "```\n")));
    }

    @TempDir
    private Path folder;

    private Path write(Kind kind) {
        return Code.write(folder, kind.name(), kind.text());
    }

    private LintReport lint(Kind kind) {
        return new Linter(LintOptions.standard("test"))
                .lint(List.of(new Linter.Input(write(kind), kind.name())), name -> {});
    }

    private static Finding leak(LintReport report) {
        return report.findings().stream()
                .filter(finding -> finding.check().equals("scaling-before-split"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(report.findings().toString()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void thePlaceIsTheLineOfTheFile(Kind kind) {
        Place place = leak(lint(kind)).subject().place().orElseThrow();

        assertThat(place.cell()).isZero();
        assertThat(place.line()).isEqualTo(kind.lineOf(LEAK));
        assertThat(place.fileLine()).isEqualTo(kind.lineOf(LEAK));
        assertThat(place.text()).isEqualTo(LEAK);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aCommentOnTheLineOrAboveItSuppresses(Kind kind) {
        String comment = "# watertight: ignore[scaling-before-split] because a demonstration";
        for (String commented : List.of(LEAK + "  " + comment, comment + "\n" + LEAK)) {
            LintReport report = lint(kind.with(LEAK, commented));

            assertThat(report.findings()).extracting(Finding::check).doesNotContain("scaling-before-split");
            assertThat(report.findings()).extracting(Finding::check).doesNotContain(SuppressionComment.ID);
            assertThat(report.suppressed())
                    .extracting(LintReport.Suppressed::because)
                    .containsExactly("a demonstration");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aCommentThatIsWrongIsToldOnItsLine(Kind kind) {
        Kind wrong = kind.with(LEAK, LEAK + "\n# watertight: ignore[scaling]");
        Place place = lint(wrong).findings().stream()
                .filter(finding -> finding.check().equals(SuppressionComment.ID))
                .flatMap(finding -> finding.subject().place().stream())
                .findFirst()
                .orElseThrow();

        assertThat(place.cell()).isZero();
        assertThat(place.line()).isEqualTo(wrong.lineOf("# watertight"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theExcerptHoldsTheLineUnderItsNumber(Kind kind) {
        List<Excerpt> excerpts = lint(kind).files().get(0).excerpts();
        int line = kind.lineOf(LEAK);

        assertThat(excerpts)
                .filteredOn(excerpt -> excerpt.holds(0, line))
                .singleElement()
                .satisfies(excerpt -> {
                    assertThat(excerpt.lines().get(line - excerpt.firstLine())).isEqualTo(LEAK);
                });
        assertThat(excerpts).allSatisfy(excerpt -> {
            for (int at = excerpt.firstLine(); at <= excerpt.lastLine(); at++) {
                String shown = excerpt.lines().get(at - excerpt.firstLine());
                assertThat(kind.text().lines().toList().get(at - 1)).isEqualTo(shown);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void sarifPointsToTheLineOfTheFile(Kind kind) throws IOException {
        StringBuilder sarif = new StringBuilder();
        new LintSarif(List.of()).write(lint(kind), ReportOptions.DEFAULT, sarif);
        JsonNode result = JsonMapper.shared().readTree(sarif.toString()).at("/runs/0/results/0");

        assertThat(result.at("/ruleId").asString()).isEqualTo("scaling-before-split");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(kind.lineOf(LEAK));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theEditSpeaksOfTheLinesOfTheFileAndMendsIt(Kind kind) {
        Finding leak = leak(lint(kind));
        Fix.CodeEdit edit = (Fix.CodeEdit) leak.fix().orElseThrow();

        assertThat(edit.edits()).allSatisfy(lines -> assertThat(lines.cell()).isZero());
        assertThat(edit.edits())
                .anySatisfy(lines -> assertThat(lines.firstLine()).isEqualTo(kind.lineOf(LEAK)));

        ReadFile file = ReadFile.of(folder.resolve(kind.name()), kind.name());
        CodeEdits edits = CodeEdits.of(List.of(leak), Map.of(kind.name(), file));
        assertThat(edits.refused()).isEmpty();
        String after = edits.files().get(0).after();
        assertThat(lint(new Kind(kind.name(), after)).findings())
                .as(after)
                .extracting(Finding::check)
                .doesNotContain("scaling-before-split");
    }
}
