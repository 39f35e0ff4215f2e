package io.watertight.code.internal.interpret;

import io.watertight.code.fact.Fit;
import io.watertight.code.fact.Score;
import io.watertight.code.knowledge.Effect;
import io.watertight.code.knowledge.EstimatorRole;
import io.watertight.code.knowledge.Gives;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Columns;
import io.watertight.code.value.Data;
import io.watertight.code.value.Estimator;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.Overlap;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Models are applied to rows: they predict, they are scored, at once or in folds. */
final class Predictions {

    private final Machine machine;
    private final Fits fits;
    private final Roles roles;
    private final Judgements judgements;

    Predictions(Machine machine) {
        this.machine = machine;
        this.fits = new Fits(machine);
        this.roles = new Roles(machine);
        this.judgements = new Judgements(machine);
    }

    Value predict(Value.Reference reference, Estimator estimator, Arguments arguments, Span span) {
        Optional<Value> given = fits.features(estimator, arguments);
        if (given.isEmpty()) {
            return new Value.Unknown("a prediction");
        }
        Data data = machine.data(given.get());
        int score = record(reference, estimator, data, Optional.empty(), Score.How.PREDICT, span);
        return machine.make(predicted(estimator, data, score), span);
    }

    /** {@code forecast(steps)}: what comes next, so none of the rows it has learnt from; which rows is seen where it is held against them. */
    Value forecast(Value.Reference reference, Estimator estimator, Span span) {
        Data ahead = Data.of(Gives.NOTHING, machine.rows().none());
        int score = record(reference, estimator, ahead, Optional.empty(), Score.How.PREDICT, span);
        return machine.make(predicted(estimator, ahead, score), span);
    }

    /** {@code plot_roc_curve(model, X, y)}: a measure that is given the model itself predicts on its own. */
    Optional<Value> scored(Arguments arguments, Span span) {
        List<Value> given = arguments.all();
        boolean predicted =
                given.stream().anyMatch(value -> !machine.data(value).scores().isEmpty());
        Optional<Value.Reference> model = given.stream()
                .flatMap(value -> machine.estimators(value).stream())
                .filter(reference -> machine.heap()
                        .estimator(reference)
                        .filter(roles::predicts)
                        .isPresent())
                .findFirst();
        List<Value> rows = given.stream().filter(machine::hasRows).toList();
        if (predicted || model.isEmpty() || rows.size() < 2) {
            return Optional.empty();
        }
        Estimator estimator = machine.heap().estimator(model.get()).orElseThrow();
        return Optional.of(score(model.get(), estimator, "score", new Arguments(rows, Map.of()), span));
    }

    private Data predicted(Estimator estimator, Data data, int score) {
        Set<Influence> from = new LinkedHashSet<>(estimator.learnt());
        for (int id : estimator.fits()) {
            Fit fit = machine.facts().fit(id);
            boolean inSample = machine.facts().algebra().overlap(fit.features().rows(), data.rows()) == Overlap.MUST;
            if (inSample && fit.target().isPresent()) {
                from.add(new Influence(
                        InfluenceKind.PREDICTION,
                        fit.site(),
                        fit.features().rows(),
                        estimator.simpleName(),
                        Set.of(),
                        true));
            }
        }
        return new Data(
                        Gives.ARRAY,
                        data.rows(),
                        new Columns(Map.of(), Set.of(), Optional.empty(), data.influences()),
                        Set.of(),
                        data.tags(),
                        Optional.empty(),
                        Set.of(score),
                        Times.ofPredictions(data))
                .influenced(from)
                .with(Tag.PREDICTED);
    }

    Value score(Value.Reference reference, Estimator estimator, String method, Arguments arguments, Span span) {
        Optional<Value> given = fits.evaluated(estimator, arguments);
        if (given.isEmpty() || method.equals("eval") || !machine.hasRows(given.get())) {
            return reference;
        }
        Data data = machine.data(given.get());
        int score = record(reference, estimator, data, fits.target(arguments), Score.How.SCORE, span);
        return machine.make(
                Data.of(Gives.NUMBER, machine.rows().none()).with(Tag.SCORE).withScores(Set.of(score)), span);
    }

    private int record(
            Value.Reference reference,
            Estimator estimator,
            Data data,
            Optional<Data> target,
            Score.How how,
            Span span) {
        return machine.facts()
                .score(
                        span,
                        machine.path() + " " + reference.id(),
                        id -> new Score(
                                id,
                                span,
                                reference.id(),
                                estimator.name(),
                                estimator.fits(),
                                data,
                                target,
                                how,
                                machine.path(),
                                machine.loops()));
    }

    /** {@code model(x)}: a network is applied to rows, a layer to another. */
    Value apply(Value.Reference reference, Estimator estimator, Arguments arguments, Span span) {
        Optional<Value> given = arguments.first();
        if (given.isEmpty() || !machine.hasRows(given.get())) {
            return reference;
        }
        Data data = machine.data(given.get());
        if (estimator.role() == EstimatorRole.MEASURE) {
            return machine.make(judgements.measured(estimator.simpleName(), arguments.all(), span), span);
        }
        if (!roles.predicts(estimator) || machine.isInNetwork() && estimator.role() == EstimatorRole.UNKNOWN) {
            return machine.make(data.influenced(estimator.learnt()), span);
        }
        int score = record(reference, estimator, data, Optional.empty(), Score.How.PREDICT, span);
        return machine.make(predicted(estimator, data, score), span);
    }

    /** {@code cross_val_score} and its kin: a fit and an evaluation on the two sides of a fold. */
    Value crossValidate(Effect effect, Arguments arguments, Span span) {
        Optional<Value> model = arguments.get("estimator", effect.parameters()).or(arguments::first);
        List<Value.Reference> references = model.map(machine::estimators).orElse(List.of());
        if (references.isEmpty() && effect.parameters().contains("estimator")) {
            // Of what is handed in there, a model is certain, even if the file does not say which.
            references = List.of(machine.make(EstimatorCalls.unknown("model", span), span));
        }
        Optional<Value> rows = arguments
                .get("X", effect.parameters())
                .or(() -> arguments.all().stream().filter(machine::hasRows).findFirst());
        if (rows.isEmpty()) {
            return new Value.Unknown(effect.name());
        }
        Data features = machine.data(rows.get());
        Optional<Data> target = arguments.get("y", effect.parameters()).map(machine::data);
        Set<Integer> scores = new LinkedHashSet<>();
        for (Value.Reference reference : references) {
            Estimator estimator = machine.heap().estimator(reference).orElseThrow();
            scores.add(fits.folds(reference, estimator, features, target, arguments, span));
        }
        Data number =
                Data.of(Gives.NUMBER, machine.rows().none()).with(Tag.SCORE).withScores(scores);
        boolean predictions = effect.name().endsWith("predict");
        return machine.make(predictions ? number.withRows(features.rows()).with(Tag.PREDICTED) : number, span);
    }
}
