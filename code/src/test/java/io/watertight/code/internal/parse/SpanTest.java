package io.watertight.code.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.source.CodeCell;
import io.watertight.code.syntax.Argument;
import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Imported;
import io.watertight.code.syntax.Node;
import io.watertight.code.syntax.Parsed;
import io.watertight.code.syntax.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text under the place of a node is the node's own. */
public final class SpanTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = f(a, k=b)",
                "s = '😀😀'; x = f(a)  # after two characters of two units each",
                "if a:\n\tx = f(a)\n\ty = '\t' + g(x)",
                "x = [\n    f(a),\n    '''two\nlines''', g(b)]",
                "größe = naïve(ﬁt)",
                "x = f'{f(a)} 😀 {g(b):{w}}' + h(c)",
                "x = f'''\n{f(a)} 😀\n  {g(b)}''' + h(c)",
                "def f(a, b=c.d): return a\n@d.e(f)\nclass C(B, m=M): x = y",
                "from a import b as c, d\nimport e.f as g, h",
                "x = a \\\n  .b(c) \\\n  .d(e)",
                "\fx = f(a)",
                "x = f(a)\f\ny = g(b)",
            })
    void namesCallsAndArgumentsCoverTheirText(String code) {
        List<Node> nodes = Trees.nodes(Cells.parse(code).body());

        assertThat(nodes).hasSizeGreaterThan(3);
        assertSpans(Cells.parse(code));
    }

    @Test
    void columnsCountUtf16Units() {
        Node name = Trees.nodes(Cells.parse("a = '😀', b").body()).stream()
                .filter(node ->
                        node instanceof Expression.Name found && found.id().equals("b"))
                .findFirst()
                .orElseThrow();

        assertThat(name.span().line()).isEqualTo(1);
        assertThat(name.span().column()).isEqualTo(10);
        assertThat(name.span().endColumn()).isEqualTo(11);
    }

    @Test
    void blocksReadOnTheirOwnKeepTheirPlaces() {
        Parsed parsed = Cells.parse("a = 1\nb = = 2\ns = '😀'; c = f(d)\n");

        assertThat(parsed.problem()).contains("Line 2 was not read: invalid syntax.");
        assertSpans(parsed);
        assertThat(parsed.body())
                .extracting(statement -> statement.span().line())
                .containsExactly(1, 3, 3);
    }

    /** Names, attributes, calls, keywords and imports say what stands at their place; every node stands within the cell. */
    public static void assertSpans(Parsed parsed) {
        for (Node node : Trees.nodes(parsed.body())) {
            String text = text(node.span());
            if (node instanceof Expression.Name name) {
                assertThat(normal(text)).isEqualTo(name.id());
            } else if (node instanceof Expression.Attribute attribute) {
                assertThat(normal(text)).endsWith(attribute.name());
            } else if (node instanceof Expression.Call call) {
                assertThat(text).contains(text(call.function().span())).endsWith(")");
            } else if (node instanceof Argument argument && argument.name().matches("\\w+")) {
                assertThat(text).startsWith(argument.name());
            } else if (node instanceof Imported imported) {
                assertThat(text.replaceAll("\\s", "")).startsWith(imported.name());
            }
        }
    }

    private static String normal(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC);
    }

    private static String text(Span span) {
        CodeCell cell = span.cell();
        assertThat(span.line()).isBetween(1, cell.lines().size());
        assertThat(span.endLine()).isBetween(span.line(), cell.lines().size());
        if (span.line() == span.endLine()) {
            return cell.line(span.line()).substring(span.column(), span.endColumn());
        }
        var text = new StringBuilder(cell.line(span.line()).substring(span.column()));
        for (int line = span.line() + 1; line < span.endLine(); line++) {
            text.append('\n').append(cell.line(line));
        }
        return text.append('\n')
                .append(cell.line(span.endLine()), 0, span.endColumn())
                .toString();
    }
}
