package io.watertight.code.fact;

import io.watertight.code.syntax.Span;

/** A place where the analysis lost the rows, and why. */
public record Lost(Span site, String reason) {}
