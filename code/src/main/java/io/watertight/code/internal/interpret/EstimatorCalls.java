package io.watertight.code.internal.interpret;

import io.watertight.code.fact.Model;
import io.watertight.code.knowledge.Effect;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Calls of the methods of objects that learn, each put to its part of the work. */
final class EstimatorCalls {

    private static final Set<String> FITS = Set.of(
            "fit",
            "partial_fit",
            "fit_generator",
            "train",
            "adapt",
            "fit_on_texts",
            "fit_on_sequences",
            "train_on_batch",
            "fit_predict",
            "fit_transform",
            "fit_resample",
            "fit_sample",
            "build_vocab",
            "learn");

    private static final Set<String> PREDICTIONS = Set.of(
            "predict",
            "predict_proba",
            "predict_log_proba",
            "decision_function",
            "predict_classes",
            "predict_generator",
            "predict_on_batch",
            "predict_step",
            "staged_predict",
            "predict_dataset",
            "forecast",
            "get_forecast");

    /** Predictions of what comes next; given rows, they are of those. */
    private static final Set<String> FORECASTS = Set.of("forecast", "get_forecast");

    private static final List<String> AHEAD = List.of("start", "steps", "n_periods", "periods", "n", "fh");

    private static final Set<String> MEASURES =
            Set.of("evaluate", "update", "update_state", "forward", "compute_score", "add_batch", "compute");

    private static final Set<String> SCORES =
            Set.of("score", "evaluate", "evaluate_generator", "test_on_batch", "test", "validate", "eval");

    private final Machine machine;
    private final Effects effects;
    private final Fits fits;
    private final Roles roles;
    private final Learning learning;
    private final Constructions constructions;
    private final Predictions predictions;

    EstimatorCalls(Interpreter interpreter) {
        this.machine = interpreter.machine();
        this.effects = new Effects(machine);
        this.fits = new Fits(machine);
        this.roles = new Roles(machine);
        this.learning = new Learning(machine);
        this.constructions = new Constructions(machine, learning);
        this.predictions = new Predictions(machine);
    }

    Constructions constructions() {
        return constructions;
    }

    Predictions predictions() {
        return predictions;
    }

    /** A model of which nothing but its name is known. */
    static Estimator unknown(String name, Span span) {
        return new Estimator(
                name, EstimatorRole.UNKNOWN, Learns.NOTHING, false, Map.of(), List.of(), Set.of(), Set.of(), span);
    }

    Value call(Value.Reference reference, Estimator estimator, String method, Arguments arguments, Span span) {
        if (estimator.role() == EstimatorRole.MEASURE) {
            return MEASURES.contains(method) ? predictions.apply(reference, estimator, arguments, span) : reference;
        }
        if (PromptPrograms.compiles(estimator, method)) {
            return new PromptPrograms(machine).compile(reference, estimator, arguments, span);
        }
        if (FITS.contains(method)) {
            return learning.fit(reference, estimator, method, arguments, span);
        }
        if (FORECASTS.contains(method) && arguments.all().stream().noneMatch(machine::hasRows)
                || method.equals("predict") && isForecast(arguments)) {
            return predictions.forecast(reference, estimator, span);
        }
        if (PREDICTIONS.contains(method)) {
            return predictions.predict(reference, estimator, arguments, span);
        }
        if (SCORES.contains(method)) {
            return predictions.score(reference, estimator, method, arguments, span);
        }
        if (method.equals("transform") && estimator.name().startsWith("pyspark.") && roles.predicts(estimator)) {
            return predictions.predict(reference, estimator, arguments, span);
        }
        return switch (method) {
            case "transform",
                    "inverse_transform",
                    "texts_to_sequences",
                    "texts_to_matrix",
                    "encode",
                    "texts_to_sequences_generator",
                    "flow",
                    "standardize",
                    "apply",
                    "kneighbors" -> transform(estimator, arguments, span);
            case "flow_from_directory", "flow_from_dataframe" -> pictures(arguments, span);
            case "split", "rolling_split" -> new Splits(machine).folds(estimator, arguments, span);
            case "prepare_tf_dataset" -> arguments.first().orElse(reference);
            case "set_params" -> {
                tried(reference, estimator, span);
                yield with(reference, estimator, arguments);
            }
            case "add", "compile", "build", "load_weights", "to", "cuda", "cpu", "requires_grad_", "train_mode" ->
                with(reference, estimator, arguments);
            case "as_query_engine", "as_chat_engine" ->
                machine.make(estimator.as(EstimatorRole.LANGUAGE_MODEL), span, "engine");
            case "get_support", "get_score", "get_feature_importance" ->
                machine.make(
                        Data.of(Gives.COLUMNS, machine.rows().none())
                                .with(Tag.PER_COLUMN)
                                .influenced(Operators.used(
                                        Attributes.perColumn(machine, estimator, span)
                                                .influences(),
                                        InfluenceKind.SELECT)),
                        span);
            case "shap_values" -> explained(estimator, arguments, span);
            case "get_feature_names_out", "get_feature_names" ->
                machine.make(
                        Data.of(Gives.COLUMNS, machine.rows().none())
                                .influenced(Operators.used(estimator.learnt(), InfluenceKind.SELECT)),
                        span);
            default -> reference;
        };
    }

    /** Pictures of a folder, or those that a frame lists; {@code subset} names one of two parts. */
    private Value pictures(Arguments arguments, Span span) {
        Optional<Data> listed =
                arguments.all().stream().filter(machine::hasRows).findFirst().map(machine::data);
        String folder = arguments
                .text("directory", 0)
                .orElseGet(() -> "at " + span.line() + ":" + span.column() + " on way " + machine.path());
        Data all = listed.orElseGet(() -> Data.of(Gives.DATASET, machine.rows().root("folder " + folder, span)));
        Data part = arguments
                .text("subset", -1)
                .map(name ->
                        all.withRows(machine.rows().part(all.rows(), "subsets", name.equals("training") ? 0 : 1, span)))
                .orElse(all);
        return machine.make(part.withKind(Gives.DATASET), span);
    }

    /** What a model says of the columns, row by row: whoever chooses columns by it has looked at the rows the model has learnt from. */
    private Value explained(Estimator explainer, Arguments arguments, Span span) {
        Data rows = arguments
                .first()
                .map(machine::data)
                .orElseGet(() -> Data.of(Gives.ARRAY, machine.rows().none()));
        Set<Influence> chosen = new LinkedHashSet<>();
        explainer.steps().stream()
                .flatMap(model -> machine.estimator(model).stream())
                .forEach(model ->
                        chosen.addAll(Attributes.perColumn(machine, model, span).influences()));
        return machine.make(rows.withKind(Gives.ARRAY).withColumns(Columns.ALL).influenced(chosen), span);
    }

    private Value with(Value.Reference reference, Estimator estimator, Arguments arguments) {
        Set<Value> more = new LinkedHashSet<>(estimator.steps());
        more.addAll(constructions.inside(arguments.all()));
        machine.heap().set(reference, estimator.withSteps(List.copyOf(more)));
        return reference;
    }

    /** Given other settings in a loop, an object is another model in each round. */
    private void tried(Value.Reference reference, Estimator estimator, Span span) {
        if (!machine.loops().isEmpty()) {
            machine.facts().model(new Model(reference.id(), span, estimator.name(), Set.of(), machine.loops()));
        }
    }

    /** Whether a prediction is asked for so many steps, or from one position to another, of a series that goes on. */
    private boolean isForecast(Arguments arguments) {
        boolean steps = arguments.positional().size() == 1
                && Constants.whole(arguments.positional().get(0)).isPresent();
        return arguments.all().stream().noneMatch(machine::hasRows)
                && (steps || arguments.named().keySet().stream().anyMatch(AHEAD::contains));
    }

    private Value transform(Estimator estimator, Arguments arguments, Span span) {
        Optional<Value> given = arguments.first();
        if (given.isEmpty()) {
            return new Value.Unknown("transform");
        }
        Data data = machine.data(given.get());
        return machine.make(Learning.transformed(estimator, data, estimator.learnt()), span);
    }

    /** {@code FAISS.from_texts(texts, embedding)}: passages that a language model is given; whatever is asked of it gives some of them. */
    private Value index(String name, Optional<Data> documents, Span span) {
        Set<Influence> held = documents
                .map(data -> Sets.union(
                        data.influences(), Set.of(effects.influence(InfluenceKind.INDEXED, data, name, span, false))))
                .orElse(Set.of());
        return machine.make(unknown(name, span).as(EstimatorRole.TRANSFORMER).having(held, Set.of()), span);
    }

    /** {@code xgb.train(parameters, rows)}: a model of a function. */
    Value train(Effect effect, Arguments arguments, Span span) {
        Optional<Value> rows = arguments.all().stream().filter(machine::hasRows).findFirst();
        if (effect.data().contains("documents")) {
            return index(effect.name(), rows.map(machine::data), span);
        }
        Value.Reference model = constructions.construct(effect.name() + ".Booster", Arguments.NONE, span);
        Estimator made = machine.heap().estimator(model).orElseThrow().as(EstimatorRole.PREDICTOR);
        machine.heap().set(model, made);
        rows.ifPresent(value -> {
            Data features = machine.data(value);
            int fit = fits.record(model, made, features, Optional.empty(), arguments, span);
            machine.heap().set(model, made.having(features.influences(), Set.of(fit)));
        });
        return model;
    }
}
