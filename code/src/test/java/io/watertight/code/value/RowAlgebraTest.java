package io.watertight.code.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.source.CodeCell;
import io.watertight.code.syntax.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RowAlgebraTest {

    private static final CodeCell CELL = new CodeCell("test.py", 0, List.of(), new int[0], 0);

    private final RowSets sets = new RowSets();
    private final RowAlgebra algebra = new RowAlgebra();
    private final Rows table = sets.root("table", at(1));

    private static Span at(int line) {
        return new Span(CELL, line, 0, line, 1);
    }

    @Test
    void sourcesAreDisjointAndMeetThemselves() {
        assertThat(overlap(table, sets.root("other", at(2)))).isEqualTo(Overlap.NO);
        assertThat(overlap(table, sets.root("table", at(3)))).isEqualTo(Overlap.MUST);
        assertThat(overlap(table, sets.none())).isEqualTo(Overlap.NO);
    }

    @Test
    void sidesOfOneSplitAreDisjoint() {
        Rows train = sets.part(table, "split", 0, at(2));
        Rows test = sets.part(table, "split", 1, at(2));

        assertThat(overlap(train, test)).isEqualTo(Overlap.NO);
        assertThat(overlap(train, table)).isEqualTo(Overlap.MUST);
        assertThat(overlap(sets.part(train, "again", 1, at(3)), test)).isEqualTo(Overlap.NO);
    }

    @Test
    void theSameSplitMadeTwiceHasTheSameParts() {
        Rows train = sets.part(table, "split with seed 1", 0, at(2));

        assertThat(sets.part(table, "split with seed 1", 0, at(9))).isSameAs(train);
        assertThat(overlap(train, sets.part(table, "split with seed 1", 1, at(9))))
                .isEqualTo(Overlap.NO);
        assertThat(overlap(train, sets.part(table, "split with seed 2", 1, at(9))))
                .isEqualTo(Overlap.MAY);
    }

    @Test
    void partsOfDifferentSourcesAreDisjointWhateverTheirSplit() {
        Rows other = sets.root("other", at(2));

        assertThat(overlap(sets.part(table, "split", 0, at(3)), sets.part(other, "split", 0, at(3))))
                .isEqualTo(Overlap.NO);
    }

    @ParameterizedTest
    @CsvSource({
        "0,    100,  100,  200,  NO",
        "'',   100,  100,  '',   NO",
        "'',   100,  50,   '',   MUST",
        "0,    100,  99,   100,  MUST",
        "'',   n,    n,    '',   NO",
        "'',   n,    m,    '',   MAY",
        "'',   len(train), len(train), '', NO",
        "'',   -20,  -20,  '',   NO",
        "'',   -20,  -30,  '',   MAY",
        "-20,  '',   '',   -20,  NO",
        "-40,  -20,  -20,  '',   NO",
        "'',   100,  -20,  '',   MAY",
        "'',   10,   n,    '',   MAY",
    })
    void slicesAreComparedByTheirBounds(String from, String to, String otherFrom, String otherTo, Overlap expected) {
        Rows one = sets.slice(table, from, to, at(2));
        Rows other = sets.slice(table, otherFrom, otherTo, at(3));

        assertThat(overlap(one, other)).isEqualTo(expected);
    }

    @Test
    void openSliceIsTheWholeSet() {
        assertThat(sets.slice(table, "", "", at(2))).isSameAs(table);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            mask,              false, mask,              true,  NO
            mask,              false, other,             true,  MAY
            mask,              true,  other,             true,  MAY
            year < 2015,       false, year >= 2015,      false, NO
            year < 2015,       false, year > 2015,       false, NO
            year <= 2015,      false, year > 2015,       false, NO
            year <= 2015,      false, year >= 2015,      false, MAY
            year < 2015,       true,  year < 2015,       false, NO
            year < 2010,       false, year > 2015,       false, NO
            year < 2015,       false, year > 2010,       false, MAY
            year < 2015,       false, month >= 2015,     false, MAY
            year < limit,      false, year >= limit,     false, NO
            year < limit,      false, year >= other,     false, MAY
            set == 'train',    false, set == 'test',     false, NO
            set == 'train',    false, set != 'train',    false, NO
            set == 'train',    true,  set == 'train',    false, NO
            set == 'train',    true,  set == 'test',     true,  MAY
            set == name,       false, set == other,      false, MAY
            day < '2015-01-01', false, day >= '2016-01-01', false, NO
            name < 'b',        false, name > 'c',        false, MAY
            fold == 1,         false, fold == 2,         false, NO
            fold == 1,         false, fold != 2,         false, MAY
            fold == 2,         false, fold < 2,          false, NO
            """)
    void conditionsAreComparedByWhatTheySay(
            String condition, boolean negated, String other, boolean otherNegated, Overlap expected) {
        Rows one = sets.filter(table, condition, negated, at(2));
        Rows two = sets.filter(table, other, otherNegated, at(3));

        assertThat(overlap(one, two)).isEqualTo(expected);
    }

    @Test
    void whatASampleLeftOverIsDisjointFromTheSample() {
        Rows sample = sets.subset(table, at(2));
        Rows rest = sets.part(table, "rest of " + sample.id(), 1, at(3));

        assertThat(overlap(sample, rest)).isEqualTo(Overlap.NO);
        assertThat(overlap(sets.subset(table, at(4)), rest)).isEqualTo(Overlap.MAY);
        assertThat(overlap(rest, table)).isEqualTo(Overlap.MUST);
    }

    @Test
    void unionMeetsWhatItsMembersMeet() {
        Rows other = sets.root("other", at(2));
        Rows both = sets.union(List.of(table, other), at(3));

        assertThat(overlap(both, other)).isEqualTo(Overlap.MUST);
        assertThat(overlap(both, sets.part(other, "split", 1, at(4)))).isEqualTo(Overlap.MUST);
        assertThat(overlap(both, sets.root("third", at(5)))).isEqualTo(Overlap.NO);
        assertThat(overlap(sets.slice(both, "", "10", at(6)), other)).isEqualTo(Overlap.MAY);
        assertThat(overlap(sets.slice(both, "", "n", at(6)), sets.slice(both, "n", "", at(7))))
                .isEqualTo(Overlap.NO);
    }

    @Test
    void unionsAreFlatAndOfOneMemberIsTheMember() {
        Rows other = sets.root("other", at(2));
        Rows third = sets.root("third", at(2));

        assertThat(sets.union(List.of(table), at(3))).isSameAs(table);
        assertThat(sets.union(List.of(), at(3)).isNone()).isTrue();
        assertThat(sets.union(List.of(table, sets.none()), at(3))).isSameAs(table);
        assertThat(sets.union(List.of(sets.union(List.of(table, other), at(3)), third), at(4)))
                .isSameAs(sets.union(List.of(table, other, third), at(5)));
    }

    @Test
    void choiceMeetsForSureOnlyWhatEveryAlternativeMeets() {
        Rows other = sets.root("other", at(2));
        Rows either = sets.choice(table, other);

        assertThat(overlap(either, table)).isEqualTo(Overlap.MAY);
        assertThat(overlap(either, sets.union(List.of(table, other), at(3)))).isEqualTo(Overlap.MUST);
        assertThat(overlap(either, sets.root("third", at(4)))).isEqualTo(Overlap.NO);
        assertThat(sets.choice(table, table)).isSameAs(table);
    }

    @Test
    void copiesThatAreSplitAreOnBothSides() {
        Rows copies = sets.duplicate(table, at(2));
        Rows train = sets.part(copies, "split", 0, at(3));
        Rows test = sets.part(copies, "split", 1, at(3));

        assertThat(overlap(train, test)).isEqualTo(Overlap.COPIES);
        assertThat(overlap(copies, table)).isEqualTo(Overlap.MUST);
        assertThat(overlap(sets.slice(copies, "", "10", at(4)), sets.slice(copies, "10", "", at(5))))
                .isEqualTo(Overlap.COPIES);
    }

    @Test
    void copiesMadeAfterTheSplitStayOnTheirSide() {
        Rows train = sets.duplicate(sets.part(table, "split", 0, at(2)), at(3));
        Rows test = sets.part(table, "split", 1, at(2));

        assertThat(overlap(train, test)).isEqualTo(Overlap.NO);
        assertThat(algebra.hasCopies(train)).isTrue();
        assertThat(algebra.hasCopies(test)).isFalse();
    }

    @Test
    void copiesHaveTheValuesOfTheirOriginalsSoConditionsKeepThemApart() {
        Rows copies = sets.duplicate(table, at(2));

        assertThat(overlap(sets.filter(copies, "year < 9", false, at(3)), sets.filter(copies, "year < 9", true, at(3))))
                .isEqualTo(Overlap.NO);
    }

    @Test
    void anotherOrderHasTheSameRows() {
        Rows shuffled = sets.permuted(table, at(2));

        assertThat(overlap(shuffled, sets.part(table, "split", 1, at(3)))).isEqualTo(Overlap.MUST);
        assertThat(overlap(sets.slice(shuffled, "", "n", at(4)), sets.slice(shuffled, "n", "", at(5))))
                .isEqualTo(Overlap.NO);
    }

    @Test
    void partsOfAnotherOrderMayShareRows() {
        Rows shuffled = sets.permuted(table, at(2));

        assertThat(overlap(sets.slice(shuffled, "", "n", at(3)), sets.slice(table, "n", "", at(4))))
                .isEqualTo(Overlap.MAY);
        assertThat(overlap(sets.filter(shuffled, "a < 3", false, at(3)), sets.filter(table, "a >= 3", false, at(4))))
                .isEqualTo(Overlap.NO);
    }

    @Test
    void conditionsExcludeEachOtherAtAnyDepth() {
        Rows middle = sets.filter(sets.filter(table, "year >= 2010", false, at(2)), "year < 2015", false, at(2));
        Rows late = sets.filter(sets.part(table, "split", 0, at(3)), "year >= 2015", false, at(3));

        assertThat(overlap(middle, late)).isEqualTo(Overlap.NO);
    }

    @Test
    void rowsPutBelowThemselvesAreCopies() {
        Rows rare = sets.filter(table, "ill == 1", false, at(2));
        Rows both = sets.union(List.of(table, rare), at(3));

        assertThat(overlap(sets.part(both, "split", 0, at(4)), sets.part(both, "split", 1, at(4))))
                .isEqualTo(Overlap.COPIES);
        Rows halves = sets.union(List.of(rare, sets.filter(table, "ill == 1", true, at(2))), at(5));
        assertThat(overlap(sets.part(halves, "split", 0, at(6)), sets.part(halves, "split", 1, at(6))))
                .isEqualTo(Overlap.NO);
    }

    @Test
    void withinIsSureOnly() {
        Rows train = sets.part(table, "split", 0, at(2));
        Rows other = sets.root("other", at(3));
        Rows both = sets.union(List.of(table, other), at(4));

        assertThat(algebra.within(train, table)).isTrue();
        assertThat(algebra.within(table, train)).isFalse();
        assertThat(algebra.within(train, both)).isTrue();
        assertThat(algebra.within(both, table)).isFalse();
        assertThat(algebra.within(sets.choice(train, table), table)).isTrue();
        assertThat(algebra.within(sets.choice(train, other), table)).isFalse();
    }

    @Test
    void answersAreSymmetric() {
        Rows train = sets.part(table, "split", 0, at(2));
        Rows slice = sets.slice(train, "", "5", at(3));

        assertThat(algebra.overlap(slice, train)).isEqualTo(Overlap.MUST);
        assertThat(algebra.overlap(train, slice)).isEqualTo(Overlap.MUST);
    }

    private Overlap overlap(Rows one, Rows other) {
        Overlap answer = new RowAlgebra().overlap(one, other);
        assertThat(new RowAlgebra().overlap(other, one))
                .as("the other way round")
                .isEqualTo(answer);
        return answer;
    }
}
