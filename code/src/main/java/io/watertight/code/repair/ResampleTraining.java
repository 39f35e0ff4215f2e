package io.watertight.code.repair;

import io.watertight.code.syntax.Argument;
import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Statement;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code X, y = SMOTE().fit_resample(X, y)} before the split of both: they are split first, and the training part is resampled. */
final class ResampleTraining implements Repair {

    private static final Set<String> METHODS = Set.of("fit_resample", "fit_sample");

    @Override
    public Optional<Fix.CodeEdit> mend(Finding finding, Block.Spot spot) {
        if (!finding.check().equals("copies-across-split")) {
            return Optional.empty();
        }
        // The finding stands at the evaluation; the sampler somewhere before it.
        for (int index = spot.index(); index >= 0; index--) {
            Optional<Fix.CodeEdit> edit = resampling(spot.block(), index);
            if (edit.isPresent()) {
                return edit;
            }
        }
        return Optional.empty();
    }

    private static Optional<Fix.CodeEdit> resampling(Block block, int index) {
        if (!(block.statements().get(index) instanceof Statement.Assign assign)
                || assign.targets().size() != 1
                || !(assign.value() instanceof Expression.Call call)
                || !(call.function() instanceof Expression.Attribute function)
                || !METHODS.contains(function.name())
                || !Text.isAlone(assign)
                || Text.of(assign.span()).contains("\n")) {
            return Optional.empty();
        }
        List<String> made = Parts.names(assign.targets().get(0));
        List<String> from = call.arguments().stream()
                .filter(argument -> argument.name().isEmpty())
                .map(Argument::value)
                .filter(Expression.Name.class::isInstance)
                .map(value -> ((Expression.Name) value).id())
                .distinct()
                .toList();
        boolean plain = made.size() == 2 && from.size() == 2 && call.arguments().size() == 2;
        return plain ? mend(block, index, assign, function, made, from) : Optional.empty();
    }

    private static Optional<Fix.CodeEdit> mend(
            Block block,
            int index,
            Statement.Assign assign,
            Expression.Attribute function,
            List<String> made,
            List<String> from) {
        Optional<Block.Spot> next = block.next(index, made.get(0));
        Optional<Parts> parts = next.flatMap(at -> Parts.of(at.statement()));
        Optional<Parts.Dealt> features = parts.flatMap(split -> split.of(made.get(0)));
        Optional<Parts.Dealt> labels = parts.flatMap(split -> split.of(made.get(1)));
        if (features.isEmpty() || labels.isEmpty()) {
            return Optional.empty();
        }
        int split = next.orElseThrow().index();
        for (int at = 0; at < 2; at++) {
            String name = made.get(at);
            String source = from.get(at);
            if (block.mentions(index + 1, split, name)
                    || block.livesOn(split, name)
                    || parts.get().makes(name)
                    || !source.equals(name) && !block.onlyReads(index + 1, split, source)) {
                return Optional.empty();
            }
        }
        String sampler = Text.of(function.object().span());
        if (function.object() instanceof Expression.Name name && block.mentions(index + 1, split, name.id())) {
            return Optional.empty();
        }
        Statement.Assign dealing = parts.get().statement();
        Draft draft = new Draft().delete(assign);
        renamed(draft, dealing, made, from);
        String pair = features.get().train() + ", " + labels.get().train();
        draft.behind(dealing, pair + " = " + sampler + "." + function.name() + "(" + pair + ")");
        return Optional.of(draft.finish("split first, and resample the training rows alone"));
    }

    /** Wherever the split speaks of what was resampled, {@code stratify=y_resampled} too, it speaks of what that was made from. */
    private static void renamed(Draft draft, Statement.Assign split, List<String> made, List<String> from) {
        ((Expression.Call) split.value()).arguments().forEach(argument -> {
            if (argument.value() instanceof Expression.Name name && made.contains(name.id())) {
                String source = from.get(made.indexOf(name.id()));
                if (!source.equals(name.id())) {
                    draft.patch(split, name.span(), source);
                }
            }
        });
    }
}
