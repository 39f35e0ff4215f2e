package io.watertight.code.repair;

import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Statement;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code df[['a', 'b']] = scaler.fit_transform(df[['a', 'b']])} before the split of df, or of what is left of it without other columns: the
 * scaler learns behind the split, from the columns of the training part.
 */
final class LearnColumnsFromTraining implements Repair {

    @Override
    public Optional<Fix.CodeEdit> mend(Finding finding, Block.Spot spot) {
        return spot.statement() instanceof Statement.Assign assign
                        && assign.targets().size() == 1
                        && Text.isAlone(assign)
                        && !Text.hasInnerComment(assign)
                        && assign.targets().get(0) instanceof Expression.Subscript target
                        && target.object() instanceof Expression.Name frame
                ? mend(spot, assign, target, frame.id())
                : Optional.empty();
    }

    private static Optional<Fix.CodeEdit> mend(
            Block.Spot spot, Statement.Assign assign, Expression.Subscript target, String frame) {
        List<String> names = Carried.texts(target.index(), spot.block(), spot.index());
        Optional<FitCall> fit = FitCall.of(assign.value(), "fit_transform")
                .filter(call -> call.whole() == call.call() && call.labels().isEmpty())
                .filter(call -> isTable(call.data(), target, names, spot));
        Optional<Learner> learner = fit.flatMap(call -> Learner.of(call.estimator(), spot));
        if (names.isEmpty() || learner.isEmpty()) {
            return Optional.empty();
        }
        return Carried.to(spot, new Carried.Columns(frame, Set.copyOf(names)))
                .filter(carried -> isStill(spot, carried, learner.get(), fit.orElseThrow()))
                .map(carried -> edit(assign, fit.orElseThrow(), learner.get(), carried));
    }

    /** The very columns that are written, as a table: a learner that is given one column alone would not take it. */
    private static boolean isTable(Expression data, Expression.Subscript target, List<String> names, Block.Spot spot) {
        return data instanceof Expression.Subscript read
                && !(read.index() instanceof Expression.Constant)
                && Text.of(read.object().span()).equals(Text.of(target.object().span()))
                && Carried.texts(read.index(), spot.block(), spot.index()).equals(names);
    }

    /** Whether what learns has not been asked by the split, and the name of the columns still means them. */
    private static boolean isStill(Block.Spot spot, Carried carried, Learner learner, FitCall fit) {
        Block block = spot.block();
        int split = block.statements().indexOf(carried.parts().statement());
        boolean columns = !(((Expression.Subscript) fit.data()).index() instanceof Expression.Name name)
                || !block.writes(spot.index() + 1, split, name.id());
        return columns && learner.rests(block, spot.index() + 1, split);
    }

    private static Fix.CodeEdit edit(Statement.Assign assign, FitCall fit, Learner learner, Carried carried) {
        Statement split = carried.parts().statement();
        String columns = Text.of(((Expression.Subscript) fit.data()).index().span());
        Draft draft = new Draft().delete(assign);
        learner.making().ifPresent(line -> draft.behind(split, line));
        String train = carried.dealt().train();
        String test = carried.dealt().test();
        // Parts of a table that are written to are to be tables of their own.
        draft.behind(split, train + ", " + test + " = " + train + ".copy(), " + test + ".copy()");
        draft.behind(
                split,
                column(train, columns) + " = "
                        + fit.retold(learner.name(), "fit_transform", column(train, columns), Optional.empty()));
        draft.behind(
                split,
                column(test, columns) + " = "
                        + fit.retold(learner.name(), "transform", column(test, columns), Optional.empty()));
        return draft.finish("split first, and fit " + learner.name() + " on these columns of the training rows alone");
    }

    private static String column(String part, String columns) {
        return part + "[" + columns + "]";
    }
}
