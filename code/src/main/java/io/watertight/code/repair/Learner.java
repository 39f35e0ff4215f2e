package io.watertight.code.repair;

import io.watertight.code.syntax.Expression;
import java.util.Optional;

/**
 * What learns in a statement.
 *
 * @param name the variable that holds it, there or in the edit
 * @param making the line that makes it, where it had no name yet
 */
record Learner(String name, Optional<String> making) {

    /** Empty if it is not made by a plain constructor of the same scope, or cannot be applied to other rows. */
    static Optional<Learner> of(Expression estimator, Block.Spot spot) {
        if (estimator instanceof Expression.Name name) {
            return FitCall.constructor(spot.block(), spot.index(), name.id())
                    .flatMap(Estimators::made)
                    .filter(Estimators::canTransformOthers)
                    .map(type -> new Learner(name.id(), Optional.empty()));
        }
        return Estimators.made(estimator).filter(Estimators::canTransformOthers).map(type -> {
            String name = Text.unused(Estimators.variable(type), spot.block().cells());
            return new Learner(name, Optional.of(name + " = " + Text.of(estimator.span())));
        });
    }

    /** Whether nobody asks between two statements what it has learnt. */
    boolean rests(Block block, int from, int to) {
        return making.isPresent() || !block.mentions(from, to, name);
    }
}
