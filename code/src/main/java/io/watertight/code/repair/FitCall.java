package io.watertight.code.repair;

import io.watertight.code.syntax.Argument;
import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Span;
import io.watertight.code.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code scaler.fit_transform(X)}, perhaps with something simple around it: {@code .toarray()}, {@code pd.DataFrame(..., columns=X.columns)}.
 *
 * @param whole all of the expression
 * @param call the call of a method
 * @param estimator what learns
 * @param method the name of the method, where it stands
 * @param data what it learns from
 * @param labels the argument of the labels, if there is one
 * @param framed the frame around it
 */
record FitCall(
        Expression whole,
        Expression.Call call,
        Expression estimator,
        String method,
        Expression data,
        Optional<Argument> labels,
        Optional<Expression.Call> framed) {

    private static final Set<String> WRAPPERS = Set.of("toarray", "todense");

    static Optional<FitCall> of(Expression whole, String method) {
        return find(whole, whole, method, Optional.empty());
    }

    private static Optional<FitCall> find(
            Expression whole, Expression at, String method, Optional<Expression.Call> framed) {
        if (at instanceof Expression.Attribute attribute && attribute.name().equals("values")) {
            return find(whole, attribute.object(), method, framed);
        }
        if (!(at instanceof Expression.Call call)) {
            return Optional.empty();
        }
        if (call.function() instanceof Expression.Attribute function) {
            if (function.name().equals(method)) {
                return of(whole, call, function, framed);
            }
            if (WRAPPERS.contains(function.name()) && call.arguments().isEmpty()) {
                return find(whole, function.object(), method, framed);
            }
        }
        boolean frame = framed.isEmpty() && isFrame(call.function()) && !call.arguments().isEmpty();
        return frame && call.arguments().get(0).name().isEmpty()
                ? find(whole, call.arguments().get(0).value(), method, Optional.of(call))
                : Optional.empty();
    }

    private static boolean isFrame(Expression function) {
        return function instanceof Expression.Attribute attribute && attribute.name().equals("DataFrame")
                || function instanceof Expression.Name name && name.id().equals("DataFrame");
    }

    private static Optional<FitCall> of(
            Expression whole, Expression.Call call, Expression.Attribute function, Optional<Expression.Call> framed) {
        List<Argument> arguments = call.arguments();
        if (arguments.isEmpty() || arguments.size() > 2 || !isPlain(arguments.get(0), "X")) {
            return Optional.empty();
        }
        if (arguments.size() == 2
                && !(isPlain(arguments.get(1), "y") && arguments.get(1).value() instanceof Expression.Name)) {
            return Optional.empty();
        }
        Optional<Argument> labels = arguments.size() == 2 ? Optional.of(arguments.get(1)) : Optional.empty();
        return Optional.of(new FitCall(
                whole, call, function.object(), function.name(), arguments.get(0).value(), labels, framed));
    }

    private static boolean isPlain(Argument argument, String keyword) {
        return (argument.name().isEmpty() || argument.name().equals(keyword))
                && !(argument.value() instanceof Expression.Starred);
    }

    String dataText() {
        return Text.of(data.span());
    }

    Optional<String> labelName() {
        return labels.map(argument -> ((Expression.Name) argument.value()).id());
    }

    /**
     * The same for other rows.
     *
     * @param learner what learns, as text
     * @param method the method instead
     * @param part the rows
     * @param partLabels their labels, for a method that learns; empty for one that does not
     */
    String retold(String learner, String method, String part, Optional<String> partLabels) {
        String inner = labels.flatMap(
                        argument -> partLabels.map(name -> part + ", " + (argument.name().isEmpty() ? "" : "y=") + name))
                .orElse(part);
        List<Draft.Patch> patches = new ArrayList<>();
        patches.add(new Draft.Patch(call.span(), learner + "." + method + "(" + inner + ")"));
        framed.ifPresent(frame -> {
            for (Argument argument : frame.arguments().subList(1, frame.arguments().size())) {
                shape(argument).ifPresent(word -> patches.add(new Draft.Patch(argument.value().span(), part + "." + word)));
            }
            if (frame.arguments().stream().noneMatch(argument -> argument.name().equals("index"))) {
                Span span = frame.span();
                Span end = new Span(span.cell(), span.endLine(), span.endColumn() - 1, span.endLine(), span.endColumn());
                patches.add(new Draft.Patch(end, ", index=" + part + ".index)"));
            }
        });
        return Draft.patch(whole.span(), patches);
    }

    /** {@code columns} or {@code index} where an argument is that of the data. */
    private Optional<String> shape(Argument argument) {
        return argument.value() instanceof Expression.Attribute attribute
                        && attribute.name().equals(argument.name())
                        && (attribute.name().equals("columns") || attribute.name().equals("index"))
                        && Text.of(attribute.object().span()).equals(dataText())
                ? Optional.of(attribute.name())
                : Optional.empty();
    }

    /** Whether it can be said of other rows: a frame must have the columns of the data, which are thereby known to be a frame. */
    boolean isMovable() {
        return framed.map(frame -> {
                    List<Argument> rest = frame.arguments().subList(1, frame.arguments().size());
                    return rest.stream().anyMatch(argument -> argument.name().equals("columns"))
                            && rest.stream().allMatch(argument -> shape(argument).isPresent())
                            && !Text.of(frame.span()).endsWith(",)");
                })
                .orElse(true)
                && !Text.of(whole.span()).contains("\n");
    }

    /** The name of what learns, if it is made by a plain constructor before and seen again only to learn. */
    static Optional<Expression.Call> constructor(Block block, int before, String name) {
        for (int index = before - 1; index >= 0; index--) {
            Statement statement = block.statements().get(index);
            if (statement instanceof Statement.Assign assign
                    && assign.targets().size() == 1
                    && assign.targets().get(0) instanceof Expression.Name target
                    && target.id().equals(name)) {
                return assign.value() instanceof Expression.Call call ? Optional.of(call) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
