package io.watertight.code.internal.parse;

import com.oracle.graal.python.pegparser.sst.ArgTy;
import com.oracle.graal.python.pegparser.sst.ArgumentsTy;
import com.oracle.graal.python.pegparser.sst.ComprehensionTy;
import com.oracle.graal.python.pegparser.sst.ConstantValue;
import com.oracle.graal.python.pegparser.sst.ExprTy;
import com.oracle.graal.python.pegparser.sst.KeywordTy;
import com.oracle.graal.python.pegparser.sst.SSTNode;
import io.watertight.code.syntax.Argument;
import io.watertight.code.syntax.Clause;
import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Expression.Kind;
import io.watertight.code.syntax.Literal;
import io.watertight.code.syntax.Parameters;
import io.watertight.code.syntax.Parameters.Parameter;
import io.watertight.code.syntax.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Copies expressions from the parser's tree into ours. Refuses trees so deep that whoever walks them would overflow the stack. */
final class ExpressionAdapter {

    private final Positions positions;
    private final Depth depth;

    ExpressionAdapter(Positions positions, Depth depth) {
        this.positions = positions;
        this.depth = depth;
    }

    Expression expression(ExprTy node) {
        depth.enter(node);
        Expression result = simple(node);
        depth.leave();
        return result;
    }

    Optional<Expression> optional(@Nullable ExprTy node) {
        return node == null ? Optional.empty() : Optional.of(expression(node));
    }

    List<Expression> expressions(ExprTy @Nullable [] nodes) {
        return nodes == null
                ? List.of()
                : Arrays.stream(nodes).map(this::expression).toList();
    }

    /** Positional and keyword arguments, in the order of the text. */
    List<Argument> arguments(ExprTy @Nullable [] positional, KeywordTy @Nullable [] keywords) {
        var arguments = new ArrayList<Argument>();
        for (ExprTy node : positional == null ? new ExprTy[0] : positional) {
            Expression value = expression(node);
            arguments.add(new Argument("", value, value.span()));
        }
        for (KeywordTy node : keywords == null ? new KeywordTy[0] : keywords) {
            arguments.add(new Argument(node.arg == null ? "**" : node.arg, expression(node.value), positions.of(node)));
        }
        arguments.sort(
                Comparator.<Argument>comparingInt(argument -> argument.span().line())
                        .thenComparingInt(argument -> argument.span().column()));
        return arguments;
    }

    /** @param owner the function, whose place they get: the parser does not keep theirs */
    Parameters parameters(@Nullable ArgumentsTy node, SSTNode owner) {
        if (node == null) {
            return new Parameters(List.of(), List.of(), Optional.empty(), Optional.empty(), positions.of(owner));
        }
        var names = new ArrayList<ArgTy>();
        names.addAll(list(node.posOnlyArgs));
        names.addAll(list(node.args));
        List<@Nullable ExprTy> defaults = list(node.defaults);
        int required = names.size() - defaults.size();
        var positional = new ArrayList<Parameter>();
        for (int i = 0; i < names.size(); i++) {
            positional.add(new Parameter(
                    names.get(i).arg, i < required ? Optional.empty() : optional(defaults.get(i - required))));
        }
        var keywordOnly = new ArrayList<Parameter>();
        List<ArgTy> keywordNames = list(node.kwOnlyArgs);
        List<@Nullable ExprTy> keywordDefaults = list(node.kwDefaults);
        for (int i = 0; i < keywordNames.size(); i++) {
            keywordOnly.add(new Parameter(
                    keywordNames.get(i).arg,
                    i < keywordDefaults.size() ? optional(keywordDefaults.get(i)) : Optional.empty()));
        }
        return new Parameters(
                positional,
                keywordOnly,
                Optional.ofNullable(node.varArg).map(argument -> argument.arg),
                Optional.ofNullable(node.kwArg).map(argument -> argument.arg),
                positions.of(owner));
    }

    private static <T extends @Nullable Object> List<T> list(T @Nullable [] array) {
        return array == null ? List.of() : Arrays.asList(array);
    }

    private Expression simple(ExprTy node) {
        Span span = positions.of(node);
        if (node instanceof ExprTy.Name name) {
            return new Expression.Name(name.id, span);
        }
        if (node instanceof ExprTy.Constant constant) {
            return new Expression.Constant(literal(constant.value), span);
        }
        if (node instanceof ExprTy.Attribute attribute) {
            return new Expression.Attribute(expression(attribute.value), attribute.attr, span);
        }
        if (node instanceof ExprTy.Subscript subscript) {
            return new Expression.Subscript(expression(subscript.value), expression(subscript.slice), span);
        }
        if (node instanceof ExprTy.Slice slice) {
            return new Expression.Slice(optional(slice.lower), optional(slice.upper), optional(slice.step), span);
        }
        if (node instanceof ExprTy.Call call) {
            return new Expression.Call(expression(call.func), arguments(call.args, call.keywords), span);
        }
        if (node instanceof ExprTy.Starred starred) {
            return new Expression.Starred(expression(starred.value), span);
        }
        if (node instanceof ExprTy.List list) {
            return new Expression.ListDisplay(expressions(list.elements), span);
        }
        if (node instanceof ExprTy.Tuple tuple) {
            return new Expression.TupleDisplay(expressions(tuple.elements), span);
        }
        if (node instanceof ExprTy.Set set) {
            return new Expression.SetDisplay(expressions(set.elements), span);
        }
        if (node instanceof ExprTy.Dict dict) {
            return new Expression.DictDisplay(
                    list(dict.keys).stream().map(this::optional).toList(), expressions(dict.values), span);
        }
        if (node instanceof ExprTy.JoinedStr || node instanceof ExprTy.FormattedValue) {
            var parts = new ArrayList<Expression>();
            addParts(node, parts);
            return new Expression.Formatted(parts, span);
        }
        return operation(node, span);
    }

    private Expression operation(ExprTy node, Span span) {
        if (node instanceof ExprTy.BinOp binary) {
            return new Expression.Binary(
                    expression(binary.left), Operators.text(binary.op), expression(binary.right), span);
        }
        if (node instanceof ExprTy.UnaryOp unary) {
            return new Expression.Unary(Operators.text(unary.op), expression(unary.operand), span);
        }
        if (node instanceof ExprTy.BoolOp logical) {
            return new Expression.Logical(Operators.text(logical.op), expressions(logical.values), span);
        }
        if (node instanceof ExprTy.Compare comparison) {
            return new Expression.Comparison(
                    expression(comparison.left),
                    Arrays.stream(comparison.ops).map(Operators::text).toList(),
                    expressions(comparison.comparators),
                    span);
        }
        if (node instanceof ExprTy.IfExp conditional) {
            return new Expression.Conditional(
                    expression(conditional.test), expression(conditional.body), expression(conditional.orElse), span);
        }
        if (node instanceof ExprTy.Lambda lambda) {
            return new Expression.Lambda(parameters(lambda.args, lambda), expression(lambda.body), span);
        }
        if (node instanceof ExprTy.Await await) {
            return new Expression.Await(expression(await.value), span);
        }
        if (node instanceof ExprTy.Yield yield) {
            return new Expression.Yield(optional(yield.value), false, span);
        }
        if (node instanceof ExprTy.YieldFrom yield) {
            return new Expression.Yield(Optional.of(expression(yield.value)), true, span);
        }
        if (node instanceof ExprTy.NamedExpr named && named.target instanceof ExprTy.Name target) {
            return new Expression.Walrus(target.id, expression(named.value), span);
        }
        return comprehension(node, span);
    }

    private Expression comprehension(ExprTy node, Span span) {
        if (node instanceof ExprTy.ListComp list) {
            return comprehension(Kind.LIST, list.element, null, list.generators, span);
        }
        if (node instanceof ExprTy.SetComp set) {
            return comprehension(Kind.SET, set.element, null, set.generators, span);
        }
        if (node instanceof ExprTy.GeneratorExp generator) {
            return comprehension(Kind.GENERATOR, generator.element, null, generator.generators, span);
        }
        if (node instanceof ExprTy.DictComp dict) {
            return comprehension(Kind.DICT, dict.key, dict.value, dict.generators, span);
        }
        throw new Unreadable("an unknown form " + node.getClass().getSimpleName(), span.line());
    }

    private Expression comprehension(
            Kind kind, ExprTy element, @Nullable ExprTy value, ComprehensionTy[] generators, Span span) {
        List<Clause> clauses = Arrays.stream(generators)
                .map(node -> new Clause(
                        expression(node.target), expression(node.iter), expressions(node.ifs), positions.of(node)))
                .toList();
        return new Expression.Comprehension(kind, expression(element), optional(value), clauses, span);
    }

    /** The expressions in the braces, those of format specifications too. */
    private void addParts(ExprTy node, List<Expression> parts) {
        if (node instanceof ExprTy.JoinedStr joined) {
            for (ExprTy value : joined.values) {
                addParts(value, parts);
            }
        } else if (node instanceof ExprTy.FormattedValue formatted) {
            parts.add(expression(formatted.value));
            if (formatted.formatSpec != null) {
                addParts(formatted.formatSpec, parts);
            }
        }
    }

    private static Literal literal(ConstantValue value) {
        return switch (value.kind) {
            case NONE -> new Literal.None();
            case ELLIPSIS -> new Literal.Ellipsis();
            case BOOLEAN -> new Literal.Truth(value.getBoolean());
            case LONG -> new Literal.Whole(BigInteger.valueOf(value.getLong()));
            case BIGINTEGER -> new Literal.Whole(value.getBigInteger());
            case DOUBLE -> new Literal.Real(value.getDouble());
            case COMPLEX -> new Literal.Imaginary();
            case CODEPOINTS -> new Literal.Text(value.getCodePoints().toJavaString());
            case BYTES -> new Literal.Bytes();
            // Made by an optimizer that is not run here.
            case TUPLE, FROZENSET -> new Literal.None();
        };
    }
}
