package io.watertight.code.syntax;

import io.watertight.code.source.CodeCell;

/** Makes syntax trees. Thread-safe. Never runs what it reads, never throws because of it. */
@FunctionalInterface
public interface PythonParser {

    /** The statements of a cell, or the reason why it has none. */
    Parsed parse(CodeCell cell);
}
