package io.watertight.code.rule;

import io.watertight.code.syntax.Span;
import io.watertight.core.check.FlowStep;
import io.watertight.core.check.Place;

/** Places of code in the words of reports. */
public final class Places {

    private Places() {}

    public static Place of(Span span) {
        return new Place(
                span.cell().file(),
                span.cell().number(),
                span.line(),
                span.column(),
                span.endLine(),
                span.endColumn(),
                span.cell().fileLine(span.line()),
                span.cell().line(span.line()).strip());
    }

    public static FlowStep step(Span span, String role, String message) {
        return new FlowStep(of(span), role, message);
    }
}
