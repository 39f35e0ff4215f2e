package io.watertight.ml.transform;

import static io.watertight.ml.transform.FirstRows.apply;
import static io.watertight.ml.transform.FirstRows.column;
import static io.watertight.ml.transform.FirstRows.fit;
import static io.watertight.ml.transform.FirstRows.letters;
import static io.watertight.ml.transform.FirstRows.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.learn.Fitted;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImputeTest {

    private static final double NONE = Double.NaN;

    @Test
    void theMeanOfTrainingRowsFillsTrainingRowsAndOthers() {
        Fitted fitted = fit(Impute.mean(Columns.all()), column("age", 1, NONE, 2, 6));
        assertThat(numbers(fitted.training().features(), "age")).containsExactly(1, 3, 2, 6);
        assertThat(numbers(apply(fitted, column("age", NONE, 100)), "age")).containsExactly(3, 100);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        Fitted fitted = fit(Impute.median(Columns.all()), column("age", 10, NONE, 2, 6, 1));
        assertThat(numbers(fitted.training().features(), "age")).containsExactly(10, 4, 2, 6, 1);
    }

    @Test
    void theMostFrequentNumberIsTheSmallestOfSeveral() {
        Fitted fitted = fit(Impute.mostFrequent(Columns.all()), column("age", 7, 3, NONE, 3, 7, 1));
        assertThat(numbers(fitted.training().features(), "age")).containsExactly(7, 3, 3, 3, 7, 1);
    }

    @Test
    void theMostFrequentWordIsTheFirstBySpellingOfSeveral() {
        Fitted fitted = fit(Impute.mostFrequent(Columns.all()), letters("city", "c.bbca"));
        CategoryBlock city =
                (CategoryBlock) fitted.training().features().find("city").orElseThrow();
        assertThat(city.dictionary().get(city.codes()[1])).isEqualTo("b");
    }

    @Test
    void aWordThatTrainingRowsNeverHaveIsNotTheMostFrequent() {
        // The dictionary knows it from held-out rows.
        CategoryBlock training = new CategoryBlock("city", new int[] {1, -1, 1}, List.of("zzz", "b"));
        Fitted fitted = fit(Impute.mostFrequent(Columns.all()), training);
        CategoryBlock other =
                (CategoryBlock) apply(fitted, new CategoryBlock("city", new int[] {-1, 0, 0}, List.of("zzz")))
                        .find("city")
                        .orElseThrow();
        assertThat(other.dictionary().get(other.codes()[0])).isEqualTo("b");
        assertThat(other.dictionary().get(other.codes()[1])).isEqualTo("zzz");
    }

    @Test
    void constantsFillNumbersAndWords() {
        Fitted number = fit(Impute.constant(Columns.all(), -1), column("age", NONE, 5), letters("city", ".a"));
        assertThat(numbers(number.training().features(), "age")).containsExactly(-1, 5);
        assertThat(((CategoryBlock) number.training().features().find("city").orElseThrow()).codes())
                .containsExactly(-1, 0);
        Fitted word = fit(Impute.constant(Columns.all(), "none"), letters("city", ".a"));
        CategoryBlock city =
                (CategoryBlock) word.training().features().find("city").orElseThrow();
        assertThat(city.dictionary().get(city.codes()[0])).isEqualTo("none");
    }

    @Test
    void anIndicatorSaysWhereValuesWereMissing() {
        Fitted fitted =
                fit(Impute.mean(Columns.all()).withIndicator(), column("age", 1, NONE, 3), column("size", 1, 2, 3));
        Features training = fitted.training().features();
        assertThat(training.columnNames()).containsExactly("age", "age (missing)=yes", "size");
        assertThat(((IndicatorBlock) training.find("age (missing)").orElseThrow()).codes())
                .containsExactly(-1, 0, -1);
    }

    @Test
    void aColumnCompleteInTrainingGetsNoIndicatorWhenItIsMissingLater() {
        Fitted fitted = fit(Impute.mean(Columns.all()).withIndicator(), column("size", 1, 2, 3));
        Features later = apply(fitted, column("size", NONE));
        assertThat(later.columnNames()).containsExactly("size");
        assertThat(numbers(later, "size")).containsExactly(2);
    }

    @Test
    void aColumnWithoutAnyValueBecomesZero() {
        Fitted fitted = fit(Impute.median(Columns.all()), column("age", NONE, NONE));
        assertThat(numbers(apply(fitted, column("age", NONE, 4)), "age")).containsExactly(0, 4);
    }

    @Test
    void infiniteNumbersCountAsMissing() {
        Fitted fitted = fit(Impute.mean(Columns.all()), column("ratio", 1, Double.POSITIVE_INFINITY, 3));
        assertThat(numbers(fitted.training().features(), "ratio")).containsExactly(1, 2, 3);
    }

    @Test
    void blocksThatAreNotChosenAreTheSameObjects() {
        Block size = column("size", NONE, 2);
        Fitted fitted = fit(Impute.mean(Columns.named("age")), column("age", NONE, 5), size);
        assertThat(numbers(fitted.training().features(), "size")).containsExactly(NONE, 2);
        assertThat(apply(fitted, column("age", 1, 2), size).blocks().get(1)).isSameAs(size);
    }
}
