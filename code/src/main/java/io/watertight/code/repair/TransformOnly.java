package io.watertight.code.repair;

import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Span;
import io.watertight.code.syntax.Statement;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import java.util.Optional;

/** {@code X_test = scaler.fit_transform(X_test)} behind the same for the training part: the test part is only transformed. */
final class TransformOnly implements Repair {

    @Override
    public Optional<Fix.CodeEdit> mend(Finding finding, Block.Spot spot) {
        if (!(spot.statement() instanceof Statement.Assign assign)) {
            return Optional.empty();
        }
        return FitCall.of(assign.value(), "fit_transform")
                .filter(fit -> fit.labels().isEmpty()
                        && fit.estimator() instanceof Expression.Name
                        && fit.data() instanceof Expression.Name
                        && Learner.of(fit.estimator(), spot).isPresent())
                .flatMap(fit -> {
                    String learner = ((Expression.Name) fit.estimator()).id();
                    String test = ((Expression.Name) fit.data()).id();
                    return train(spot, test)
                            .filter(train -> hasLearntFrom(spot, learner, train))
                            .map(train -> edit(assign, fit));
                });
    }

    /** What the training part is called whose test part this is. */
    private static Optional<String> train(Block.Spot spot, String test) {
        for (int index = spot.index() - 1; index >= 0; index--) {
            Optional<Parts.Dealt> dealt = Parts.of(spot.block().statements().get(index)).stream()
                    .flatMap(parts -> parts.dealt().stream())
                    .filter(part -> part.test().equals(test))
                    .findFirst();
            if (dealt.isPresent()) {
                return dealt.map(Parts.Dealt::train);
            }
        }
        return Optional.empty();
    }

    /** Whether the training part is the last thing that it learnt from. */
    private static boolean hasLearntFrom(Block.Spot spot, String learner, String train) {
        for (int index = spot.index() - 1; index >= 0; index--) {
            Statement statement = spot.block().statements().get(index);
            if (Text.mentions(statement, learner)) {
                return statement instanceof Statement.Assign assign
                        && FitCall.of(assign.value(), "fit_transform")
                                .filter(fit -> fit.dataText().equals(train)
                                        && fit.estimator() instanceof Expression.Name name
                                        && name.id().equals(learner))
                                .isPresent();
            }
        }
        return false;
    }

    private static Fix.CodeEdit edit(Statement.Assign assign, FitCall fit) {
        Span function = fit.call().function().span();
        Span method = new Span(
                function.cell(),
                function.endLine(),
                function.endColumn() - fit.method().length(),
                function.endLine(),
                function.endColumn());
        return new Draft()
                .patch(assign, method, "transform")
                .finish("only transform the test rows, as the training rows were");
    }
}
