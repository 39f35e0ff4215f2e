package io.watertight.code.repair;

import io.watertight.code.syntax.Argument;
import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Literal;
import io.watertight.code.syntax.Statement;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code df['a'] = df['a'].fillna(df['a'].mean())} before the split of df, or of what is left of it without other columns: both parts are
 * filled behind the split with the mean of the training part. Between the two only other columns of df are touched.
 */
final class FillFromTraining implements Repair {

    @Override
    public Optional<Fix.CodeEdit> mend(Finding finding, Block.Spot spot) {
        return Text.isAlone(spot.statement()) && !Text.hasInnerComment(spot.statement())
                ? Filling.of(spot.statement()).flatMap(filling -> mend(spot, filling))
                : Optional.empty();
    }

    private static Optional<Fix.CodeEdit> mend(Block.Spot spot, Filling filling) {
        Block block = spot.block();
        String carrier = filling.frame();
        for (int index = spot.index() + 1; index < block.statements().size(); index++) {
            Statement statement = block.statements().get(index);
            Optional<Parts> parts = Parts.of(statement);
            Optional<Parts.Dealt> dealt = parts.isEmpty() ? Optional.empty() : parts.get().of(carrier);
            if (dealt.isPresent()) {
                boolean over = !block.livesOn(index, carrier)
                        && !block.livesOn(index, filling.frame())
                        && !parts.get().makes(carrier)
                        && !parts.get().makes(filling.frame())
                        && touchesOthersOnly(withoutName(statement, dealt.get()), filling);
                return over ? Optional.of(edit(block, spot.statement(), filling, parts.get(), dealt.get())) : Optional.empty();
            }
            Optional<String> heir = carrier.equals(filling.frame()) ? heir(statement, filling) : Optional.empty();
            if (heir.isPresent()) {
                carrier = heir.get();
            } else if (!touchesOthersOnly(Text.of(statement.span()), filling)
                    || !carrier.equals(filling.frame()) && Text.mentions(statement, carrier)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String withoutName(Statement statement, Parts.Dealt dealt) {
        return Draft.patch(statement.span(), List.of(new Draft.Patch(dealt.place(), "_")));
    }

    /** Whether the table is spoken of by the names of other columns alone. */
    private static boolean touchesOthersOnly(String text, Filling filling) {
        Matcher matcher = Pattern.compile("(?<!\\w)" + Pattern.quote(filling.frame()) + "(?!\\w)").matcher(text);
        Pattern column = Pattern.compile("^\\[(['\"])([^'\"\\\\]*)\\1\\]");
        while (matcher.find()) {
            Matcher index = column.matcher(text.substring(matcher.end()));
            if (!index.find() || index.group(2).equals(filling.column())) {
                return false;
            }
        }
        return true;
    }

    /** {@code X = df.drop('label', axis=1)} and {@code X = df[['a', 'b']]}: the name that has the column then. */
    private static Optional<String> heir(Statement statement, Filling filling) {
        if (!(statement instanceof Statement.Assign assign)
                || assign.targets().size() != 1
                || !(assign.targets().get(0) instanceof Expression.Name target)
                || target.id().equals(filling.frame())) {
            return Optional.empty();
        }
        boolean keeps = assign.value() instanceof Expression.Call call
                        && call.function() instanceof Expression.Attribute method
                        && method.name().equals("drop")
                        && isFrame(method.object(), filling)
                        && drops(call.arguments(), filling)
                || assign.value() instanceof Expression.Subscript subscript
                        && isFrame(subscript.object(), filling)
                        && texts(subscript.index()).contains(filling.column())
                        && subscript.index() instanceof Expression.ListDisplay;
        return keeps ? Optional.of(target.id()) : Optional.empty();
    }

    private static boolean isFrame(Expression expression, Filling filling) {
        return expression instanceof Expression.Name name && name.id().equals(filling.frame());
    }

    /** Whether other columns are dropped, and these by name. */
    private static boolean drops(List<Argument> arguments, Filling filling) {
        if (arguments.isEmpty() || arguments.size() > 2) {
            return false;
        }
        boolean byAxis = arguments.size() == 2
                && List.of("", "labels").contains(arguments.get(0).name())
                && arguments.get(1).name().equals("axis")
                && List.of("1", "'columns'", "\"columns\"").contains(Text.of(arguments.get(1).value().span()));
        boolean byName = arguments.size() == 1 && arguments.get(0).name().equals("columns");
        List<String> dropped = texts(arguments.get(0).value());
        return (byAxis || byName) && !dropped.isEmpty() && !dropped.contains(filling.column());
    }

    /** A text, or a list of nothing but texts; none if there is anything else. */
    private static List<String> texts(Expression expression) {
        if (expression instanceof Expression.Constant constant && constant.value() instanceof Literal.Text text) {
            return List.of(text.value());
        }
        if (!(expression instanceof Expression.ListDisplay list)) {
            return List.of();
        }
        List<String> all = list.elements().stream()
                .flatMap(element -> texts(element).stream())
                .toList();
        return all.size() == list.elements().size() ? all : List.of();
    }

    private static Fix.CodeEdit edit(Block block, Statement filled, Filling filling, Parts parts, Parts.Dealt dealt) {
        String value = Text.unused(filling.variable(), block.cells());
        Draft draft = new Draft().delete(filled);
        draft.behind(
                parts.statement(),
                value + " = " + dealt.train() + "[" + filling.columnText() + "]" + filling.statistic());
        for (String part : List.of(dealt.train(), dealt.test())) {
            draft.behind(parts.statement(), part + " = " + part + ".fillna({" + filling.columnText() + ": " + value + "})");
        }
        return draft.finish("split first, and fill both parts with a value of the training rows");
    }
}
