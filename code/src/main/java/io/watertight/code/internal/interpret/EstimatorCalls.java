package io.watertight.code.internal.interpret;

import io.watertight.code.fact.Fit;
import io.watertight.code.fact.Score;
import io.watertight.code.knowledge.ClassEntry;
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
import io.watertight.code.value.InstanceState;
import io.watertight.code.value.ListState;
import io.watertight.code.value.Overlap;
import io.watertight.code.value.Sets;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Objects that learn: made, fitted, applied, scored. */
final class EstimatorCalls {

    private static final Set<EstimatorRole> PREDICTS = Set.of(
            EstimatorRole.PREDICTOR,
            EstimatorRole.SEARCH,
            EstimatorRole.STACKING,
            EstimatorRole.ENSEMBLE,
            EstimatorRole.NETWORK,
            EstimatorRole.TRAINER,
            EstimatorRole.CLUSTERER,
            EstimatorRole.DETECTOR);

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
            "forecast",
            "predict_dataset");

    private static final Set<String> SCORES =
            Set.of("score", "evaluate", "evaluate_generator", "test_on_batch", "test", "validate", "eval");

    /** What a model that learns while it is made is given to learn from. */
    private static final List<String> CORPORA =
            List.of("sentences", "documents", "corpus", "corpus_iterable", "tagged_docs");

    private final Machine machine;
    private final Effects effects;
    private final Fits fits;

    EstimatorCalls(Interpreter interpreter) {
        this.machine = interpreter.machine();
        this.effects = new Effects(machine);
        this.fits = new Fits(machine);
    }

    /** A new object of a library's class, known or not. */
    Value.Reference construct(String name, Arguments arguments, Span span) {
        Optional<ClassEntry> entry = machine.knowledge().type(name);
        Map<String, Value> given = new LinkedHashMap<>();
        List<String> parameters = entry.map(ClassEntry::parameters).orElse(List.of());
        for (int index = 0; index < arguments.positional().size(); index++) {
            given.put(
                    index < parameters.size() ? parameters.get(index) : Integer.toString(index),
                    arguments.positional().get(index));
        }
        given.putAll(arguments.named());
        boolean learns = entry.flatMap(ClassEntry::learnsIf)
                .map(condition -> effects.holds(condition, parameters, arguments))
                .orElse(true);
        Estimator estimator = new Estimator(
                entry.map(ClassEntry::name).orElse(name),
                entry.map(ClassEntry::role).orElse(EstimatorRole.UNKNOWN),
                learns ? entry.map(ClassEntry::learns).orElse(Learns.NOTHING) : Learns.NOTHING,
                entry.map(ClassEntry::supervised).orElse(false),
                given,
                inside(arguments.all()),
                Set.of(),
                Set.of(),
                span);
        Value.Reference made = machine.make(estimator, span);
        CORPORA.stream()
                .flatMap(corpus -> Optional.ofNullable(given.get(corpus)).stream())
                .filter(corpus -> estimator.role() == EstimatorRole.TRANSFORMER && machine.hasRows(corpus))
                .findFirst()
                .ifPresent(corpus -> fit(made, estimator, "fit", new Arguments(List.of(corpus), Map.of()), span));
        return made;
    }

    /** A model of which nothing but its name is known. */
    Estimator unknown(String name, Span span) {
        return new Estimator(
                name, EstimatorRole.UNKNOWN, Learns.NOTHING, false, Map.of(), List.of(), Set.of(), Set.of(), span);
    }

    Value pipeline(String name, EstimatorRole role, Arguments arguments, Span span) {
        return machine.make(
                new Estimator(
                        name, role, Learns.NOTHING, false, Map.of(), inside(arguments.all()), Set.of(), Set.of(), span),
                span);
    }

    /** Every estimator among arguments, also in lists of named steps. */
    private List<Value> inside(List<Value> values) {
        Set<Value> found = new LinkedHashSet<>();
        for (Value value : values) {
            gather(value, found, 0);
        }
        return List.copyOf(found);
    }

    private void gather(Value value, Set<Value> found, int depth) {
        if (depth > 4) {
            return;
        }
        found.addAll(machine.estimators(value));
        if (value instanceof Value.TupleValue tuple) {
            tuple.elements().forEach(each -> gather(each, found, depth + 1));
        } else if (machine.heap().object(value).orElse(null) instanceof ListState list) {
            list.items().forEach(each -> gather(each, found, depth + 1));
            list.rest().ifPresent(each -> gather(each, found, depth + 1));
        } else if (machine.heap().object(value).orElse(null) instanceof InstanceState instance) {
            Value base = instance.attributes().get(UserCalls.BASE);
            if (base != null) {
                found.add(base);
            }
        }
    }

    Value call(Value.Reference reference, Estimator estimator, String method, Arguments arguments, Span span) {
        if (FITS.contains(method)) {
            return fit(reference, estimator, method, arguments, span);
        }
        if (PREDICTIONS.contains(method)) {
            return predict(reference, estimator, arguments, span);
        }
        if (SCORES.contains(method)) {
            return score(reference, estimator, method, arguments, span);
        }
        if (method.equals("transform") && estimator.name().startsWith("pyspark.") && predicts(estimator)) {
            return predict(reference, estimator, arguments, span);
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
            case "split", "rolling_split" -> new Splits(machine).folds(estimator, arguments, span);
            case "add",
                    "set_params",
                    "compile",
                    "build",
                    "load_weights",
                    "to",
                    "cuda",
                    "cpu",
                    "requires_grad_",
                    "train_mode" -> {
                Set<Value> more = new LinkedHashSet<>(estimator.steps());
                more.addAll(inside(arguments.all()));
                machine.heap().set(reference, estimator.withSteps(List.copyOf(more)));
                yield reference;
            }
            case "as_query_engine", "as_chat_engine" ->
                machine.make(estimator.as(EstimatorRole.LANGUAGE_MODEL), span, "engine");
            case "get_support", "get_score", "get_feature_importance" ->
                machine.make(
                        Data.of(Gives.COLUMNS, machine.rows().none())
                                .with(Tag.PER_COLUMN)
                                .influenced(Operators.used(estimator.learnt(), InfluenceKind.SELECT)),
                        span);
            case "get_feature_names_out", "get_feature_names" ->
                machine.make(
                        Data.of(Gives.COLUMNS, machine.rows().none())
                                .influenced(Operators.used(estimator.learnt(), InfluenceKind.SELECT)),
                        span);
            default -> reference;
        };
    }

    private boolean predicts(Estimator estimator) {
        if (estimator.role() == EstimatorRole.PIPELINE || estimator.role() == EstimatorRole.UNKNOWN) {
            return estimator.role() == EstimatorRole.UNKNOWN && !looksLikeTransformer(estimator)
                    || estimator.steps().stream()
                            .flatMap(step -> machine.estimator(step).stream())
                            .anyMatch(this::predicts);
        }
        return PREDICTS.contains(estimator.role());
    }

    private static boolean looksLikeTransformer(Estimator estimator) {
        return estimator
                .simpleName()
                .matches(
                        ".*(Scaler|Encoder|Imputer|Vectorizer|Transformer|Selector|Normalizer|PCA|Binarizer|Tokenizer)");
    }

    /** What a fit takes from the rows: its own statistic, and those of the steps inside. */
    private Set<Influence> statistics(Estimator estimator, Data features, Optional<Data> target, Span span) {
        Set<Influence> learnt = new LinkedHashSet<>();
        Learns own = estimator.learns();
        boolean guessed =
                own == Learns.NOTHING && estimator.role() == EstimatorRole.UNKNOWN && looksLikeTransformer(estimator);
        if (own != Learns.NOTHING && own != Learns.SUMMARY || guessed) {
            InfluenceKind kind = guessed ? InfluenceKind.SCALE : InfluenceKind.of(own);
            learnt.add(effects.influence(
                    kind, features, estimator.simpleName(), span, estimator.supervised() && target.isPresent()));
        }
        for (Value step : estimator.steps()) {
            machine.estimator(step).ifPresent(inner -> {
                if (!predicts(inner) || inner.learns() != Learns.NOTHING) {
                    learnt.addAll(statistics(inner, features, target, span));
                }
            });
        }
        return learnt;
    }

    private Value fit(Value.Reference reference, Estimator estimator, String method, Arguments arguments, Span span) {
        Optional<Value> given = fits.features(estimator, arguments);
        if (given.isEmpty()) {
            return reference;
        }
        Optional<Data> target =
                fits.target(arguments).filter(data -> !data.rows().isNone());
        Data features = fits.found(machine.data(given.get()), target);
        boolean predictor = predicts(estimator)
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

    private Data transformed(Estimator estimator, Data data, Set<Influence> learnt) {
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
        return data.withKind(kind).withColumns(after).influenced(learnt).picking(Optional.empty());
    }

    private Value transform(Estimator estimator, Arguments arguments, Span span) {
        Optional<Value> given = arguments.first();
        if (given.isEmpty()) {
            return new Value.Unknown("transform");
        }
        Data data = machine.data(given.get());
        return machine.make(transformed(estimator, data, estimator.learnt()), span);
    }

    private Value predict(Value.Reference reference, Estimator estimator, Arguments arguments, Span span) {
        Optional<Value> given = fits.features(estimator, arguments);
        if (given.isEmpty()) {
            return new Value.Unknown("a prediction");
        }
        Data data = machine.data(given.get());
        int score = record(reference, estimator, data, Optional.empty(), Score.How.PREDICT, span);
        return machine.make(predicted(estimator, data, score), span);
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
                        Set.of(score))
                .influenced(from)
                .with(Tag.PREDICTED);
    }

    private Value score(Value.Reference reference, Estimator estimator, String method, Arguments arguments, Span span) {
        Optional<Value> given = fits.features(estimator, arguments);
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
        if (!predicts(estimator)) {
            return machine.make(data.influenced(estimator.learnt()), span);
        }
        int score = record(reference, estimator, data, Optional.empty(), Score.How.PREDICT, span);
        return machine.make(predicted(estimator, data, score), span);
    }

    /** {@code cross_val_score} and its kin: a fit and an evaluation on the two sides of a fold. */
    Value crossValidate(Effect effect, Arguments arguments, Span span) {
        Optional<Value> model = arguments.get("estimator", effect.parameters()).or(arguments::first);
        List<Value.Reference> references = model.map(machine::estimators).orElse(List.of());
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
        Value.Reference model = construct(effect.name() + ".Booster", Arguments.NONE, span);
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
