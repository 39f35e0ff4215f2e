package io.watertight.code.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.CodeTester;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pieces of code that a rule must report, and twins of them that it must not. They stand in {@code <id>.py} in the package of the rule:
 * {@code ### common} begins what all share, {@code ### bad} and {@code ### good} begin a piece each; {@code # here} marks the line reported.
 */
public final class RulePieces {

    private static final int FEWEST = 4;

    private final Rule rule;

    public RulePieces(Rule rule) {
        this.rule = rule;
    }

    /** One piece, with what all share before it. */
    public record Piece(String title, String code) {
        @Override
        public String toString() {
            return title;
        }
    }

    public Stream<Piece> bad() {
        return pieces("bad ");
    }

    public Stream<Piece> good() {
        return pieces("good ");
    }

    /** The rule reports something, and the marked line if there is one. */
    public void assertFound(Piece piece) {
        List<Integer> lines = CodeTester.lines(rule, piece.code());
        assertThat(lines).as(piece.code()).isNotEmpty();
        List<String> code = piece.code().lines().toList();
        for (int line = 1; line <= code.size(); line++) {
            if (code.get(line - 1).contains("# here")) {
                assertThat(lines).as(piece.code()).contains(line);
            }
        }
    }

    public void assertNotFound(Piece piece) {
        assertThat(CodeTester.lines(rule, piece.code())).as(piece.code()).isEmpty();
    }

    private Stream<Piece> pieces(String which) {
        List<Piece> pieces = new ArrayList<>();
        String common = "";
        for (String part : ("\n" + text()).split("\n### ")) {
            int end = part.indexOf('\n');
            String title = end < 0 ? part : part.substring(0, end);
            String code = end < 0 ? "" : part.substring(end + 1) + "\n";
            if (title.equals("common")) {
                common = code;
            } else if (title.startsWith(which)) {
                pieces.add(new Piece(title, common + code));
            }
        }
        assertThat(pieces).hasSizeGreaterThanOrEqualTo(FEWEST);
        return pieces.stream();
    }

    private String text() {
        String name = rule.info().id() + ".py";
        try (InputStream stream = rule.getClass().getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
