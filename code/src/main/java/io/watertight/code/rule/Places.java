package io.watertight.code.rule;

import io.watertight.code.source.CodeCell;
import io.watertight.code.syntax.Span;
import io.watertight.core.check.FlowStep;
import io.watertight.core.check.Place;
import java.util.regex.Pattern;

/** Places of code in the words of reports. */
public final class Places {

    private Places() {}

    /** Cells are counted in notebooks only: in any other file people go by the lines of the file. */
    public static Place of(Span span) {
        CodeCell cell = span.cell();
        return new Place(
                cell.file(),
                cell.shownNumber(),
                cell.shownLine(span.line()),
                span.column(),
                cell.shownLine(span.endLine()),
                span.endColumn(),
                cell.fileLine(span.line()),
                cell.line(span.line()).strip());
    }

    /** Functions and imports that only tests have. */
    private static final Pattern TESTS = Pattern.compile(
            "^\\s*(async )?def test_|^\\s*(import|from) (pytest|unittest|numpy\\.testing|sklearn\\.utils\\._?testing)");

    /**
     * Tests of a library train models side by side, and score them on whatever is at hand, that nobody is to believe in. The name of
     * a file alone says nothing: {@code test_models.py} may be where somebody tries models.
     */
    public static boolean isInTests(Span span) {
        String file = span.cell().file();
        String name = file.substring(file.lastIndexOf('/') + 1);
        return (name.startsWith("test_") || name.endsWith("_test.py"))
                && span.cell().lines().stream()
                        .anyMatch(line -> TESTS.matcher(line).find());
    }

    public static FlowStep step(Span span, String role, String message) {
        return new FlowStep(of(span), role, message);
    }
}
