package io.watertight.ml.transform;

import static io.watertight.ml.transform.FirstRows.apply;
import static io.watertight.ml.transform.FirstRows.column;
import static io.watertight.ml.transform.FirstRows.fit;
import static io.watertight.ml.transform.FirstRows.letters;
import static io.watertight.ml.transform.FirstRows.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.watertight.core.WatertightException;
import io.watertight.ml.data.Block;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.learn.Fitted;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PcaTest {

    @Test
    void componentsAgreeWithScikitLearn() {
        // scikit-learn 1.9.1, PCA(2, svd_solver="full").
        Fitted fitted = fit(
                new Pca(Columns.all(), 2),
                column("a", 2.5, 0.5, 2.2, 1.9, 3.1, 2.3, 2, 1, 1.5, 1.1),
                column("b", 2.4, 0.7, 2.9, 2.2, 3.0, 2.7, 1.6, 1.1, 1.6, 0.9),
                column("c", 1.0, 0.3, -1, 0.2, 0.9, -0.4, 0.5, 0, 2, -2));
        assertThat(numbers(fitted.training().features(), "PCA 1"))
                .containsExactly(
                        new double[] {
                            1.1888395888968282,
                            -1.2213517622413121,
                            -0.046767819333491584,
                            0.23299889593612402,
                            1.751307940891513,
                            0.30289283331991884,
                            0.1714148481110548,
                            -0.9504288225358929,
                            0.9151993899674905,
                            -2.344105093012232
                        },
                        within(1e-12));
        assertThat(numbers(fitted.training().features(), "PCA 2"))
                .startsWith(new double[] {0.08150039877989128}, within(1e-12));
    }

    @Test
    void otherColumnsStayAndOtherRowsAreProjected() {
        Fitted fitted =
                fit(new Pca(Columns.named("a", "b"), 1), column("a", 0, 2), letters("city", "xy"), column("b", 0, 2));
        assertThat(fitted.training().features().columnNames()).containsExactly("city", "PCA 1");
        assertThat(numbers(apply(fitted, column("a", 1, 3), letters("city", "xx"), column("b", 1, 3)), "PCA 1"))
                .containsExactly(new double[] {0, 2 * Math.sqrt(2)}, within(1e-12));
    }

    @Test
    void columnsThatRepeatAnotherMakeNoComponents() {
        Fitted fitted =
                fit(new Pca(Columns.all(), 5), column("a", 1, 2, 4), column("b", 2, 4, 8), column("c", 0, 0, 0));
        assertThat(fitted.training().features().columnNames()).containsExactly("PCA 1");
    }

    private static double[][] lowRank(int columns, int rows, int rank, long seed) {
        Random random = new Random(seed);
        double[][] factors = new double[rank][rows];
        double[][] loadings = new double[columns][rank];
        for (int factor = 0; factor < rank; factor++) {
            double size = Math.pow(2, rank - factor);
            Arrays.setAll(factors[factor], row -> random.nextGaussian() * size);
        }
        double[][] matrix = new double[columns][rows];
        for (int column = 0; column < columns; column++) {
            Arrays.setAll(loadings[column], factor -> random.nextGaussian());
            for (int row = 0; row < rows; row++) {
                for (int factor = 0; factor < rank; factor++) {
                    matrix[column][row] += loadings[column][factor] * factors[factor][row];
                }
            }
            double mean = Numbers.mean(matrix[column]);
            double[] own = matrix[column];
            Arrays.setAll(own, row -> own[row] - mean);
        }
        return matrix;
    }

    @Test
    void randomProjectionFindsAllTheVarianceWhateverItsSeed() {
        // 600 columns and rows take the random way, their first 400 rows the exact one by rows; both hold all of rank
        // 6.
        double[][] wide = lowRank(600, 620, 6, 11);
        double[][] axes = PrincipalAxes.of(wide, 6, 3);
        assertThat(axes).hasDimensions(6, 600);
        double[][] again = PrincipalAxes.of(wide, 6, 4);
        for (int axis = 0; axis < 6; axis++) {
            assertThat(axes[axis]).containsExactly(again[axis], within(1e-8));
            for (int other = 0; other < 6; other++) {
                double[] first = axes[axis];
                double[] second = axes[other];
                double product = IntStream.range(0, 600)
                        .mapToDouble(column -> first[column] * second[column])
                        .sum();
                assertThat(product).isCloseTo(axis == other ? 1 : 0, within(1e-8));
            }
        }
        // Six axes hold all the variance there is.
        double left = 0;
        double all = 0;
        for (int row = 0; row < 620; row++) {
            double length = 0;
            double projected = 0;
            for (double[] axis : axes) {
                double value = 0;
                for (int column = 0; column < 600; column++) {
                    value += axis[column] * wide[column][row];
                }
                projected += value * value;
            }
            for (double[] column : wide) {
                length += column[row] * column[row];
            }
            all += length;
            left += length - projected;
        }
        assertThat(left / all).isCloseTo(0, within(1e-10));
    }

    @Test
    void moreColumnsThanRowsAreSolvedByRows() {
        double[][] wide = lowRank(50, 20, 3, 5);
        double[][] axes = PrincipalAxes.of(wide, 10, 1);
        assertThat(axes).hasDimensions(3, 50);
        // The same columns with every row twice go the other way, and have the same axes.
        double[][] twice = Arrays.stream(wide)
                .map(column -> IntStream.range(0, 60)
                        .mapToDouble(row -> column[row % 20])
                        .toArray())
                .toArray(double[][]::new);
        double[][] same = PrincipalAxes.of(twice, 10, 1);
        for (int axis = 0; axis < 3; axis++) {
            assertThat(axes[axis]).containsExactly(same[axis], within(1e-9));
        }
    }

    @Test
    void missingNumbersAreRefused() {
        Block block = NumberBlock.of("age", new double[] {1, Double.NaN});
        assertThatThrownBy(() -> fit(new Pca(Columns.all(), 1), block))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("'age'");
    }
}
