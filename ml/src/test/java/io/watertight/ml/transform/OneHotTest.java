package io.watertight.ml.transform;

import static io.watertight.ml.transform.FirstRows.apply;
import static io.watertight.ml.transform.FirstRows.fit;
import static io.watertight.ml.transform.FirstRows.letters;
import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.learn.Fitted;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneHotTest {

    private static IndicatorBlock only(Features features) {
        return (IndicatorBlock) features.blocks().get(0);
    }

    private static IndicatorBlock training(OneHot oneHot, Block block) {
        return only(fit(oneHot, block).training().features());
    }

    @Test
    void levelsAreSortedBySpelling() {
        IndicatorBlock block = training(OneHot.of(Columns.all()), letters("city", "cab"));
        assertThat(block.levels()).containsExactly("a", "b", "c");
        assertThat(block.codes()).containsExactly(2, 0, 1);
        assertThat(block.columnName(0)).isEqualTo("city=a");
    }

    @Test
    void aLevelThatOnlyTheDictionaryKnowsGetsNoIndicator() {
        CategoryBlock block = new CategoryBlock("city", new int[] {0, 2}, List.of("a", "held out", "c"));
        Fitted fitted = fit(OneHot.of(Columns.all()), block);
        assertThat(only(fitted.training().features()).levels()).containsExactly("a", "c");
        CategoryBlock later = new CategoryBlock("city", new int[] {1, 0, 2}, List.of("a", "held out", "c"));
        assertThat(only(apply(fitted, later)).codes()).containsExactly(-1, 0, 1);
    }

    @Test
    void wordsAreFoundInAnotherDictionary() {
        Fitted fitted = fit(OneHot.of(Columns.all()), letters("city", "abc"));
        CategoryBlock later = new CategoryBlock("city", new int[] {0, 1, 2}, List.of("c", "x", "a"));
        assertThat(only(apply(fitted, later)).codes()).containsExactly(2, -1, 0);
    }

    @Test
    void missingIsALevelWhenTrainingRowsHaveIt() {
        assertThat(training(OneHot.of(Columns.all()), letters("city", "a.b")).levels())
                .containsExactly("a", "b", "(missing)");
        Fitted complete = fit(OneHot.of(Columns.all()), letters("city", "ab"));
        assertThat(only(apply(complete, letters("city", ".b"))).codes()).containsExactly(-1, 1);
    }

    @Test
    void rareLevelsAndUnseenOnesShareAnIndicator() {
        Fitted fitted = fit(OneHot.of(Columns.all()).withFewestRows(2), letters("city", "aabbcd"));
        IndicatorBlock training = only(fitted.training().features());
        assertThat(training.levels()).containsExactly("a", "b", "(other)");
        assertThat(training.codes()).containsExactly(0, 0, 1, 1, 2, 2);
        assertThat(only(apply(fitted, letters("city", "za"))).codes()).containsExactly(2, 0);
    }

    @Test
    void theMostFrequentLevelsKeepTheirIndicator() {
        IndicatorBlock block = training(OneHot.of(Columns.all()).withMostLevels(3), letters("city", "aabbbcdd"));
        // "(other)" is one of the three; a and d are equally frequent, and a is spelled first.
        assertThat(block.levels()).containsExactly("a", "b", "(other)");
        assertThat(training(OneHot.of(Columns.all()).withMostLevels(3), letters("city", "aabbbcc"))
                        .levels())
                .containsExactly("a", "b", "c");
    }

    @Test
    void oneOfTwoIndicatorsCanBeLeftOut() {
        IndicatorBlock two = training(OneHot.of(Columns.all()).withOneForTwo(), letters("sex", "fmm"));
        assertThat(two.levels()).containsExactly("m");
        assertThat(two.codes()).containsExactly(-1, 0, 0);
        assertThat(training(OneHot.of(Columns.all()).withOneForTwo(), letters("sex", "fm."))
                        .levels())
                .containsExactly("f", "m", "(missing)");
    }

    @Test
    void aColumnWithoutAnyValueHasTheIndicatorOfMissingOnly() {
        assertThat(training(OneHot.of(Columns.all()), letters("city", "..")).levels())
                .containsExactly("(missing)");
    }
}
