package io.watertight.ml.transform;

import static io.watertight.ml.transform.FirstRows.apply;
import static io.watertight.ml.transform.FirstRows.column;
import static io.watertight.ml.transform.FirstRows.fit;
import static io.watertight.ml.transform.FirstRows.letters;
import static io.watertight.ml.transform.FirstRows.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.SparseBlock;
import io.watertight.ml.learn.Fitted;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeaveOutTest {

    @Test
    void columnsWithoutVariationGo() {
        Fitted fitted = fit(
                LeaveOut.constants(Columns.all()),
                column("same", 2, 2),
                column("missing", Double.NaN, Double.NaN),
                column("half", 2, Double.NaN),
                column("zeros", 0.0, -0.0),
                letters("letter", "aa"),
                letters("letters", "a."),
                new IndicatorBlock("set", new int[] {-1, -1}, List.of("x")),
                new SparseBlock("text", List.of("w"), new int[] {0, 0, 0}, new int[0], new double[0]));
        assertThat(fitted.training().features().columnNames()).containsExactly("half", "letters");
    }

    @Test
    void aColumnThatVariesInHeldOutRowsOnlyGoesThereToo() {
        Fitted fitted = fit(LeaveOut.constants(Columns.all()), column("same", 2, 2), column("x", 1, 2));
        assertThat(apply(fitted, column("same", 7, 8), column("x", 1, 2)).columnNames())
                .containsExactly("x");
    }

    @Test
    void namesOfRowsGo() {
        List<String> names = IntStream.range(0, 40).mapToObj(row -> "R" + row).toList();
        List<String> shared =
                IntStream.range(0, 40).mapToObj(row -> "G" + row / 2 % 15).toList();
        Fitted fitted = fit(LeaveOut.namesOfRows(Columns.all()), words("id", names), words("group", shared));
        assertThat(fitted.training().features().columnNames()).containsExactly("group");
    }

    @Test
    void wordsThatOnlyTheDictionaryHasDoNotCount() {
        List<String> dictionary =
                IntStream.range(0, 500).mapToObj(code -> "w" + code).toList();
        int[] codes = IntStream.range(0, 40).map(row -> row % 3).toArray();
        Fitted fitted = fit(LeaveOut.namesOfRows(Columns.all()), new CategoryBlock("city", codes, dictionary));
        assertThat(fitted.training().features().columnNames()).containsExactly("city");
    }

    @Test
    void rowsOfAnotherTableAreRefusedByName() {
        Fitted fitted = fit(Scale.standard(Columns.all()), column("height", 1, 2), column("weight", 3, 4));
        assertThatThrownBy(() -> apply(fitted, column("height", 1)))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("weight")
                .hasMessageNotContaining("height,");
    }

    @Test
    void twoColumnsOfOneNameAreRefused() {
        assertThatThrownBy(() -> fit(
                        Impute.mean(Columns.numbers()).withIndicator(),
                        column("age", 1, Double.NaN),
                        letters("age (missing)", "xy")))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("'age (missing)'");
    }
}
