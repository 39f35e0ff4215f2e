package io.watertight.code.repair;

import io.watertight.code.syntax.Argument;
import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Imported;
import io.watertight.code.syntax.Statement;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code X = scaler.fit_transform(X)} before {@code cross_val_score(model, X, y)}: scaler and model become a pipeline, which each fold fits
 * anew. Searches are left alone: the names of their parameters would change.
 */
final class PipelineInFolds implements Repair {

    private static final Set<String> FOLDS = Set.of("cross_val_score", "cross_validate", "cross_val_predict");

    /** What may be said to a pipeline as to a model; the labels stand alone by position. */
    private static final Set<String> KEYWORDS =
            Set.of("", "y", "cv", "groups", "scoring", "n_jobs", "verbose", "method", "return_train_score", "error_score");

    @Override
    public Optional<Fix.CodeEdit> mend(Finding finding, Block.Spot spot) {
        if (!(spot.statement() instanceof Statement.Assign assign)
                || !Text.isAlone(assign)
                || assign.targets().size() != 1
                || !(assign.targets().get(0) instanceof Expression.Name target)) {
            return Optional.empty();
        }
        return FitCall.of(assign.value(), "fit_transform")
                .filter(fit -> fit.whole() == fit.call() && fit.labels().isEmpty())
                .flatMap(fit -> mend(spot, assign, target.id(), fit));
    }

    private static Optional<Fix.CodeEdit> mend(Block.Spot spot, Statement.Assign assign, String made, FitCall fit) {
        Block block = spot.block();
        Optional<Learner> learner = Learner.of(fit.estimator(), spot);
        List<Use> uses = new ArrayList<>();
        for (int index = spot.index() + 1; index < block.statements().size(); index++) {
            Statement statement = block.statements().get(index);
            if (Text.mentions(statement, made)) {
                Optional<Use> use = use(block, index, made);
                if (use.isEmpty()) {
                    return Optional.empty();
                }
                uses.add(use.get());
            }
        }
        boolean safe = !uses.isEmpty()
                && learner.isPresent()
                && isOfScikitLearn(block, fit.estimator(), spot.index())
                && (learner.get().making().isPresent()
                        || !block.mentions(spot.index() + 1, block.statements().size(), learner.get().name()))
                && FitOnTraining.sourceKeeps(block, spot.index(), uses.get(uses.size() - 1).index(), made, fit.data());
        return safe ? edit(block, assign, made, fit, uses) : Optional.empty();
    }

    /** A statement that scores a model in folds, and speaks of the data once. */
    private record Use(int index, Statement statement, Expression model, Expression.Name data) {}

    private static Optional<Use> use(Block block, int index, String made) {
        Statement statement = block.statements().get(index);
        Optional<Expression.Call> call = folds(statement);
        if (call.isEmpty() || call.get().arguments().size() < 2) {
            return Optional.empty();
        }
        Argument model = call.get().arguments().get(0);
        Argument data = call.get().arguments().get(1);
        boolean plain = model.name().isEmpty() && data.name().isEmpty() || model.name().equals("estimator") && data.name().equals("X");
        boolean known = call.get().arguments().stream().skip(2).allMatch(argument -> KEYWORDS.contains(argument.name()));
        boolean once = Text.of(statement.span()).split("(?<![\\w.])" + Pattern.quote(made) + "(?!\\w)", -1).length
                == (data.name().equals(made) ? 3 : 2);
        return plain
                        && known
                        && once
                        && data.value() instanceof Expression.Name name
                        && name.id().equals(made)
                        && isOfScikitLearn(block, model.value(), index)
                ? Optional.of(new Use(index, statement, model.value(), name))
                : Optional.empty();
    }

    private static Optional<Expression.Call> folds(Statement statement) {
        Expression value = statement instanceof Statement.Assign assign && assign.targets().get(0) instanceof Expression.Name
                ? assign.value()
                : statement instanceof Statement.Evaluate evaluate ? evaluate.value() : new Expression.Name("", statement.span());
        return inner(value);
    }

    /** Also within {@code print(...)} and before {@code .mean()}. */
    private static Optional<Expression.Call> inner(Expression value) {
        if (!(value instanceof Expression.Call call)) {
            return Optional.empty();
        }
        if (call.function() instanceof Expression.Name name) {
            if (FOLDS.contains(name.id())) {
                return Optional.of(call);
            }
            return name.id().equals("print")
                    ? call.arguments().stream().flatMap(argument -> inner(argument.value()).stream()).findFirst()
                    : Optional.empty();
        }
        return call.function() instanceof Expression.Attribute attribute && call.arguments().isEmpty()
                ? inner(attribute.object())
                : Optional.empty();
    }

    /** Whether it is made by a plain constructor whose class scikit-learn has. */
    private static boolean isOfScikitLearn(Block block, Expression expression, int before) {
        Optional<Expression.Call> made = expression instanceof Expression.Call call
                ? Optional.of(call)
                : expression instanceof Expression.Name name
                        ? FitCall.constructor(block, before, name.id())
                        : Optional.empty();
        return made.filter(call -> Estimators.made(call).isPresent()
                        && call.function() instanceof Expression.Name type
                        && imports(block, "sklearn", type.id()))
                .isPresent();
    }

    /** Whether the scope itself imports a name from a library. */
    private static boolean imports(Block block, String library, String name) {
        return block.statements().stream()
                .filter(Statement.ImportFrom.class::isInstance)
                .map(Statement.ImportFrom.class::cast)
                .filter(statement -> statement.module().equals(library) || statement.module().startsWith(library + "."))
                .flatMap(statement -> statement.names().stream())
                .anyMatch(imported -> bound(imported).equals(name));
    }

    private static String bound(Imported imported) {
        return imported.alias().orElse(imported.name());
    }

    private static Optional<Fix.CodeEdit> edit(
            Block block, Statement.Assign assign, String made, FitCall fit, List<Use> uses) {
        Draft draft = new Draft();
        boolean renamed = fit.data() instanceof Expression.Name;
        if (renamed) {
            draft.delete(assign);
        } else {
            draft.patch(assign, assign.value().span(), fit.dataText());
        }
        String step = Text.of(fit.estimator().span());
        if (step.contains("\n") || !importing(block, uses.get(0).index(), draft)) {
            return Optional.empty();
        }
        for (Use use : uses) {
            if (!Text.isAlone(use.statement())) {
                return Optional.empty();
            }
            String model = Text.of(use.model().span());
            draft.patch(use.statement(), use.model().span(), "make_pipeline(" + step + ", " + model + ")");
            if (fit.data() instanceof Expression.Name source && !source.id().equals(made)) {
                draft.patch(use.statement(), use.data().span(), source.id());
            }
        }
        return Optional.of(draft.finish("put " + step + " and the model into a pipeline, which each fold fits anew"));
    }

    /** Adds the import behind the one before the first use. */
    private static boolean importing(Block block, int before, Draft draft) {
        if (imports(block, "sklearn", "make_pipeline")) {
            return true;
        }
        for (int index = before - 1; index >= 0; index--) {
            Statement statement = block.statements().get(index);
            if (statement instanceof Statement.ImportFrom && Text.isAlone(statement)) {
                draft.behind(statement, "from sklearn.pipeline import make_pipeline");
                return true;
            }
        }
        return false;
    }
}
