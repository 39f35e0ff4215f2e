package io.watertight.code.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.watertight.code.syntax.Parsed;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BrokenCodeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            a\\nb = = 1\\nc | [Evaluate(a) Evaluate(c)] | Line 2 was not read: invalid syntax.
            a\\nf(1,\\nimport c\\nd | [Evaluate(a) Import([Imported(c -)]) Evaluate(d)] | Line 2 was not read: '(' was never closed.
            a\\nx = f(1\\ny = 2\\nz = g(3 | [Evaluate(a) Assign([y] 2)] | Lines 2, 4 were not read: '(' was never closed.
            a\\nb = 'c\\nd | [Evaluate(a) Evaluate(d)] | Line 2 was not read: unterminated string literal.
            a\\ndef f():\\n  b\\n  c d\\n  e\\nf | [Evaluate(a) FunctionDefinition(f Parameters([] [] - -) [Evaluate(b) Pass() Evaluate(e)] []) Evaluate(f)] | Line 4 was not read: invalid syntax.
            if a:\\n  f(b c,\\n    d)\\n  e | [If(a [Pass() Evaluate(e)] [])] | Line 2 was not read: invalid syntax. Perhaps you forgot a comma?
            a)\\nb | [Evaluate(b)] | Line 1 was not read: unmatched ')'.
            @d\\ndef f(: pass\\nb | [Evaluate(b)] | Lines 1-2 were not read: invalid syntax in line 2.
            '''a\\nb\\nc | [Evaluate(b) Evaluate(c)] | Line 1 was not read: unterminated triple-quoted string literal.
            """)
    void brokenStatementCostsOnlyItself(String code, String tree, String problem) {
        Parsed parsed = Cells.parse(code.replace("\\n", "\n"));

        assertThat(Trees.text(parsed.body())).isEqualTo(tree);
        assertThat(parsed.problem()).contains(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "print \"x\"; y",
                "def f():\n    print 'x'; y\n    return 1",
                "exec 'x'",
                "raise ValueError, 'x'",
                "x = `y`",
                "if a <> b: pass",
                "x = ur'a'",
                "x = 0777",
            })
    void pythonTwoIsNamed(String code) {
        assertThat(Cells.parse(code).problem().orElseThrow())
                .startsWith("This is Python 2; only Python 3 is read. Line");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "print 'x', y  # z | print('x', y)",
                "print model.score(a, b) | print(model.score(a, b))",
                "for x in y: print x | for x in y: print(x)",
                "if a: print 'x' | if a: print('x')",
            })
    void printOfPythonTwoIsReadAsThatOfPythonThree(String older, String newer) {
        Parsed parsed = Cells.parse(older);

        assertThat(Trees.text(parsed.body()))
                .isEqualTo(Trees.text(Cells.parse(newer).body()));
        assertThat(parsed.problem()).isEmpty();
    }

    @Test
    void printOfPythonTwoEndsWithItsBrackets() {
        Parsed parsed = Cells.parse("print 'a', f(1,\n    2)  # b\nx = 1");

        assertThat(Trees.text(parsed.body()))
                .isEqualTo(Trees.text(Cells.parse("print('a', f(1, 2))\nx = 1").body()));
    }

    @Test
    void printOfPythonTwoToAFileIsOneToo() {
        Parsed parsed = Cells.parse("print 'a'\nprint >>file, 'b'");

        assertThat(Trees.text(parsed.body()))
                .isEqualTo(Trees.text(Cells.parse("print('a')\nprint('b')").body()));
    }

    @Test
    void nameThatBeginsWithPrintIsNone() {
        assertThat(Cells.parse("print = 1\nprint in y\nx = = 1").problem())
                .contains("Line 3 was not read: invalid syntax.");
    }

    @Test
    void aSlipIsNotTakenForPythonTwo() {
        assertThat(Cells.parse("x = = 1").problem()).contains("Line 1 was not read: invalid syntax.");
    }

    @Test
    void indentedCellIsReadAsIpythonReadsIt() {
        Parsed parsed = Cells.parse("    a = 1\n    b = f(a)");

        assertThat(Trees.text(parsed.body())).isEqualTo("[Assign([a] 1) Assign([b] Call(f [Argument('' a)]))]");
        assertThat(parsed.problem()).isEmpty();
        SpanTest.assertSpans(parsed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0",
                "x = 1\0",
                "\uFEFF\uFEFFx",
                "\uD800 = '\uDC00'",
                "x = '\uD800'",
                "if a:\n\tb\n        c",
                "\u0001\u0002\u0003\u00ff\u00fe",
                "\\",
                "x = \\",
                "'''",
                "f'{",
                "f'{x!",
                "f'{x:{",
                "\"\\N{no such name}\"",
                "\"\\x1\"",
                "b'\\xzz'",
                "'\\U99999999'",
                "@",
                ")",
                "else: pass",
                "  x\n y",
                "\t\n \f\n#",
                "",
                "0b12",
                "1__0",
                "0xg",
                "99e999999",
                "💥",
                "a\u00a0= 1",
            })
    void junkIsAProblemNotAnException(String junk) {
        assertThatCode(() -> Cells.parse(junk)).doesNotThrowAnyException();
        assertThatCode(() -> Cells.parse("ok = 1\n" + junk + "\nalso = 2")).doesNotThrowAnyException();
    }

    @Test
    void zeroBytesAreNamed() {
        assertThat(Cells.parse("a\nx\0y\nb").problem()).contains("Line 2 was not read: it holds a zero byte.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                "{",
                "f(",
                "a[",
                "not ",
                "-",
                "lambda: ",
                "x if y else ",
                "x ** ",
                "f'{",
                "await ",
                "if x: ",
                "(1, ",
                "{1: "
            })
    void thousandsOfLevelsAreAnsweredInTime(String opening) {
        String deep = opening.repeat(4_000);

        for (String code : new String[] {deep, "ok = 1\n" + deep + "1\nalso = 2"}) {
            Parsed parsed = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Cells.parse(code));
            assertThat(parsed.problem()).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"()", "[]", "{}"})
    void closedBracketsAreAnsweredInTime(String pair) {
        for (int depth : new int[] {50, 150, 199, 10_000}) {
            String code = pair.substring(0, 1).repeat(depth) + pair.substring(1).repeat(depth);
            Parsed parsed = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Cells.parse(code));
            assertThat(parsed.problem().isPresent()).isEqualTo(depth > 200);
        }
    }

    @Test
    void longChainsAreReadOrRefusedNeverOverflow() {
        assertThat(Cells.parse("x = 1" + " + 1".repeat(900)).problem()).isEmpty();
        assertThat(Cells.parse("x = 1" + " + 1".repeat(3_000)).problem().orElseThrow())
                .contains("nested more than 1000 levels deep");
        assertThat(Cells.parse("x" + ".a()".repeat(3_000)).problem()).isPresent();
        assertThat(Cells.parse("if a: b\n" + "elif c: d\n".repeat(2_000)).problem())
                .isPresent();
    }

    @Test
    void tenThousandLinesAreRead() {
        String code = IntStream.range(0, 10_000)
                .mapToObj(line -> "x" + line + " = model.fit(train[" + line + "], y=labels)")
                .collect(Collectors.joining("\n"));

        Parsed parsed = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Cells.parse(code));
        assertThat(parsed.problem()).isEmpty();
        assertThat(parsed.body()).hasSize(10_000);
    }

    @Test
    void tenThousandLinesWithMistakesEndInTime() {
        String code = "x = f(1,\n".repeat(5_000) + "y = 'a\n".repeat(5_000);

        Parsed parsed = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Cells.parse(code));
        assertThat(parsed.problem().orElseThrow()).contains("too many mistakes before");
    }
}
