package io.watertight.code.repair;

import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Literal;
import io.watertight.code.syntax.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * {@code df['a'] = df['a'].fillna(df['a'].mean())}, or the same in place.
 *
 * @param frame the name of the table
 * @param column the name of the column
 * @param columnText the same as it is written, with its quotes
 * @param statistic what is asked of the column, e.g. {@code .mean()}
 */
record Filling(String frame, String column, String columnText, String statistic) {

    private static final Set<String> STATISTICS = Set.of("mean", "median", "min", "max");

    /** Of NumPy, those that pass over gaps when they are given a column. */
    private static final Set<String> NUMPY = Set.of("mean", "nanmean", "nanmedian");

    static Optional<Filling> of(Statement statement) {
        if (statement instanceof Statement.Assign assign && assign.targets().size() == 1) {
            return of(assign.value(), 1)
                    .filter(filling -> isColumn(assign.targets().get(0), filling.frame(), filling.column()));
        }
        return statement instanceof Statement.Evaluate evaluate ? of(evaluate.value(), 2) : Optional.empty();
    }

    /** @param arguments one; two in place */
    private static Optional<Filling> of(Expression value, int arguments) {
        if (!(value instanceof Expression.Call call)
                || !(call.function() instanceof Expression.Attribute method)
                || !method.name().equals("fillna")
                || call.arguments().size() != arguments
                || !List.of("", "value").contains(call.arguments().get(0).name())
                || arguments == 2
                        && !Text.of(call.arguments().get(1).span())
                                .replace(" ", "")
                                .equals("inplace=True")
                || !(method.object() instanceof Expression.Subscript series)
                || !(series.object() instanceof Expression.Name frame)
                || !(series.index() instanceof Expression.Constant constant)
                || !(constant.value() instanceof Literal.Text column)) {
            return Optional.empty();
        }
        return statistic(call.arguments().get(0).value(), frame.id(), column.value())
                .map(statistic -> new Filling(frame.id(), column.value(), Text.of(constant.span()), statistic));
    }

    /** {@code .mean()} of {@code df['a'].mean()}, {@code df.a.mean()} and {@code np.mean(df['a'])}; {@code .mode()[0]}. */
    private static Optional<String> statistic(Expression filler, String frame, String column) {
        if (filler instanceof Expression.Subscript first
                && Text.of(first.index().span()).equals("0")) {
            return statistic(first.object(), Set.of("mode"), frame, column).map(word -> word + "[0]");
        }
        return statistic(filler, STATISTICS, frame, column);
    }

    private static Optional<String> statistic(Expression filler, Set<String> words, String frame, String column) {
        if (!(filler instanceof Expression.Call call) || !(call.function() instanceof Expression.Attribute method)) {
            return Optional.empty();
        }
        boolean asked =
                words.contains(method.name()) && call.arguments().isEmpty() && isColumn(method.object(), frame, column);
        boolean given = call.arguments().size() == 1
                && method.object() instanceof Expression.Name module
                && List.of("np", "numpy").contains(module.id())
                && NUMPY.contains(method.name())
                && isColumn(call.arguments().get(0).value(), frame, column);
        return asked || given ? Optional.of("." + method.name().replaceFirst("^nan", "") + "()") : Optional.empty();
    }

    private static boolean isColumn(Expression expression, String frame, String column) {
        if (expression instanceof Expression.Attribute attribute) {
            return attribute.name().equals(column)
                    && attribute.object() instanceof Expression.Name name
                    && name.id().equals(frame);
        }
        return expression instanceof Expression.Subscript series
                && series.object() instanceof Expression.Name name
                && name.id().equals(frame)
                && series.index() instanceof Expression.Constant constant
                && constant.value() instanceof Literal.Text text
                && text.value().equals(column);
    }

    /** A name for the value that fills the gaps. */
    String variable() {
        String plain =
                column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "fill" : plain + "_fill";
    }
}
