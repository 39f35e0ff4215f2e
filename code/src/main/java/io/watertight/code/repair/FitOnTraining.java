package io.watertight.code.repair;

import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Statement;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import java.util.Optional;

/**
 * {@code X = scaler.fit_transform(X)} before the split of X: X is split first, and the scaler learns from its training part. X must serve
 * for nothing else.
 */
final class FitOnTraining implements Repair {

    @Override
    public Optional<Fix.CodeEdit> mend(Finding finding, Block.Spot spot) {
        if (!(spot.statement() instanceof Statement.Assign assign)
                || assign.targets().size() != 1
                || !(assign.targets().get(0) instanceof Expression.Name target)) {
            return Optional.empty();
        }
        return FitCall.of(assign.value(), "fit_transform").flatMap(fit -> mend(spot, assign, target.id(), fit));
    }

    private static Optional<Fix.CodeEdit> mend(Block.Spot spot, Statement.Assign assign, String made, FitCall fit) {
        Block block = spot.block();
        Optional<Block.Spot> next = block.next(spot.index(), made);
        Optional<Parts> parts = next.flatMap(at -> Parts.of(at.statement()));
        Optional<Parts.Dealt> dealt = parts.flatMap(split -> split.of(made));
        Optional<Learner> learner = Learner.of(fit.estimator(), spot);
        if (dealt.isEmpty() || learner.isEmpty() || !fit.isMovable() || !Text.isAlone(assign)) {
            return Optional.empty();
        }
        int split = next.orElseThrow().index();
        Optional<Parts.Dealt> labels = fit.labelName().flatMap(parts.orElseThrow()::of);
        boolean safe = !parts.orElseThrow().makes(made)
                && !block.livesOn(split, made)
                && learner.get().rests(block, spot.index() + 1, split)
                && fit.labelName().isPresent() == labels.isPresent()
                && fit.labelName().map(name -> !name.equals(made) && !block.mentions(spot.index() + 1, split, name)).orElse(true)
                && sourceKeeps(block, spot.index(), split, made, fit.data());
        return safe
                ? Optional.of(edit(assign, made, fit, parts.get(), dealt.get(), labels, learner.get()))
                : Optional.empty();
    }

    /** Whether what the data is taken from is the same at the split, and would not be changed with it. */
    static boolean sourceKeeps(Block block, int from, int split, String made, Expression data) {
        if (!Reading.isPure(data)) {
            return !Text.of(data.span()).contains("\n");
        }
        return Reading.names(data).stream()
                .filter(name -> !name.equals(made))
                .allMatch(name -> block.onlyReads(from + 1, split, name));
    }

    private static Fix.CodeEdit edit(
            Statement.Assign assign,
            String made,
            FitCall fit,
            Parts parts,
            Parts.Dealt dealt,
            Optional<Parts.Dealt> labels,
            Learner learner) {
        Draft draft = new Draft();
        Statement split = parts.statement();
        unfit(draft, assign, made, fit, split, dealt);
        learner.making().ifPresent(line -> draft.behind(split, line));
        String train = fit.retold(learner.name(), "fit_transform", dealt.train(), labels.map(Parts.Dealt::train));
        draft.behind(split, dealt.train() + " = " + train);
        draft.behind(split, dealt.test() + " = " + fit.retold(learner.name(), "transform", dealt.test(), Optional.empty()));
        return draft.finish("split first, and fit " + learner.name() + " on the training rows alone");
    }

    /** Lets the split have the data as it was. */
    static void unfit(Draft draft, Statement.Assign assign, String made, FitCall fit, Statement split, Parts.Dealt dealt) {
        if (fit.data() instanceof Expression.Name source) {
            draft.delete(assign);
            if (!source.id().equals(made)) {
                draft.patch(split, dealt.place(), source.id());
            }
        } else {
            draft.patch(assign, assign.value().span(), fit.dataText());
        }
    }
}
