package io.watertight.code.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.CodeTester;
import io.watertight.code.lint.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pieces of code that a rule must report, and twins of them that it must not. They stand in {@code <id>.py} beside the package of the rule:
 * {@code ### common} begins what all share, {@code ### bad} and {@code ### good} begin a piece each; {@code # here} marks the line reported.
 */
final class RuleCasesTest {

    record Piece(Rule rule, String title, String code) {
        @Override
        public String toString() {
            return rule.info().id() + ": " + title;
        }
    }

    static Stream<Piece> bad() {
        return pieces("bad ");
    }

    static Stream<Piece> good() {
        return pieces("good ");
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aLeakIsReported(Piece piece) {
        List<Integer> lines = CodeTester.lines(piece.rule(), piece.code());
        assertThat(lines).as("\n" + piece.code()).isNotEmpty();
        List<String> code = piece.code().lines().toList();
        int marked = 0;
        for (int line = 1; line <= code.size(); line++) {
            if (code.get(line - 1).contains("# here")) {
                marked++;
                assertThat(lines).as("\n" + piece.code()).contains(line);
            }
        }
        assertThat(marked).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("good")
    void itsInnocentTwinIsNot(Piece piece) {
        assertThat(CodeTester.lines(piece.rule(), piece.code()))
                .as("\n" + piece.code())
                .isEmpty();
    }

    @Test
    void everyFileOfPiecesHoldsAtLeastFourOfEach() {
        for (Rule rule : Rules.all()) {
            if (text(rule, ".py").isPresent()) {
                assertThat(of(rule, "bad ")).as(rule.info().id()).hasSizeGreaterThanOrEqualTo(4);
                assertThat(of(rule, "good ")).as(rule.info().id()).hasSizeGreaterThanOrEqualTo(4);
            }
        }
    }

    @Test
    void theExamplesOfThePagesAreWhatTheySay() {
        int read = 0;
        for (Rule rule : Rules.all()) {
            Optional<String> page = text(rule, ".md");
            if (page.isPresent() && page.get().contains("```python bad")) {
                read++;
                assertThat(CodeTester.lines(rule, block(page.get(), "bad"))).as(rule.info().id()).isNotEmpty();
                assertThat(CodeTester.lines(rule, block(page.get(), "good"))).as(rule.info().id()).isEmpty();
            }
        }
        assertThat(read).isPositive();
    }

    private static String block(String page, String which) {
        int begin = page.indexOf("```python " + which) + ("```python " + which).length();
        return page.substring(begin, page.indexOf("```", begin)).strip() + "\n";
    }

    private static Stream<Piece> pieces(String which) {
        return Rules.all().stream().flatMap(rule -> of(rule, which).stream());
    }

    private static List<Piece> of(Rule rule, String which) {
        List<Piece> pieces = new ArrayList<>();
        String common = "";
        for (String part : ("\n" + text(rule, ".py").orElse("")).split("\n### ")) {
            int end = part.indexOf('\n');
            String title = end < 0 ? part : part.substring(0, end);
            String code = end < 0 ? "" : part.substring(end + 1) + "\n";
            if (title.equals("common")) {
                common = code;
            } else if (title.startsWith(which)) {
                pieces.add(new Piece(rule, title, common + code));
            }
        }
        return pieces;
    }

    private static Optional<String> text(Rule rule, String ending) {
        try (InputStream stream = rule.getClass().getResourceAsStream(rule.info().id() + ending)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
