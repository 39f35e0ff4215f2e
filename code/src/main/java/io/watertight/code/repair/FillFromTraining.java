package io.watertight.code.repair;

import io.watertight.code.syntax.Statement;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        return Carried.to(spot, new Carried.Columns(filling.frame(), Set.of(filling.column())))
                .map(carried -> edit(spot.block(), spot.statement(), filling, carried.parts(), carried.dealt()));
    }

    private static Fix.CodeEdit edit(Block block, Statement filled, Filling filling, Parts parts, Parts.Dealt dealt) {
        String value = Text.unused(filling.variable(), block.cells());
        Draft draft = new Draft().delete(filled);
        draft.behind(
                parts.statement(),
                value + " = " + dealt.train() + "[" + filling.columnText() + "]" + filling.statistic());
        for (String part : List.of(dealt.train(), dealt.test())) {
            draft.behind(
                    parts.statement(), part + " = " + part + ".fillna({" + filling.columnText() + ": " + value + "})");
        }
        return draft.finish("split first, and fill both parts with a value of the training rows");
    }
}
