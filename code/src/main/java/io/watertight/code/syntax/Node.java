package io.watertight.code.syntax;

/** A piece of Python code. */
public sealed interface Node
        permits Expression, Statement, Argument, Clause, Parameters, Handler, MatchCase, Imported, Context {
    Span span();
}
