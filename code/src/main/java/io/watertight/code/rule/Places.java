package io.watertight.code.rule;

import io.watertight.code.source.CodeCell;
import io.watertight.code.syntax.Span;
import io.watertight.core.check.FlowStep;
import io.watertight.core.check.Place;
import java.util.Locale;

/** Places of code in the words of reports. */
public final class Places {

    private Places() {}

    /** Cells are counted in notebooks only: in any other file people go by the lines of the file. */
    public static Place of(Span span) {
        CodeCell cell = span.cell();
        boolean notebook = cell.file().toLowerCase(Locale.ROOT).endsWith(".ipynb");
        int fileLine = cell.fileLine(span.line());
        return new Place(
                cell.file(),
                notebook ? cell.number() : 0,
                notebook ? span.line() : fileLine,
                span.column(),
                notebook ? span.endLine() : cell.fileLine(span.endLine()),
                span.endColumn(),
                fileLine,
                cell.line(span.line()).strip());
    }

    public static FlowStep step(Span span, String role, String message) {
        return new FlowStep(of(span), role, message);
    }
}
