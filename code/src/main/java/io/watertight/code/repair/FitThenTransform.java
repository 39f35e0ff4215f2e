package io.watertight.code.repair;

import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Statement;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import java.util.Optional;

/**
 * {@code scaler.fit(X)} and {@code X = scaler.transform(X)} before the split of X: both happen behind it, the first to its training part.
 */
final class FitThenTransform implements Repair {

    @Override
    public Optional<Fix.CodeEdit> mend(Finding finding, Block.Spot spot) {
        return fit(spot).flatMap(fit -> spot.block()
                .next(spot.index(), fit.name())
                .flatMap(use -> use(use.statement(), fit.name()).flatMap(applied -> mend(spot, fit, use, applied))));
    }

    /** A learner with a name, which learns. */
    private record Fitted(String name, FitCall call) {}

    /** {@code scaler.fit(X)}, or {@code scaler = StandardScaler().fit(X)}. */
    private static Optional<Fitted> fit(Block.Spot spot) {
        if (spot.statement() instanceof Statement.Evaluate evaluate) {
            return FitCall.of(evaluate.value(), "fit")
                    .filter(call -> call.whole() == call.call() && call.estimator() instanceof Expression.Name)
                    .flatMap(call -> Learner.of(call.estimator(), spot).map(learner -> new Fitted(learner.name(), call)));
        }
        if (spot.statement() instanceof Statement.Assign assign
                && assign.targets().size() == 1
                && assign.targets().get(0) instanceof Expression.Name target) {
            return FitCall.of(assign.value(), "fit")
                    .filter(call -> call.whole() == call.call() && !(call.estimator() instanceof Expression.Name))
                    .flatMap(call -> Learner.of(call.estimator(), spot).map(learner -> new Fitted(target.id(), call)));
        }
        return Optional.empty();
    }

    private static Optional<FitCall> use(Statement statement, String learner) {
        return statement instanceof Statement.Assign assign
                        && assign.targets().size() == 1
                        && assign.targets().get(0) instanceof Expression.Name
                ? FitCall.of(assign.value(), "transform")
                        .filter(call -> call.labels().isEmpty()
                                && call.estimator() instanceof Expression.Name name
                                && name.id().equals(learner))
                : Optional.empty();
    }

    private static Optional<Fix.CodeEdit> mend(Block.Spot spot, Fitted fit, Block.Spot use, FitCall applied) {
        Block block = spot.block();
        Statement.Assign assign = (Statement.Assign) use.statement();
        String made = ((Expression.Name) assign.targets().get(0)).id();
        Optional<Block.Spot> next = block.next(use.index(), made);
        Optional<Parts> parts = next.flatMap(at -> Parts.of(at.statement()));
        Optional<Parts.Dealt> dealt = parts.flatMap(split -> split.of(made));
        if (dealt.isEmpty() || !Text.isAlone(spot.statement()) || !Text.isAlone(assign)) {
            return Optional.empty();
        }
        int split = next.orElseThrow().index();
        Optional<Parts.Dealt> labels = fit.call().labelName().flatMap(parts.get()::of);
        boolean safe = applied.isMovable()
                && applied.dataText().equals(fit.call().dataText())
                && !Text.of(spot.statement().span()).contains("\n")
                && !parts.get().makes(made)
                && !block.livesOn(split, made)
                && !block.mentions(use.index() + 1, split, fit.name())
                && fit.call().labelName().isPresent() == labels.isPresent()
                && fit.call().labelName().map(name -> !name.equals(made) && !block.mentions(spot.index() + 1, split, name)).orElse(true)
                && Reading.isPure(applied.data())
                && Reading.names(applied.data()).stream().allMatch(name -> block.onlyReads(spot.index() + 1, use.index(), name))
                && FitOnTraining.sourceKeeps(block, use.index(), split, made, applied.data());
        return safe ? Optional.of(edit(spot.statement(), fit, assign, made, applied, parts.get(), dealt.get(), labels)) : Optional.empty();
    }

    private static Fix.CodeEdit edit(
            Statement statement,
            Fitted fit,
            Statement.Assign assign,
            String made,
            FitCall applied,
            Parts parts,
            Parts.Dealt dealt,
            Optional<Parts.Dealt> labels) {
        Statement split = parts.statement();
        Draft draft = new Draft().delete(statement);
        FitOnTraining.unfit(draft, assign, made, applied, split, dealt);
        String learns = fit.call().retold(Text.of(fit.call().estimator().span()), "fit", dealt.train(), labels.map(Parts.Dealt::train));
        draft.behind(split, statement instanceof Statement.Assign ? fit.name() + " = " + learns : learns);
        for (String part : new String[] {dealt.train(), dealt.test()}) {
            draft.behind(split, part + " = " + applied.retold(fit.name(), "transform", part, Optional.empty()));
        }
        return draft.finish("split first, and fit " + fit.name() + " on the training rows alone");
    }
}
