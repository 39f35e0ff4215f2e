package io.watertight.code.repair;

import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Literal;
import io.watertight.code.syntax.Statement;
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

    static Optional<Filling> of(Statement statement) {
        if (statement instanceof Statement.Assign assign && assign.targets().size() == 1) {
            return of(assign.value(), 1)
                    .filter(filling -> Text.of(assign.targets().get(0).span()).equals(filling.series()));
        }
        return statement instanceof Statement.Evaluate evaluate ? of(evaluate.value(), 2) : Optional.empty();
    }

    /** @param arguments one; two in place */
    private static Optional<Filling> of(Expression value, int arguments) {
        if (!(value instanceof Expression.Call call)
                || !(call.function() instanceof Expression.Attribute method)
                || !method.name().equals("fillna")
                || call.arguments().size() != arguments
                || !call.arguments().get(0).name().isEmpty()
                || arguments == 2 && !Text.of(call.arguments().get(1).span()).replace(" ", "").equals("inplace=True")
                || !(method.object() instanceof Expression.Subscript series)
                || !(series.object() instanceof Expression.Name frame)
                || !(series.index() instanceof Expression.Constant constant)
                || !(constant.value() instanceof Literal.Text column)) {
            return Optional.empty();
        }
        Expression filler = call.arguments().get(0).value();
        String own = Text.of(series.span());
        String text = Text.of(filler.span());
        return text.startsWith(own) && isStatistic(filler, own)
                ? Optional.of(new Filling(
                        frame.id(), column.value(), Text.of(constant.span()), text.substring(own.length())))
                : Optional.empty();
    }

    /** {@code df['a'].mean()}, {@code df['a'].mode()[0]}. */
    private static boolean isStatistic(Expression filler, String series) {
        if (filler instanceof Expression.Subscript first && Text.of(first.index().span()).equals("0")) {
            return isCall(first.object(), Set.of("mode"), series);
        }
        return isCall(filler, STATISTICS, series);
    }

    private static boolean isCall(Expression expression, Set<String> methods, String series) {
        return expression instanceof Expression.Call call
                && call.arguments().isEmpty()
                && call.function() instanceof Expression.Attribute method
                && methods.contains(method.name())
                && Text.of(method.object().span()).equals(series);
    }

    /** {@code df['a']}. */
    String series() {
        return frame + "[" + columnText + "]";
    }

    /** A name for the value that fills the gaps. */
    String variable() {
        String plain = column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return plain.isEmpty() || Character.isDigit(plain.charAt(0)) ? "fill" : plain + "_fill";
    }
}
