package io.watertight.code.syntax;

import java.util.Optional;

/** A name that is imported, and the name it gets here. */
public record Imported(String name, Optional<String> alias, Span span) implements Node {}
