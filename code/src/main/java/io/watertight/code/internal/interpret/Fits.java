package io.watertight.code.internal.interpret;

import io.watertight.code.fact.Fit;
import io.watertight.code.fact.Score;
import io.watertight.code.fact.Split;
import io.watertight.code.knowledge.ClassEntry;
import io.watertight.code.knowledge.EstimatorRole;
import io.watertight.code.knowledge.Gives;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Data;
import io.watertight.code.value.Estimator;
import io.watertight.code.value.Sets;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Records fits: what they learn from, and what they look at while they learn. */
final class Fits {

    private static final Pattern SPARK = Pattern.compile("^pyspark\\.ml\\.(classification|regression)\\.");

    private static final List<String> FEATURES = List.of(
            "X",
            "x",
            "dataset",
            "train_dataset",
            "dtrain",
            "train_set",
            "X_train",
            "data",
            "raw_documents",
            "texts",
            "training_frame");

    private static final List<String> LOOKED_AT = List.of(
            "validation_data", "eval_set", "evals", "valid_sets", "eval_dataset", "validation_dataset", "X_val");

    private static final List<String> CALLBACKS = List.of("callbacks", "checkpoint_callback", "early_stop_callback");

    private final Machine machine;

    Fits(Machine machine) {
        this.machine = machine;
    }

    /** The rows of a call: the first argument, or what is called so; for a trainer, what it was made with. */
    Optional<Value> features(Estimator estimator, Arguments arguments) {
        Optional<Value> given = arguments.positional().isEmpty()
                ? Optional.empty()
                : Optional.of(arguments.positional().get(0));
        for (String name : FEATURES) {
            given = given.or(() -> Optional.ofNullable(arguments.named().get(name)));
        }
        given = given.or(() -> arguments.all().stream().filter(machine::hasRows).findFirst());
        if (given.isEmpty() && estimator.role() == EstimatorRole.TRAINER) {
            return Optional.ofNullable(estimator.arguments().get("train_dataset"))
                    .or(() -> Optional.ofNullable(estimator.arguments().get("train_dataloader")));
        }
        if (given.isEmpty()) {
            // Statsmodels and its kin: the rows are given at construction, the labels before them.
            return Stream.of("exog", "1", "data", "endog", "0")
                    .flatMap(name -> Optional.ofNullable(estimator.arguments().get(name)).stream())
                    .filter(machine::hasRows)
                    .findFirst()
                    .or(() -> estimator.arguments().values().stream()
                            .filter(value -> estimator.role() == EstimatorRole.UNKNOWN && machine.hasRows(value))
                            .findFirst());
        }
        return given;
    }

    /** The rows that a score is asked for; a trainer that is given none has its own for that. */
    Optional<Value> evaluated(Estimator estimator, Arguments arguments) {
        boolean own = estimator.role() == EstimatorRole.TRAINER
                && arguments.all().stream().noneMatch(machine::hasRows);
        return own
                ? Stream.of("eval_dataset", "val_dataloaders")
                        .flatMap(name ->
                                Optional.ofNullable(estimator.arguments().get(name)).stream())
                        .findFirst()
                : features(estimator, arguments);
    }

    /** Features whose rows are lost have those of their labels. */
    Data found(Data features, Optional<Data> target) {
        boolean lost = features.rows().isNone() && features.kind() != Gives.NUMBER && features.kind() != Gives.MODEL;
        return lost && target.isPresent()
                ? features.foundIn(target.get().rows()).with(Tag.ASSUMED)
                : features;
    }

    Optional<Data> target(Arguments arguments) {
        return arguments
                .get("y", 1)
                .map(machine::data)
                .filter(data -> !data.rows().isNone());
    }

    int record(
            Value.Reference reference,
            Estimator estimator,
            Data features,
            Optional<Data> target,
            Arguments arguments,
            Span span) {
        List<Data> validation = lookedAt(estimator, arguments, span);
        boolean stops = stopsEarly(estimator, arguments);
        Optional<Data> labels = target.or(() -> named(estimator, features, span));
        // What statsmodels regresses on one another is given when a model is made.
        boolean made = estimator.name().startsWith("statsmodels.");
        Stream<Data> regressed = (made ? Stream.of("endog", "exog", "0", "1") : Stream.<String>of())
                .flatMap(name -> Optional.ofNullable(estimator.arguments().get(name)).stream())
                .map(machine::data);
        Stream.concat(target.stream(), regressed)
                .map(Data::scores)
                .filter(scores -> !scores.isEmpty())
                .forEach(machine.facts()::residuals);
        return machine.facts()
                .fit(
                        span,
                        machine.path() + " " + reference.id(),
                        id -> new Fit(
                                id,
                                span,
                                reference.id(),
                                estimator.name(),
                                features,
                                labels,
                                validation,
                                stops,
                                estimator.role() == EstimatorRole.SEARCH,
                                false,
                                machine.loops()));
    }

    /** The column that an estimator of Spark takes for its labels. */
    private Optional<Data> named(Estimator estimator, Data features, Span span) {
        if (!SPARK.matcher(estimator.name()).find() || features.rows().isNone()) {
            return Optional.empty();
        }
        String name = Optional.ofNullable(estimator.arguments().get("labelCol"))
                .flatMap(Constants::text)
                .orElse("label");
        Data labels = machine.data(Attributes.column(machine, features, name, span));
        return Optional.of(labels.with(Tag.ASSUMED));
    }

    private List<Data> lookedAt(Estimator estimator, Arguments arguments, Span span) {
        List<Data> all = new ArrayList<>();
        for (String name : LOOKED_AT) {
            Value value = arguments.named().get(name);
            if (value == null && estimator.role() == EstimatorRole.TRAINER) {
                value = estimator.arguments().get(name);
            }
            if (value == null) {
                continue;
            }
            boolean pair = value instanceof Value.TupleValue && !name.equals("evals");
            List<Value> sets = pair ? List.of(value) : members(value, span);
            for (Value set : sets) {
                Data data = set instanceof Value.TupleValue tuple
                                && !tuple.elements().isEmpty()
                        ? machine.data(tuple.elements().get(0))
                        : machine.data(set);
                if (!data.rows().isNone()) {
                    all.add(data);
                }
            }
        }
        return all;
    }

    private List<Value> members(Value value, Span span) {
        if (machine.heap().data(value).isPresent()) {
            return List.of(value);
        }
        Elements elements = Elements.of(machine, value, span);
        return elements.known().orElse(List.of(elements.any()));
    }

    /** Whether what it looks at decides when to stop, or which weights are kept. */
    private boolean stopsEarly(Estimator estimator, Arguments arguments) {
        for (String name : List.of("early_stopping_rounds", "use_best_model")) {
            boolean given =
                    arguments.named().containsKey(name) || estimator.arguments().containsKey(name);
            if (given) {
                return true;
            }
        }
        for (String name : CALLBACKS) {
            Optional<Value> given = Optional.ofNullable(arguments.named().get(name))
                    .or(() -> Optional.ofNullable(estimator.arguments().get(name)));
            boolean decides = given
                    .map(value ->
                            machine.estimators(value).isEmpty() ? members(value, estimator.made()) : List.of(value))
                    .orElse(List.of())
                    .stream()
                    .flatMap(callback -> machine.estimator(callback).stream())
                    .anyMatch(Fits::decides);
            if (decides) {
                return true;
            }
        }
        return false;
    }

    /** Whether a callback chooses by what is held out: not if it keeps every round, or looks at the training itself. */
    private static boolean decides(Estimator callback) {
        if (callback.role() != EstimatorRole.EARLY_STOPPING && callback.role() != EstimatorRole.CHECKPOINT) {
            return false;
        }
        Optional<String> watched =
                Optional.ofNullable(callback.arguments().get("monitor")).flatMap(Constants::text);
        boolean keras = callback.name().startsWith("tensorflow.");
        boolean training = watched.filter(name -> keras ? !name.startsWith("val") : name.startsWith("train"))
                .isPresent();
        boolean all = callback.role() == EstimatorRole.CHECKPOINT
                && (keras
                        ? !callback.arguments().containsKey("save_best_only")
                        : callback.name().startsWith("pytorch_lightning.")
                                && !callback.arguments().containsKey("monitor"));
        return !training && !all;
    }

    /** The fits of a search inside the rows it is given. */
    void inner(Value.Reference reference, Estimator search, Data features, Optional<Data> target, Span span) {
        Value inner = search.steps().isEmpty() ? reference : search.steps().get(0);
        Estimator tried = machine.estimator(inner).orElse(search);
        folds(reference, tried, features, target, new Arguments(List.of(), search.arguments()), span);
    }

    /** A fit and an evaluation on the two sides of a fold; the number of the evaluation. */
    int folds(
            Value.Reference reference,
            Estimator estimator,
            Data features,
            Optional<Data> target,
            Arguments arguments,
            Span span) {
        Optional<Estimator> splitter = arguments
                .get("cv", -1)
                .flatMap(machine::estimator)
                .filter(given -> given.role() == EstimatorRole.SPLITTER);
        Optional<ClassEntry> entry =
                splitter.flatMap(given -> machine.knowledge().type(given.name()));
        String key = Splits.folds(span);
        Set<String> keeps = new LinkedHashSet<>(entry.map(ClassEntry::keeps).orElse(List.of("classes")));
        Optional<Data> groups = arguments
                .get("groups", -1)
                .filter(value -> !Constants.isNone(value))
                .map(machine::data);
        boolean random = splitter.filter(new Splits(machine)::shuffles).isPresent();
        machine.facts()
                .split(
                        span,
                        machine.path() + " " + reference.id(),
                        id -> new Split(
                                id,
                                span,
                                splitter.map(Estimator::simpleName).orElse("folds"),
                                key,
                                List.of(features),
                                random,
                                Sets.copy(keeps),
                                true,
                                groups));
        Data train = features.withRows(machine.rows().part(features.rows(), key, 0, span));
        Data test = features.withRows(machine.rows().part(features.rows(), key, 1, span));
        int fit = machine.facts()
                .fit(
                        span,
                        "folds " + machine.path() + " " + reference.id(),
                        id -> new Fit(
                                id,
                                span,
                                reference.id(),
                                estimator.name(),
                                train,
                                target,
                                List.of(),
                                false,
                                false,
                                true,
                                machine.loops()));
        return machine.facts()
                .score(
                        span,
                        "folds " + machine.path() + " " + reference.id(),
                        id -> new Score(
                                id,
                                span,
                                reference.id(),
                                estimator.name(),
                                Set.of(fit),
                                test,
                                target,
                                Score.How.FOLDS,
                                machine.path(),
                                machine.loops()));
    }
}
