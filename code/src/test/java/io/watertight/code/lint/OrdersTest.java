package io.watertight.code.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.Code;
import io.watertight.code.knowledge.Knowledge;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import io.watertight.core.lint.LintReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Notebooks whose cells were run in another order than they stand in. */
class OrdersTest {

    private static final String RULE = "scaling-before-split";

    private static final String BEGIN = """
            import pandas as pd
            from sklearn.linear_model import LogisticRegression
            from sklearn.model_selection import train_test_split
            from sklearn.preprocessing import StandardScaler
            df = pd.read_csv("a.csv")
            X, y = df.drop(columns="y"), df["y"]
            """;

    private static final String SCALE = "X = StandardScaler().fit_transform(X)";
    private static final String SPLIT = "X_train, X_test, y_train, y_test = train_test_split(X, y)";
    private static final String SCORE = "print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))";

    private static final String TOP_DOWN = "(Only if the cells are run from top to bottom.)";
    private static final String BY_NUMBER = "(Only if the cells are run in the order of their numbers.)";

    @TempDir
    private Path folder;

    private record Cell(int count, String code) {}

    private LintReport lint(boolean executedOrder, Cell... cells) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Cell cell : cells) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("cell_type", "code");
            one.put("execution_count", cell.count() == 0 ? null : cell.count());
            one.put("metadata", Map.of());
            one.put("outputs", List.of());
            one.put("source", cell.code());
            all.add(one);
        }
        String text = JsonMapper.shared()
                .writeValueAsString(Map.of("cells", all, "metadata", Map.of(), "nbformat", 4, "nbformat_minor", 5));
        Path file = Code.write(folder, "n.ipynb", text);
        LintOptions options =
                new LintOptions(Knowledge.bundled(), Set.of(RULE), Set.of(), executedOrder, List.of(), "test");
        return new Linter(options).lint(List.of(new Linter.Input(file, "n.ipynb")), name -> {});
    }

    private Optional<Finding> leak(Cell... cells) {
        return lint(false, cells).findings().stream().findFirst();
    }

    private static Cell cell(int count, String code) {
        return new Cell(count, code);
    }

    @Test
    void leakInBothOrdersIsCertain() {
        Finding leak = leak(cell(1, BEGIN), cell(2, SCALE), cell(4, "print(df.shape)"), cell(3, SPLIT), cell(5, SCORE))
                .orElseThrow();

        assertThat(leak.confidence()).isEqualTo(Confidence.HIGH);
        assertThat(leak.message()).doesNotContain("Only if");
    }

    @Test
    void leakInTheOrderOfTheDocumentAloneIsLessSure() {
        Finding leak = leak(cell(1, BEGIN), cell(4, SCALE), cell(2, SPLIT), cell(3, SCORE))
                .orElseThrow();

        assertThat(leak.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(leak.message()).endsWith(TOP_DOWN);
    }

    @Test
    void leakInTheOrderOfTheNumbersAloneIsLessSure() {
        Finding leak = leak(cell(1, BEGIN), cell(3, SPLIT), cell(4, SCORE), cell(2, SCALE))
                .orElseThrow();

        assertThat(leak.confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(leak.message()).endsWith(BY_NUMBER);
        assertThat(leak.subject().place().orElseThrow().cell()).isEqualTo(4);
    }

    @Test
    void readInTheOrderOfTheNumbersAloneItIsCertainAgain() {
        Cell[] late = {cell(1, BEGIN), cell(3, SPLIT), cell(4, SCORE), cell(2, SCALE)};
        Cell[] early = {cell(1, BEGIN), cell(4, SCALE), cell(2, SPLIT), cell(3, SCORE)};

        assertThat(lint(true, late).findings()).singleElement().satisfies(leak -> {
            assertThat(leak.confidence()).isEqualTo(Confidence.HIGH);
            assertThat(leak.message()).doesNotContain("Only if");
        });
        assertThat(lint(true, early).findings()).isEmpty();
    }

    @Test
    void whereANumberIsMissingTheDocumentHasTheLastWord() {
        assertThat(leak(cell(1, BEGIN), cell(0, SPLIT), cell(4, SCORE), cell(2, SCALE)))
                .isEmpty();
        assertThat(leak(cell(1, BEGIN), cell(0, SCALE), cell(2, SPLIT), cell(3, SCORE)))
                .hasValueSatisfying(leak -> assertThat(leak.message()).doesNotContain("Only if"));
    }

    @Test
    void cellsWithoutCodeHaveNoSay() {
        Finding leak = leak(
                        cell(1, BEGIN), cell(0, ""), cell(9, "# later"), cell(4, SCALE), cell(2, SPLIT), cell(3, SCORE))
                .orElseThrow();

        assertThat(leak.message()).endsWith(TOP_DOWN);
    }

    @Test
    void numbersWithGapsAreAnOrderAsAnyOther() {
        assertThat(leak(cell(3, BEGIN), cell(17, SCALE), cell(20, SPLIT), cell(31, SCORE)))
                .hasValueSatisfying(leak -> assertThat(leak.message()).doesNotContain("Only if"));
    }

    @Test
    void editsAreOfferedOnlyWhereThereIsOneOrder() {
        Finding certain = leak(cell(1, BEGIN), cell(2, SCALE), cell(3, SPLIT + "\n" + SCORE))
                .orElseThrow();
        Finding doubtful = leak(cell(1, BEGIN), cell(5, SCALE), cell(3, SPLIT + "\n" + SCORE))
                .orElseThrow();

        assertThat(certain.fix()).containsInstanceOf(Fix.CodeEdit.class);
        assertThat(doubtful.fix()).containsInstanceOf(Fix.Advice.class);
    }

    @Test
    void oneLeakInBothOrdersIsToldOnce() {
        assertThat(lint(false, cell(1, BEGIN), cell(3, SCALE), cell(2, "k = 1"), cell(4, SPLIT), cell(5, SCORE))
                        .findings())
                .hasSize(1);
    }
}
