package io.watertight.code.internal.parse;

import io.watertight.code.source.CodeCell;
import io.watertight.code.syntax.Parsed;
import java.util.List;
import java.util.stream.IntStream;

/** Cells for tests. */
public final class Cells {

    private Cells() {}

    public static CodeCell of(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        return new CodeCell(
                "test.py", 0, lines, IntStream.rangeClosed(1, lines.size()).toArray(), 0);
    }

    public static Parsed parse(String text) {
        return new GraalParser().parse(of(text));
    }

    /** The tree of code that has no problem, as text. */
    public static String tree(String text) {
        Parsed parsed = parse(text);
        if (parsed.problem().isPresent()) {
            throw new AssertionError(parsed.problem().get() + " in\n" + text);
        }
        return Trees.text(parsed.body());
    }
}
