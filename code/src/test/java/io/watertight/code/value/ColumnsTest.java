package io.watertight.code.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.source.CodeCell;
import io.watertight.code.syntax.Span;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ColumnsTest {

    private static final Span SITE = new Span(new CodeCell("test.py", 0, List.of(), new int[0], 0), 1, 0, 1, 1);

    private final Influence scale = influence("StandardScaler");
    private final Influence fill = influence("mean");

    private static Influence influence(String what) {
        return new Influence(InfluenceKind.SCALE, SITE, new RowSets().root("table", SITE), what, Set.of(), false);
    }

    @Test
    void aSourceHasEveryColumnAndEachStemsFromItself() {
        assertThat(Columns.ALL.has("age")).isTrue();
        assertThat(Columns.ALL.column("age")).isEqualTo(new ColumnState(Set.of(), Set.of("age")));
        assertThat(Columns.ALL.allInfluences()).isEmpty();
    }

    @Test
    void aDroppedColumnIsGoneUntilItIsWrittenAgain() {
        Columns dropped = Columns.ALL.with("age", state(fill)).without(Set.of("age", "name"));

        assertThat(dropped.has("age")).isFalse();
        assertThat(dropped.has("name")).isFalse();
        assertThat(dropped.has("fare")).isTrue();
        assertThat(dropped.allInfluences()).isEmpty();
        assertThat(dropped.with("age", state(scale)).has("age")).isTrue();
    }

    @Test
    void aSelectionHasOnlyItsColumnsAndTheirInfluences() {
        Columns selected =
                Columns.ALL.with("age", state(fill)).with("fare", state(scale)).only(Set.of("age", "sex"));

        assertThat(selected.has("age")).isTrue();
        assertThat(selected.has("sex")).isTrue();
        assertThat(selected.has("fare")).isFalse();
        assertThat(selected.allInfluences()).containsExactly(fill);
        assertThat(selected.with("new", state(scale)).has("new")).isTrue();
        assertThat(selected.without(Set.of("sex")).has("sex")).isFalse();
    }

    @Test
    void aColumnWrittenOverLosesWhatItWas() {
        Columns written = Columns.ALL.with("age", state(fill)).with("age", new ColumnState(Set.of(), Set.of("birth")));

        assertThat(written.allInfluences()).isEmpty();
        assertThat(written.column("age").origins()).containsExactly("birth");
    }

    @Test
    void aStepOnAllColumnsReachesThoseWrittenBeforeAndNotThoseWrittenAfter() {
        Columns scaled = Columns.ALL.with("age", state(fill)).influenced(Set.of(scale));

        assertThat(scaled.column("age").influences()).containsExactly(fill, scale);
        assertThat(scaled.column("fare").influences()).containsExactly(scale);
        assertThat(scaled.with("late", state(fill)).column("late").influences()).containsExactly(fill);
        assertThat(scaled.influenced(Set.of())).isSameAs(scaled);
    }

    @Test
    void eitherOfTwoHasWhatOneHas() {
        Columns one = Columns.ALL.without(Set.of("a", "b"));
        Columns other = Columns.ALL.without(Set.of("b", "c")).with("d", state(fill));

        Columns either = one.or(other);

        assertThat(either.has("a")).isTrue();
        assertThat(either.has("b")).isFalse();
        assertThat(either.has("c")).isTrue();
        assertThat(either.column("d").influences()).containsExactly(fill);
    }

    @Test
    void eitherOfTwoSelectionsHasBoth() {
        Columns either = Columns.ALL.only(Set.of("a")).or(Columns.ALL.only(Set.of("b")));

        assertThat(either.has("a")).isTrue();
        assertThat(either.has("b")).isTrue();
        assertThat(either.has("c")).isFalse();
    }

    @Test
    void aSelectionOrEverythingLacksOnlyWhatEverythingLacks() {
        Columns either = Columns.ALL.only(Set.of("a")).or(Columns.ALL.without(Set.of("a", "b")));

        assertThat(either.has("a")).isTrue();
        assertThat(either.has("b")).isFalse();
        assertThat(either.has("c")).isTrue();
    }

    private static ColumnState state(Influence influence) {
        return new ColumnState(Set.of(influence), Set.of());
    }
}
