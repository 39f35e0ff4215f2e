package io.watertight.code.syntax;

import java.util.List;
import java.util.Optional;

/** A piece of Python code that has a value. */
public sealed interface Expression extends Node {

    /** A name that is read or assigned to. */
    record Name(String id, Span span) implements Expression {}

    /** A number, text, True, False, None, or the ellipsis. */
    record Constant(Literal value, Span span) implements Expression {}

    /** An f-string (or t-string): the expressions in its braces. */
    record Formatted(List<Expression> parts, Span span) implements Expression {
        public Formatted {
            parts = List.copyOf(parts);
        }
    }

    /** {@code object.name}. */
    record Attribute(Expression object, String name, Span span) implements Expression {}

    /** {@code object[index]}; several indices are a tuple. */
    record Subscript(Expression object, Expression index, Span span) implements Expression {}

    /** {@code lower:upper:step} within a subscript. */
    record Slice(Optional<Expression> lower, Optional<Expression> upper, Optional<Expression> step, Span span)
            implements Expression {}

    /** A call; arguments in the order of the text. */
    record Call(Expression function, List<Argument> arguments, Span span) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code *value} in a display, an assignment or a call. */
    record Starred(Expression value, Span span) implements Expression {}

    /** An arithmetic or bit operation; the operator as written, e.g. {@code //}. */
    record Binary(Expression left, String operator, Expression right, Span span) implements Expression {}

    /** {@code -x}, {@code +x}, {@code ~x}, {@code not x}. */
    record Unary(String operator, Expression operand, Span span) implements Expression {}

    /** {@code and} or {@code or} of two or more operands. */
    record Logical(String operator, List<Expression> operands, Span span) implements Expression {
        public Logical {
            operands = List.copyOf(operands);
        }
    }

    /** A chain of comparisons; one operator an operand, e.g. {@code not in}. */
    record Comparison(Expression left, List<String> operators, List<Expression> operands, Span span)
            implements Expression {
        public Comparison {
            operators = List.copyOf(operators);
            operands = List.copyOf(operands);
        }
    }

    /** {@code body if test else otherwise}. */
    record Conditional(Expression test, Expression body, Expression otherwise, Span span) implements Expression {}

    /** A function without a name. */
    record Lambda(Parameters parameters, Expression body, Span span) implements Expression {}

    /** {@code [a, b]}. */
    record ListDisplay(List<Expression> elements, Span span) implements Expression {
        public ListDisplay {
            elements = List.copyOf(elements);
        }
    }

    /** {@code (a, b)}. */
    record TupleDisplay(List<Expression> elements, Span span) implements Expression {
        public TupleDisplay {
            elements = List.copyOf(elements);
        }
    }

    /** {@code {a, b}}. */
    record SetDisplay(List<Expression> elements, Span span) implements Expression {
        public SetDisplay {
            elements = List.copyOf(elements);
        }
    }

    /** {@code {k: v, **m}}; no key where a mapping is unpacked. */
    record DictDisplay(List<Optional<Expression>> keys, List<Expression> values, Span span) implements Expression {
        public DictDisplay {
            keys = List.copyOf(keys);
            values = List.copyOf(values);
        }
    }

    /** What a comprehension makes. */
    enum Kind {
        LIST,
        SET,
        DICT,
        GENERATOR
    }

    /** A list, set, dictionary comprehension or generator; only a dictionary has a value. */
    record Comprehension(Kind kind, Expression element, Optional<Expression> value, List<Clause> clauses, Span span)
            implements Expression {
        public Comprehension {
            clauses = List.copyOf(clauses);
        }
    }

    /** {@code await value}. */
    record Await(Expression value, Span span) implements Expression {}

    /** {@code yield} or {@code yield from}. */
    record Yield(Optional<Expression> value, boolean from, Span span) implements Expression {}

    /** {@code name := value}. */
    record Walrus(String name, Expression value, Span span) implements Expression {}
}
