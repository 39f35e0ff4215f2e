package io.watertight.ml.transform;

import static io.watertight.ml.transform.FirstRows.apply;
import static io.watertight.ml.transform.FirstRows.column;
import static io.watertight.ml.transform.FirstRows.fit;
import static io.watertight.ml.transform.FirstRows.letters;
import static io.watertight.ml.transform.FirstRows.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import io.watertight.ml.learn.Fitted;
import org.junit.jupiter.api.Test;

class ProductsTest {

    @Test
    void aPolynomialHasPowersAndProducts() {
        Fitted fitted = fit(
                Products.polynomial(Columns.all(), 2),
                column("a", 1, 2),
                letters("city", "xy"),
                column("b", 3, Double.NaN));
        assertThat(fitted.training().features().columnNames())
                .containsExactly("a", "city", "b", "a × a", "a × b", "b × b");
        assertThat(numbers(fitted.training().features(), "a × a")).containsExactly(1, 4);
        assertThat(numbers(fitted.training().features(), "a × b")).containsExactly(3, Double.NaN);
    }

    @Test
    void theThirdDegreeHasAllProductsOfThree() {
        Fitted fitted = fit(Products.polynomial(Columns.all(), 3), column("a", 2), column("b", 3));
        // 2 of degree one, 3 of degree two, 4 of degree three.
        assertThat(fitted.training().features().columnNames()).hasSize(9).contains("a × a × b");
        assertThat(numbers(fitted.training().features(), "a × a × b")).containsExactly(12);
        assertThat(numbers(fitted.training().features(), "b × b × b")).containsExactly(27);
    }

    @Test
    void interactionsHaveNoPowers() {
        Fitted fitted = fit(Products.interactions(Columns.all()), column("a", 2), column("b", 3), column("c", 5));
        assertThat(fitted.training().features().columnNames())
                .containsExactly("a", "b", "c", "a × b", "a × c", "b × c");
        assertThat(numbers(apply(fitted, column("a", 7), column("b", 1), column("c", 2)), "a × c"))
                .containsExactly(14);
    }

    @Test
    void rowsWithoutAFactorAreRefused() {
        Fitted fitted = fit(Products.interactions(Columns.all()), column("a", 2), column("b", 3));
        assertThatThrownBy(() -> apply(fitted, column("a", 7)))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("'b'");
    }

    @Test
    void highDegreesAreRefused() {
        assertThatThrownBy(() -> Products.polynomial(Columns.all(), 4)).hasMessageContaining("not 4");
    }
}
