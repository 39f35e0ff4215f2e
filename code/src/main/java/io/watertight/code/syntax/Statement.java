package io.watertight.code.syntax;

import java.util.List;
import java.util.Optional;

/** A piece of Python code that does something. */
public sealed interface Statement extends Node {

    /** {@code a = b = value}. */
    record Assign(List<Expression> targets, Expression value, Span span) implements Statement {
        public Assign {
            targets = List.copyOf(targets);
        }
    }

    /** {@code target += value}; the operator without the equals sign. */
    record AugmentedAssign(Expression target, String operator, Expression value, Span span) implements Statement {}

    /** {@code target: annotation = value}. */
    record AnnotatedAssign(Expression target, Expression annotation, Optional<Expression> value, Span span)
            implements Statement {}

    /** An expression on a line of its own. */
    record Evaluate(Expression value, Span span) implements Statement {}

    /** {@code if}; {@code elif} is an {@code if} in the other branch. */
    record If(Expression test, List<Statement> body, List<Statement> otherwise, Span span) implements Statement {
        public If {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** A loop over elements, asynchronous or not. */
    record For(Expression target, Expression iterable, List<Statement> body, List<Statement> otherwise, Span span)
            implements Statement {
        public For {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** A loop while a test holds. */
    record While(Expression test, List<Statement> body, List<Statement> otherwise, Span span) implements Statement {
        public While {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** A block with context managers. */
    record With(List<Context> contexts, List<Statement> body, Span span) implements Statement {
        public With {
            contexts = List.copyOf(contexts);
            body = List.copyOf(body);
        }
    }

    /** {@code try}, {@code except}, {@code else}, {@code finally}. */
    record Try(List<Statement> body, List<Handler> handlers, List<Statement> otherwise, List<Statement> last, Span span)
            implements Statement {
        public Try {
            body = List.copyOf(body);
            handlers = List.copyOf(handlers);
            otherwise = List.copyOf(otherwise);
            last = List.copyOf(last);
        }
    }

    /** {@code def}, asynchronous or not. */
    record FunctionDefinition(
            String name, Parameters parameters, List<Statement> body, List<Expression> decorators, Span span)
            implements Statement {
        public FunctionDefinition {
            body = List.copyOf(body);
            decorators = List.copyOf(decorators);
        }
    }

    /** {@code class}; keywords stand among the bases. */
    record ClassDefinition(
            String name, List<Argument> bases, List<Statement> body, List<Expression> decorators, Span span)
            implements Statement {
        public ClassDefinition {
            bases = List.copyOf(bases);
            body = List.copyOf(body);
            decorators = List.copyOf(decorators);
        }
    }

    /** {@code return}. */
    record Return(Optional<Expression> value, Span span) implements Statement {}

    /** {@code raise}. */
    record Raise(Optional<Expression> value, Span span) implements Statement {}

    /** {@code assert}. */
    record Assert(Expression test, Span span) implements Statement {}

    /** {@code del}. */
    record Delete(List<Expression> targets, Span span) implements Statement {
        public Delete {
            targets = List.copyOf(targets);
        }
    }

    /** {@code import a.b as c}. */
    record Import(List<Imported> names, Span span) implements Statement {
        public Import {
            names = List.copyOf(names);
        }
    }

    /** {@code from ..module import a as b}; the level counts the leading dots, and the name {@code *} stands for all. */
    record ImportFrom(String module, int level, List<Imported> names, Span span) implements Statement {
        public ImportFrom {
            names = List.copyOf(names);
        }
    }

    /** {@code global} or {@code nonlocal}. */
    record Scope(boolean global, List<String> names, Span span) implements Statement {
        public Scope {
            names = List.copyOf(names);
        }
    }

    /** {@code match}. */
    record Match(Expression subject, List<MatchCase> cases, Span span) implements Statement {
        public Match {
            cases = List.copyOf(cases);
        }
    }

    /** {@code pass}, and what has no meaning here, such as a type alias. */
    record Pass(Span span) implements Statement {}

    /** {@code break}. */
    record Break(Span span) implements Statement {}

    /** {@code continue}. */
    record Continue(Span span) implements Statement {}
}
