package io.watertight.code.internal.parse;

import com.oracle.graal.python.pegparser.sst.AliasTy;
import com.oracle.graal.python.pegparser.sst.ArgumentsTy;
import com.oracle.graal.python.pegparser.sst.ExceptHandlerTy;
import com.oracle.graal.python.pegparser.sst.ExprTy;
import com.oracle.graal.python.pegparser.sst.MatchCaseTy;
import com.oracle.graal.python.pegparser.sst.SSTNode;
import com.oracle.graal.python.pegparser.sst.StmtTy;
import com.oracle.graal.python.pegparser.sst.WithItemTy;
import io.watertight.code.syntax.Context;
import io.watertight.code.syntax.Handler;
import io.watertight.code.syntax.Imported;
import io.watertight.code.syntax.MatchCase;
import io.watertight.code.syntax.Span;
import io.watertight.code.syntax.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Copies statements from the parser's tree into ours. */
final class StatementAdapter {

    private final Positions positions;
    private final Depth depth = new Depth();
    private final ExpressionAdapter expressions;

    StatementAdapter(Positions positions) {
        this.positions = positions;
        this.expressions = new ExpressionAdapter(positions, depth);
    }

    List<Statement> statements(StmtTy @Nullable [] nodes) {
        return nodes == null
                ? List.of()
                : Arrays.stream(nodes).map(this::statement).toList();
    }

    private Statement statement(StmtTy node) {
        depth.enter(node);
        Statement result = simple(node, positions.of(node));
        depth.leave();
        return result;
    }

    private Statement simple(StmtTy node, Span span) {
        if (node instanceof StmtTy.Expr evaluate) {
            return new Statement.Evaluate(expressions.expression(evaluate.value), span);
        }
        if (node instanceof StmtTy.Assign assign) {
            return new Statement.Assign(
                    expressions.expressions(assign.targets), expressions.expression(assign.value), span);
        }
        if (node instanceof StmtTy.AugAssign assign) {
            return new Statement.AugmentedAssign(
                    expressions.expression(assign.target),
                    Operators.text(assign.op),
                    expressions.expression(assign.value),
                    span);
        }
        if (node instanceof StmtTy.AnnAssign assign) {
            return new Statement.AnnotatedAssign(
                    expressions.expression(assign.target),
                    expressions.expression(assign.annotation),
                    expressions.optional(assign.value),
                    span);
        }
        if (node instanceof StmtTy.Return result) {
            return new Statement.Return(expressions.optional(result.value), span);
        }
        if (node instanceof StmtTy.Import imports) {
            return new Statement.Import(imported(imports.names), span);
        }
        if (node instanceof StmtTy.ImportFrom imports) {
            return new Statement.ImportFrom(
                    imports.module == null ? "" : imports.module, imports.level, imported(imports.names), span);
        }
        if (node instanceof StmtTy.Raise raise) {
            return new Statement.Raise(expressions.optional(raise.exc), span);
        }
        if (node instanceof StmtTy.Assert check) {
            return new Statement.Assert(expressions.expression(check.test), span);
        }
        if (node instanceof StmtTy.Delete delete) {
            return new Statement.Delete(expressions.expressions(delete.targets), span);
        }
        if (node instanceof StmtTy.Global scope) {
            return new Statement.Scope(true, List.of(scope.names), span);
        }
        if (node instanceof StmtTy.Nonlocal scope) {
            return new Statement.Scope(false, List.of(scope.names), span);
        }
        if (node instanceof StmtTy.Pass || node instanceof StmtTy.TypeAlias) {
            return new Statement.Pass(span);
        }
        if (node instanceof StmtTy.Break) {
            return new Statement.Break(span);
        }
        if (node instanceof StmtTy.Continue) {
            return new Statement.Continue(span);
        }
        return compound(node, span);
    }

    private Statement compound(StmtTy node, Span span) {
        if (node instanceof StmtTy.If branch) {
            return new Statement.If(
                    expressions.expression(branch.test), statements(branch.body), statements(branch.orElse), span);
        }
        if (node instanceof StmtTy.For loop) {
            return loop(loop.target, loop.iter, loop.body, loop.orElse, span);
        }
        if (node instanceof StmtTy.AsyncFor loop) {
            return loop(loop.target, loop.iter, loop.body, loop.orElse, span);
        }
        if (node instanceof StmtTy.While loop) {
            return new Statement.While(
                    expressions.expression(loop.test), statements(loop.body), statements(loop.orElse), span);
        }
        if (node instanceof StmtTy.With with) {
            return new Statement.With(contexts(with.items), statements(with.body), span);
        }
        if (node instanceof StmtTy.AsyncWith with) {
            return new Statement.With(contexts(with.items), statements(with.body), span);
        }
        if (node instanceof StmtTy.Try attempt) {
            return attempt(attempt.body, attempt.handlers, attempt.orElse, attempt.finalBody, span);
        }
        if (node instanceof StmtTy.TryStar attempt) {
            return attempt(attempt.body, attempt.handlers, attempt.orElse, attempt.finalBody, span);
        }
        if (node instanceof StmtTy.FunctionDef function) {
            return function(function.name, function.args, function, function.body, function.decoratorList);
        }
        if (node instanceof StmtTy.AsyncFunctionDef function) {
            return function(function.name, function.args, function, function.body, function.decoratorList);
        }
        if (node instanceof StmtTy.ClassDef type) {
            return new Statement.ClassDefinition(
                    type.name,
                    expressions.arguments(type.bases, type.keywords),
                    statements(type.body),
                    expressions.expressions(type.decoratorList),
                    span);
        }
        if (node instanceof StmtTy.Match match) {
            return new Statement.Match(
                    expressions.expression(match.subject),
                    Arrays.stream(match.cases).map(this::matchCase).toList(),
                    span);
        }
        throw new Unreadable("an unknown form " + node.getClass().getSimpleName(), span.line());
    }

    private Statement loop(ExprTy target, ExprTy iterable, StmtTy[] body, StmtTy @Nullable [] otherwise, Span span) {
        return new Statement.For(
                expressions.expression(target),
                expressions.expression(iterable),
                statements(body),
                statements(otherwise),
                span);
    }

    private Statement attempt(
            StmtTy[] body,
            ExceptHandlerTy @Nullable [] handlers,
            StmtTy @Nullable [] otherwise,
            StmtTy @Nullable [] last,
            Span span) {
        List<Handler> caught = handlers == null
                ? List.of()
                : Arrays.stream(handlers).map(this::handler).toList();
        return new Statement.Try(statements(body), caught, statements(otherwise), statements(last), span);
    }

    private Handler handler(ExceptHandlerTy node) {
        if (node instanceof ExceptHandlerTy.ExceptHandler handler) {
            return new Handler(
                    expressions.optional(handler.type),
                    Optional.ofNullable(handler.name),
                    statements(handler.body),
                    positions.of(handler));
        }
        throw new Unreadable("an unknown form " + node.getClass().getSimpleName(), node.getSourceRange().startLine);
    }

    private Statement function(
            String name,
            @Nullable ArgumentsTy parameters,
            SSTNode node,
            StmtTy[] body,
            ExprTy @Nullable [] decorators) {
        return new Statement.FunctionDefinition(
                name,
                expressions.parameters(parameters, node),
                statements(body),
                expressions.expressions(decorators),
                positions.of(node));
    }

    private List<Context> contexts(WithItemTy[] items) {
        return Arrays.stream(items)
                .map(item -> new Context(
                        expressions.expression(item.contextExpr),
                        expressions.optional(item.optionalVars),
                        positions.of(item)))
                .toList();
    }

    private List<Imported> imported(AliasTy[] names) {
        return Arrays.stream(names)
                .map(alias -> new Imported(alias.name, Optional.ofNullable(alias.asName), positions.of(alias)))
                .toList();
    }

    private MatchCase matchCase(MatchCaseTy node) {
        return new MatchCase(
                Captures.of(node.pattern), expressions.optional(node.guard), statements(node.body), positions.of(node));
    }
}
