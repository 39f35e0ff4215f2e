package io.watertight.code.repair;

import io.watertight.code.syntax.Argument;
import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Literal;
import io.watertight.code.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Columns of a table on their way to its split, by the table itself or by what is left of it without other columns. On the way nothing but
 * other columns of the table is touched, so that what is done to these columns may as well be done behind the split.
 *
 * @param parts the split
 * @param dealt what becomes there of the table, or of what has its columns
 */
record Carried(Parts parts, Parts.Dealt dealt) {

    /**
     * Columns of a table.
     *
     * @param frame its name
     * @param names theirs
     */
    record Columns(String frame, Set<String> names) {
        Columns {
            names = Set.copyOf(names);
        }
    }

    /** Empty if they are touched on the way, or spoken of again behind the split by the name of the table. */
    static Optional<Carried> to(Block.Spot spot, Columns of) {
        Block block = spot.block();
        String carrier = of.frame();
        for (int index = spot.index() + 1; index < block.statements().size(); index++) {
            Statement statement = block.statements().get(index);
            Optional<Parts> parts = Parts.of(statement);
            Optional<Parts.Dealt> dealt =
                    parts.isEmpty() ? Optional.empty() : parts.get().of(carrier);
            if (dealt.isPresent()) {
                boolean over = !block.livesOn(index, carrier)
                        && !block.livesOn(index, of.frame())
                        && !parts.get().makes(carrier)
                        && !parts.get().makes(of.frame())
                        && touchesOthersOnly(withoutName(statement, dealt.get()), of);
                return over ? Optional.of(new Carried(parts.get(), dealt.get())) : Optional.empty();
            }
            Optional<String> heir = carrier.equals(of.frame()) ? heir(statement, of, block, index) : Optional.empty();
            if (heir.isPresent()) {
                carrier = heir.get();
            } else if (!touchesOthersOnly(Text.of(statement.span()), of)
                    || !carrier.equals(of.frame()) && Text.mentions(statement, carrier)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String withoutName(Statement statement, Parts.Dealt dealt) {
        return Draft.patch(statement.span(), List.of(new Draft.Patch(dealt.place(), "_")));
    }

    /** Whether the table is spoken of by the names of other columns alone. */
    private static boolean touchesOthersOnly(String text, Columns of) {
        Matcher matcher = Pattern.compile("(?<!\\w)" + Pattern.quote(of.frame()) + "(?!\\w)")
                .matcher(text);
        Pattern column = Pattern.compile("^\\[(['\"])([^'\"\\\\]*)\\1\\]");
        while (matcher.find()) {
            Matcher index = column.matcher(text.substring(matcher.end()));
            if (!index.find() || of.names().contains(index.group(2))) {
                return false;
            }
        }
        return true;
    }

    /** {@code X = df.drop('label', axis=1)} and {@code X = df[['a', 'b']]}: the name that has the column then. */
    private static Optional<String> heir(Statement statement, Columns of, Block block, int index) {
        if (!(statement instanceof Statement.Assign assign)
                || assign.targets().size() != 1
                || !(assign.targets().get(0) instanceof Expression.Name target)
                || target.id().equals(of.frame())) {
            return Optional.empty();
        }
        boolean keeps = assign.value() instanceof Expression.Call call
                        && call.function() instanceof Expression.Attribute method
                        && method.name().equals("drop")
                        && isFrame(method.object(), of)
                        && drops(call.arguments(), of)
                || assign.value() instanceof Expression.Subscript subscript
                        && isFrame(subscript.object(), of)
                        && texts(subscript.index(), block, index).containsAll(of.names())
                        && !(subscript.index() instanceof Expression.Constant);
        return keeps ? Optional.of(target.id()) : Optional.empty();
    }

    private static boolean isFrame(Expression expression, Columns of) {
        return expression instanceof Expression.Name name && name.id().equals(of.frame());
    }

    /** Whether other columns are dropped, and these by name. */
    private static boolean drops(List<Argument> arguments, Columns of) {
        if (arguments.isEmpty() || arguments.size() > 2) {
            return false;
        }
        boolean byAxis = arguments.size() == 2
                && List.of("", "labels").contains(arguments.get(0).name())
                && arguments.get(1).name().equals("axis")
                && List.of("1", "'columns'", "\"columns\"")
                        .contains(Text.of(arguments.get(1).value().span()));
        boolean byName = arguments.size() == 1 && arguments.get(0).name().equals("columns");
        List<String> dropped = texts(arguments.get(0).value());
        return (byAxis || byName) && !dropped.isEmpty() && dropped.stream().noneMatch(of.names()::contains);
    }

    /** The same, also of a name that was given such a list before. */
    static List<String> texts(Expression expression, Block block, int before) {
        if (!(expression instanceof Expression.Name name)) {
            return texts(expression);
        }
        for (int index = before - 1; index >= 0; index--) {
            Statement statement = block.statements().get(index);
            if (Text.mentions(statement, name.id())
                    && statement instanceof Statement.Assign assign
                    && assign.targets().size() == 1
                    && assign.targets().get(0) instanceof Expression.Name target
                    && target.id().equals(name.id())) {
                boolean same =
                        block.onlyReads(index + 1, before, name.id()) || !block.writes(index + 1, before, name.id());
                return same && assign.value() instanceof Expression.ListDisplay ? texts(assign.value()) : List.of();
            }
        }
        return List.of();
    }

    /** A text, or a list of nothing but texts; none if there is anything else. */
    static List<String> texts(Expression expression) {
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
}
