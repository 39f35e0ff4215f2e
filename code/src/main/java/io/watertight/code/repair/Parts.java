package io.watertight.code.repair;

import io.watertight.code.syntax.Argument;
import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Span;
import io.watertight.code.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code X_train, X_test, y_train, y_test = train_test_split(X, y)}.
 *
 * @param statement the whole of it
 * @param dealt what each argument becomes, in order
 */
record Parts(Statement.Assign statement, List<Dealt> dealt) {

    Parts {
        dealt = List.copyOf(dealt);
    }

    /**
     * What becomes of one argument.
     *
     * @param argument the name that is split; its place is where another can be put
     */
    record Dealt(String argument, Span place, String train, String test) {}

    /** Empty for any other statement, and for one that unpacks or names things otherwise. */
    static Optional<Parts> of(Statement statement) {
        if (!(statement instanceof Statement.Assign assign)
                || assign.targets().size() != 1
                || !(assign.value() instanceof Expression.Call call)
                || !isSplit(call.function())
                || !Text.isAlone(statement)) {
            return Optional.empty();
        }
        List<String> targets = names(assign.targets().get(0));
        List<Argument> arguments = call.arguments().stream()
                .filter(argument -> argument.name().isEmpty())
                .toList();
        boolean unpacks = call.arguments().stream()
                .anyMatch(argument -> argument.name().equals("**") || argument.value() instanceof Expression.Starred);
        if (unpacks || targets.isEmpty() || targets.size() != 2 * arguments.size()) {
            return Optional.empty();
        }
        List<Dealt> dealt = new ArrayList<>();
        for (int index = 0; index < arguments.size(); index++) {
            Expression value = arguments.get(index).value();
            String name = value instanceof Expression.Name known ? known.id() : "";
            dealt.add(new Dealt(name, value.span(), targets.get(2 * index), targets.get(2 * index + 1)));
        }
        return Optional.of(new Parts(assign, dealt));
    }

    private static boolean isSplit(Expression function) {
        return function instanceof Expression.Name name && name.id().equals("train_test_split")
                || function instanceof Expression.Attribute attribute
                        && attribute.name().equals("train_test_split");
    }

    /** Distinct names; none if there is anything else. */
    static List<String> names(Expression target) {
        List<Expression> elements = target instanceof Expression.TupleDisplay tuple
                ? tuple.elements()
                : target instanceof Expression.ListDisplay list ? list.elements() : List.of();
        List<String> names = elements.stream()
                .filter(Expression.Name.class::isInstance)
                .map(element -> ((Expression.Name) element).id())
                .filter(name -> !name.equals("_"))
                .distinct()
                .toList();
        return names.size() == elements.size() ? names : List.of();
    }

    Optional<Dealt> of(String name) {
        List<Dealt> all =
                dealt.stream().filter(part -> part.argument().equals(name)).toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** Whether the split gives one of its parts this name, so that it means another thing behind it. */
    boolean makes(String name) {
        return dealt.stream()
                .anyMatch(part -> part.train().equals(name) || part.test().equals(name));
    }
}
