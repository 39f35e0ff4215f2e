package io.watertight.code.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.code.source.CodeCell;
import io.watertight.code.syntax.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this version of the library does by itself. The library promises none of it; a new version that differs fails here first. */
final class PythonVersionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (n := 1): pass", // 3.8
                "def f(a, /): pass",
                "with (a as b, c as d): pass", // 3.10
                "match a:\n case [b]: pass",
                "try: a\nexcept* B: c", // 3.11
                "a[*b]",
                "type A[T] = B", // 3.12
                "f'{a['b']}'",
            })
    void readsPythonUpToTwelve(String code) {
        assertThat(parse(code)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"t'{a}'", "try: a\nexcept B, C: d"})
    void refusesFourteenSoThatNewerPythonIsStillNeeded(String code) {
        assertThatThrownBy(() -> parse(code)).isInstanceOf(Unreadable.class);
    }

    @Test
    void namesTheLineOfAMistake() {
        assertThatThrownBy(() -> parse("a\nb\nc d"))
                .isInstanceOfSatisfying(
                        Unreadable.class, mistake -> assertThat(mistake.line()).isEqualTo(3))
                .hasMessage("invalid syntax");
    }

    @Test
    void normalizesIdentifiersAsPythonDoes() {
        assertThat(Trees.text(parse("ﬁt = ℌ"))).isEqualTo("[Assign([fit] H)]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"naïve", "变量", "переменная", "𝐱", "_é1", "µ", "a·b"})
    void readsIdentifiersOfEveryScript(String name) {
        assertThat(parse(name + " = 1")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"€ = 1", "a€ = 1", "😀 = 1", "² = 1"})
    void refusesWhatIsNoIdentifier(String code) {
        assertThatThrownBy(() -> parse(code)).isInstanceOf(Unreadable.class);
    }

    private static List<Statement> parse(String code) {
        CodeCell cell = Cells.of(code);
        return new GraalGrammar(cell, System.nanoTime() + 60_000_000_000L).parse(cell.lines(), 0);
    }
}
