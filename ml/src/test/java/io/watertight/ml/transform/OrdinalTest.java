package io.watertight.ml.transform;

import static io.watertight.ml.transform.FirstRows.apply;
import static io.watertight.ml.transform.FirstRows.fit;
import static io.watertight.ml.transform.FirstRows.letters;
import static io.watertight.ml.transform.FirstRows.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.ml.learn.Fitted;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrdinalTest {

    @Test
    void theMostFrequentLevelComesFirst() {
        Fitted fitted = fit(Ordinal.byFrequency(Columns.all()), letters("size", "cbbaac."));
        // All three occur twice: spelling decides.
        assertThat(numbers(fitted.training().features(), "size")).containsExactly(2, 1, 1, 0, 0, 2, Double.NaN);
        Fitted other = fit(Ordinal.byFrequency(Columns.all()), letters("size", "abbccc"));
        assertThat(numbers(other.training().features(), "size")).containsExactly(2, 1, 1, 0, 0, 0);
    }

    @Test
    void peopleMayGiveTheOrder() {
        Fitted fitted = fit(Ordinal.inOrder(Columns.all(), List.of("s", "m", "l")), letters("size", "lsm"));
        assertThat(numbers(fitted.training().features(), "size")).containsExactly(2, 0, 1);
    }

    @Test
    void aLevelWithoutRankIsMinusOneAndMissingStaysMissing() {
        Fitted fitted = fit(Ordinal.byFrequency(Columns.all()), letters("size", "aab"));
        assertThat(numbers(apply(fitted, letters("size", "xb.")), "size")).containsExactly(-1, 1, Double.NaN);
    }

    @Test
    void anEmptyOrderIsRefused() {
        assertThatThrownBy(() -> Ordinal.inOrder(Columns.all(), List.of()))
                .hasMessage("an order needs at least one level");
    }
}
