package io.watertight.code.internal.interpret;

import io.watertight.code.knowledge.EstimatorRole;
import io.watertight.code.knowledge.Gives;
import io.watertight.code.knowledge.Learns;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Columns;
import io.watertight.code.value.Data;
import io.watertight.code.value.Estimator;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.Sets;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Objects learn: what they take from the rows, and what a call that learns gives. */
final class Learning {

    private final Machine machine;
    private final Effects effects;
    private final Fits fits;
    private final Roles roles;

    Learning(Machine machine) {
        this.machine = machine;
        this.effects = new Effects(machine);
        this.fits = new Fits(machine);
        this.roles = new Roles(machine);
    }

    /** What a fit takes from the rows: its own statistic, and those of the steps inside. */
    private Set<Influence> statistics(Estimator estimator, Data features, Optional<Data> target, Span span) {
        if (features.is(Tag.SINGLE)) {
            return Set.of();
        }
        Set<Influence> learnt = new LinkedHashSet<>();
        Learns own = estimator.learns();
        boolean guessed = own == Learns.NOTHING
                && estimator.role() == EstimatorRole.UNKNOWN
                && Roles.looksLikeTransformer(estimator);
        if (own != Learns.NOTHING && own != Learns.SUMMARY || guessed) {
            InfluenceKind kind = guessed ? Roles.guessed(estimator) : InfluenceKind.of(own);
            learnt.add(effects.influence(
                    kind, features, what(estimator), span, estimator.supervised() && target.isPresent()));
        }
        for (Value step : estimator.steps()) {
            machine.estimator(step).ifPresent(inner -> {
                if (!roles.predicts(inner) || inner.learns() != Learns.NOTHING) {
                    learnt.addAll(statistics(inner, features, target, span));
                }
            });
        }
        return learnt;
    }

    /** Without a threshold, a selector by variance only drops what is constant. */
    private static String what(Estimator estimator) {
        boolean constants = estimator.simpleName().equals("VarianceThreshold")
                && (!estimator.arguments().containsKey("threshold")
                        || Constants.whole(estimator.arguments().get("threshold"))
                                        .orElse(1)
                                == 0);
        return constants ? "VarianceThreshold(0)" : estimator.simpleName();
    }

    Value fit(Value.Reference reference, Estimator estimator, String method, Arguments arguments, Span span) {
        Optional<Value> given = fits.features(estimator, arguments);
        if (given.isEmpty()) {
            return reference;
        }
        Optional<Data> target =
                fits.target(arguments).filter(data -> !data.rows().isNone());
        Data features = fits.found(machine.data(given.get()), target);
        boolean predictor = roles.predicts(estimator)
                && !method.equals("fit_predict")
                && !method.equals("fit_transform")
                && !method.startsWith("fit_res")
                && !method.equals("fit_sample");
        // Of what went into its rows before, the codes of categories show nothing but which there are.
        Set<Influence> before = estimator.learns() == Learns.ENCODE ? Set.of() : features.influences();
        Set<Influence> learnt = Sets.union(Sets.copy(statistics(estimator, features, target, span)), before);
        boolean more = method.equals("partial_fit")
                || method.equals("train_on_batch")
                || estimator.role() == EstimatorRole.NETWORK;
        Set<Integer> done = estimator.fits();
        if (predictor) {
            int fit = fits.record(reference, estimator, features, target, arguments, span);
            done = more ? Sets.with(estimator.fits(), fit) : Set.of(fit);
            if (estimator.role() == EstimatorRole.SEARCH) {
                fits.inner(reference, estimator, features, target, span);
            }
        }
        machine.heap().set(reference, estimator.having(more ? Sets.union(estimator.learnt(), learnt) : learnt, done));
        if (!predictor) {
            fitInside(estimator, learnt);
        }
        return result(reference, method, features, target, learnt, span);
    }

    /** The steps inside are fitted with the whole. */
    private void fitInside(Estimator estimator, Set<Influence> learnt) {
        for (Value step : estimator.steps()) {
            if (step instanceof Value.Reference inner) {
                machine.heap()
                        .estimator(inner)
                        .ifPresent(state -> machine.heap().set(inner, state.having(learnt, state.fits())));
            }
        }
    }

    private Value result(
            Value.Reference reference,
            String method,
            Data features,
            Optional<Data> target,
            Set<Influence> learnt,
            Span span) {
        Estimator fitted = machine.heap().estimator(reference).orElseThrow();
        return switch (method) {
            case "fit_transform" -> machine.make(transformed(fitted, features, learnt), span);
            case "fit_predict" ->
                machine.make(transformed(fitted, features, learnt).withKind(Gives.ARRAY), span);
            case "fit_resample", "fit_sample" -> resampled(fitted, features, target, learnt, span);
            default ->
                fitted.role() == EstimatorRole.NETWORK
                        ? machine.make(
                                Data.of(Gives.NUMBER, machine.rows().none()).influenced(learnt), span, "history")
                        : reference;
        };
    }

    private Value resampled(
            Estimator resampler, Data features, Optional<Data> target, Set<Influence> learnt, Span span) {
        // Those that leave rows out repeat none.
        boolean copies = !resampler.name().contains(".under_sampling.")
                && learnt.stream().anyMatch(influence -> influence.kind() == InfluenceKind.RESAMPLE);
        List<Value> parts = new ArrayList<>();
        for (Data data : List.of(features, target.orElse(features))) {
            Data made = data.withRows(
                            copies
                                    ? machine.rows().duplicate(data.rows(), span)
                                    : machine.rows().subset(data.rows(), span))
                    .influenced(learnt);
            parts.add(machine.make(made, span, "part " + parts.size()));
        }
        return new Value.TupleValue(parts);
    }

    static Data transformed(Estimator estimator, Data data, Set<Influence> learnt) {
        Gives kind = data.kind() == Gives.SERIES ? Gives.ARRAY : data.kind();
        Columns columns = data.columns();
        boolean renames = estimator.learns() == Learns.PROJECT || estimator.learns() == Learns.VECTORISE;
        boolean sameColumns = estimator.learns() == Learns.SCALE || estimator.learns() == Learns.IMPUTE;
        if (!sameColumns) {
            columns = columns.without(Set.of(Columns.UNKNOWN));
        }
        Columns after = renames
                ? new Columns(Map.of(), columns.dropped(), columns.selected(), columns.allInfluences())
                : columns;
        return data.withKind(kind)
                .withColumns(after)
                .influenced(learnt)
                .timed(Times.of(data))
                .picking(Optional.empty());
    }
}
