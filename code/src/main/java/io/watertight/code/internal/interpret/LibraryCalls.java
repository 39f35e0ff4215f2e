package io.watertight.code.internal.interpret;

import io.watertight.code.knowledge.ClassEntry;
import io.watertight.code.knowledge.Effect;
import io.watertight.code.knowledge.EstimatorRole;
import io.watertight.code.knowledge.Gives;
import io.watertight.code.knowledge.RowEffect;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Columns;
import io.watertight.code.value.Condition;
import io.watertight.code.value.Data;
import io.watertight.code.value.DictState;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.ListState;
import io.watertight.code.value.Rows;
import io.watertight.code.value.Sets;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Functions and classes of libraries. */
final class LibraryCalls {

    /** What reads the command line. */
    static final String SETTINGS = "argparse.";

    /** Parts of the standard library that give paths, times and settings, and never rows. */
    private static final List<String> NO_DATA =
            List.of("os.", "pathlib.", "sys.", "time.", "shutil.", "tempfile.", "logging.", SETTINGS, "getpass.");

    /** Arguments that only say how many rows there shall be. */
    private static final List<String> SIZES = List.of("size", "shape", "n_samples", "num_samples", "sampling_strategy");

    private final Interpreter interpreter;
    private final Machine machine;
    private final EstimatorCalls estimators;
    private final Effects effects;
    private final Splits splits;
    private final Judgements judgements;

    LibraryCalls(Interpreter interpreter, EstimatorCalls estimators) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
        this.estimators = estimators;
        this.effects = new Effects(machine);
        this.splits = new Splits(machine);
        this.judgements = new Judgements(machine);
    }

    Value call(String name, Arguments arguments, Span span) {
        Optional<ClassEntry> type = machine.knowledge().type(name);
        if (type.isPresent()) {
            return construct(type.get(), arguments, span);
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        Optional<ClassEntry> loaded = loaded(name, last);
        if (loaded.isPresent()) {
            return estimators.constructions().construct(loaded.get().name(), new Arguments(List.of(), Map.of()), span);
        }
        Optional<Value> special = special(name, last, arguments, span);
        if (special.isPresent()) {
            return special.get();
        }
        if (NO_DATA.stream().anyMatch(name::startsWith)) {
            return new Value.Unknown(name);
        }
        Optional<Effect> effect = machine.knowledge().function(name);
        if (effect.isPresent()) {
            return function(effect.get(), arguments, span);
        }
        if (Character.isUpperCase(last.charAt(0)) && name.indexOf('.') > 0) {
            boolean holdsRows = arguments.all().stream().anyMatch(machine::hasRows);
            if (!holdsRows) {
                return estimators.constructions().construct(name, arguments, span);
            }
        }
        return interpreter.calls().unknown(last, arguments, span);
    }

    /** A network with weights of others: it learns as one of its class does. */
    private Optional<ClassEntry> loaded(String name, String last) {
        return last.equals("from_pretrained")
                ? machine.knowledge()
                        .type(name.substring(0, name.length() - last.length() - 1))
                        .filter(type -> type.role() == EstimatorRole.NETWORK)
                : Optional.empty();
    }

    private Value construct(ClassEntry type, Arguments arguments, Span span) {
        if (type.role() == EstimatorRole.DATA || type.role() == EstimatorRole.LOADER) {
            return holder(type, arguments, span);
        }
        return estimators.constructions().construct(type.name(), arguments, span);
    }

    /** A dataset or loader made of rows: those rows. */
    private Value holder(ClassEntry type, Arguments arguments, Span span) {
        Optional<Value> first = arguments.first();
        Data held = first.map(machine::data)
                .orElseGet(() -> Data.of(Gives.DATASET, machine.rows().none()));
        if (held.rows().isNone()) {
            Optional<Boolean> train = type.parameters().contains("train")
                    ? arguments
                            .get("train", type.parameters())
                            .map(Constants::truth)
                            .orElse(Optional.of(true))
                    : Optional.empty();
            // Two parts of a named dataset are told apart by the flag; two files by where they are opened.
            String opened =
                    train.isPresent() ? "" : " at " + span.line() + ":" + span.column() + " on way " + machine.path();
            Rows source = machine.rows().root(type.name() + opened, span);
            Rows rows = train.map(is -> machine.rows().part(source, "named parts", is ? 0 : 1, span))
                    .orElse(source);
            return machine.make(Data.of(Gives.DATASET, rows), span);
        }
        Gives kind = type.role() == EstimatorRole.LOADER ? Gives.LOADER : Gives.DATASET;
        return machine.make(held.withKind(kind), span);
    }

    private Optional<Value> special(String name, String last, Arguments arguments, Span span) {
        switch (last) {
            case "tqdm", "trange", "deepcopy", "copy", "clone", "compute", "persist" -> {
                return arguments.first().map(value -> cloned(last, value, span));
            }
            case "merge", "merge_asof", "merge_ordered" -> {
                return name.startsWith("pandas.") ? merged(last, arguments, span) : Optional.empty();
            }
            case "permutation", "shuffle" -> {
                return shuffled(last, arguments, span);
            }
            case "arange" -> {
                return Optional.of(
                        machine.make(Data.of(Gives.INDEX, machine.rows().none()), span));
            }
            case "where" -> {
                return where(arguments, span);
            }
            case "choice" -> {
                return name.startsWith("numpy.") ? drawn(arguments, span) : Optional.empty();
            }
            case "equal", "eq", "not_equal", "ne", "subtract" -> {
                return judgements.held(arguments.all(), span);
            }
            case "partial" -> {
                return name.equals("functools.partial") ? partial(arguments) : Optional.empty();
            }
            case "DataParallel", "DistributedDataParallel", "convert_sync_batchnorm" -> {
                // The same network, on several devices.
                return arguments.first();
            }
            case "random_split" -> {
                return arguments.first().map(value -> splits.lengths(machine.data(value), arguments, span));
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    private Optional<Value> merged(String name, Arguments arguments, Span span) {
        List<Value> positional = arguments.positional();
        Arguments rest = new Arguments(
                positional.isEmpty() ? List.of() : positional.subList(1, positional.size()), arguments.named());
        return arguments
                .get("left", 0)
                .map(left -> interpreter.calls().data().merge(machine.data(left), name, rest, span));
    }

    private Value cloned(String last, Value value, Span span) {
        if (last.equals("tqdm")) {
            return value;
        }
        return machine.estimator(value)
                .<Value>map(estimator ->
                        machine.make(last.equals("clone") ? estimator.having(Set.of(), Set.of()) : estimator, span))
                .or(() -> machine.heap().object(value).map(state -> machine.make(state, span)))
                .orElse(value);
    }

    private Optional<Value> shuffled(String last, Arguments arguments, Span span) {
        if (arguments.first().isEmpty()) {
            return Optional.empty();
        }
        List<Value> results = new ArrayList<>();
        for (Value value : arguments.positional()) {
            Data data = machine.data(value);
            if (data.rows().isNone()) {
                // Positions: a number gives new ones, positions are shuffled where they are.
                Data positions = Data.of(Gives.INDEX, machine.rows().none())
                        .picking(Optional.of(new Condition(
                                Condition.Step.PERMUTED,
                                "order " + span.line() + ":" + span.column(),
                                0,
                                Optional.empty())));
                if (value instanceof Value.Reference reference && last.equals("shuffle")) {
                    machine.heap().set(reference, positions);
                }
                results.add(machine.make(positions, span, "shuffled " + results.size()));
                continue;
            }
            Data permuted = data.withRows(machine.rows().permuted(data.rows(), span));
            results.add(machine.make(permuted, span, "shuffled " + results.size()));
        }
        return Optional.of(results.size() == 1 ? results.get(0) : new Value.TupleValue(results));
    }

    /** {@code np.random.choice(n, size)}: positions, which come again unless that is ruled out. */
    private Optional<Value> drawn(Arguments arguments, Span span) {
        Optional<Data> among = arguments.get("a", 0).map(machine::data);
        boolean rows = among.filter(
                        data -> data.kind() != Gives.INDEX && !data.rows().isNone())
                .isPresent();
        if (rows || arguments.get("size", 1).isEmpty()) {
            return Optional.empty();
        }
        Condition.Step step = arguments.isFalse("replace", 2) ? Condition.Step.SUBSET : Condition.Step.REPEATED;
        Condition drawn = new Condition(step, "", 0, among.flatMap(Data::picks));
        return Optional.of(
                machine.make(Data.of(Gives.INDEX, machine.rows().none()).picking(Optional.of(drawn)), span, "drawn"));
    }

    /** {@code partial(function, ...)}: the function with some arguments given. */
    private static Optional<Value> partial(Arguments arguments) {
        List<Value> given = arguments.positional();
        return given.isEmpty()
                ? Optional.empty()
                : Optional.of(new Value.Partial(given.get(0), given.subList(1, given.size()), arguments.named()));
    }

    /** {@code np.where(mask)} gives positions; with two more arguments it chooses values. */
    private Optional<Value> where(Arguments arguments, Span span) {
        if (arguments.positional().size() == 1) {
            Data mask = machine.data(arguments.positional().get(0));
            Data positions = Data.of(Gives.INDEX, machine.rows().none())
                    .picking(mask.picks())
                    .influenced(mask.influences());
            return Optional.of(new Value.TupleValue(List.of(machine.make(positions, span))));
        }
        Data all = Data.of(Gives.ARRAY, machine.rows().none());
        for (Value value : arguments.positional()) {
            Data each = machine.data(value);
            all = all.rows().isNone() && !each.rows().isNone()
                    ? each.influenced(Operators.used(all, InfluenceKind.IMPUTE))
                    : all.influenced(Operators.used(each, InfluenceKind.IMPUTE))
                            .withOrigins(Sets.union(all.origins(), each.origins()));
        }
        List<Data> values =
                arguments.positional().stream().skip(1).map(machine::data).toList();
        Value made = machine.make(all.picking(Optional.empty()), span);
        return Optional.of(
                new Trading(machine).chosen(machine.data(arguments.positional().get(0)), values, made, span));
    }

    private Value function(Effect effect, Arguments arguments, Span span) {
        return switch (effect.action()) {
            case DERIVE -> derive(effect, arguments, span);
            case SOURCE -> new Sources(machine).open(effect, arguments, span);
            case SPLIT -> splits.trainTest(effect.name(), arguments, span);
            case METRIC -> metric(effect, arguments, span);
            case CROSS_VALIDATE -> estimators.predictions().crossValidate(effect, arguments, span);
            case TRAIN -> estimators.train(effect, arguments, span);
            case PIPELINE ->
                estimators.constructions().pipeline(effect.name(), EstimatorRole.PIPELINE, arguments, span);
            case UNION_OF_STEPS ->
                estimators.constructions().pipeline(effect.name(), EstimatorRole.UNION, arguments, span);
            case ASK_MODEL -> new AskCalls(machine).answer(0, effect.name(), arguments, span);
            case TUNE ->
                arguments.all().stream()
                        .filter(Value.UserFunction.class::isInstance)
                        .findFirst()
                        .map(objective ->
                                interpreter.userCalls().tuned((Value.UserFunction) objective, effect.name(), span))
                        .orElse(new Value.Unknown(effect.name()));
            case SHOW -> {
                judgements.shown(
                        effect.name(),
                        arguments.all().stream().map(machine::data).toList(),
                        span);
                yield new Value.Unknown(effect.name());
            }
        };
    }

    private Value metric(Effect effect, Arguments arguments, Span span) {
        String name = effect.name().substring(effect.name().lastIndexOf('.') + 1);
        return estimators
                .predictions()
                .scored(arguments, span)
                .orElseGet(() -> machine.make(judgements.measured(name, arguments.all(), span), span));
    }

    private Value derive(Effect effect, Arguments arguments, Span span) {
        List<Value> inputs = inputs(effect, arguments);
        if (effect.name().equals("pandas.crosstab")) {
            judgements.measured("crosstab", arguments.all(), span);
        }
        inputs.forEach(input -> judgements.chosen(effect.name(), machine.data(input), span));
        if (inputs.isEmpty()) {
            return effect.gives() == Gives.FRAME || effect.gives() == Gives.SERIES || effect.gives() == Gives.ARRAY
                    ? machine.make(
                            Data.of(effect.gives(), machine.rows().none()).withColumns(Columns.ALL.only(List.of())),
                            span)
                    : new Value.Unknown(effect.name());
        }
        List<Value> members = new ArrayList<>();
        for (Value input : inputs) {
            boolean list = machine.heap().object(input).orElse(null) instanceof ListState
                    || machine.heap().object(input).orElse(null) instanceof DictState
                    || input instanceof Value.TupleValue;
            if (list) {
                Elements elements = Elements.of(machine, input, span);
                boolean dict = machine.heap().object(input).orElse(null) instanceof DictState;
                members.addAll(dict ? List.of(input) : elements.known().orElse(List.of(elements.any())));
            } else {
                members.add(input);
            }
        }
        Data found = members.stream()
                .map(machine::data)
                .filter(data -> !data.rows().isNone())
                .findFirst()
                .orElseGet(() -> members.isEmpty()
                        ? Data.of(effect.gives(), machine.rows().none())
                        : machine.data(members.get(0)));
        // Rows put together are several.
        Data first = members.equals(inputs) ? found : found.without(Tag.SINGLE);
        boolean sideways =
                Constants.whole(arguments.get("axis", effect.parameters()).orElse(Constants.NONE))
                                        .orElse(0)
                                == 1
                        || arguments.text("axis", -1).filter("columns"::equals).isPresent();
        Data joined = effect.rows() == RowEffect.UNION && !sideways
                ? stacked(members, first, span)
                : beside(members, first, effect);
        if (sideways && effect.rows() == RowEffect.UNION && joined.kind() == Gives.SERIES) {
            // Columns beside one another: what is now said along axis 1 is said row by row.
            joined = joined.withKind(Gives.FRAME);
        }
        // A table of scores is no data to learn from.
        boolean made = joined.rows().isNone()
                && joined.scores().isEmpty()
                && joined.kind() != Gives.COLUMNS
                && joined.picks().isEmpty()
                && (effect.gives() == Gives.FRAME || effect.gives() == Gives.ARRAY && isList(inputs));
        if (made) {
            // Data that the program puts together from what is not followed: a source of its own.
            String name = effect.name() + " at " + span.line() + ":" + span.column() + " on way " + machine.path();
            joined = joined.withRows(machine.rows().root(name, span)).with(Tag.ASSUMED);
        }
        if (effect.name().equals("pandas.DataFrame") && first.kind() != Gives.FRAME && first.kind() != Gives.SERIES) {
            joined = joined.withColumns(given(joined.columns(), arguments, first));
        }
        if (effect.gives() == Gives.EXPRESSION) {
            joined = joined.withOrigins(Sets.copy(inputs.stream()
                    .flatMap(input -> interpreter.selections().columns().names(input).stream())
                    .flatMap(List::stream)
                    .toList()));
        }
        Data result = effects.apply(effect, joined, arguments, span);
        List<Value> guests = new ArrayList<>(arguments.all());
        guests.removeAll(inputs);
        // How many there shall be says nothing of what they are.
        SIZES.forEach(size -> arguments.get(size, effect.parameters()).ifPresent(guests::remove));
        result = effects.guests(result, guests, Effects.use(effect.name()));
        boolean row = effect.rows() == RowEffect.SAME || effect.rows() == RowEffect.UNION && sideways;
        if (effect.name().endsWith("sliding_window_view") || effect.name().endsWith("timeseries_dataset_from_array")) {
            result = new Positions(interpreter).windowed(result, span);
        }
        if (arguments.named().containsKey("index")) {
            result = Times.labelled(result, machine.data(arguments.named().get("index")));
        }
        if (effect.name().equals("pandas.to_datetime") || effect.name().endsWith("DatetimeIndex")) {
            result = result.with(Tag.DATES);
        }
        if (effect.rows() == RowEffect.UNION && joined.kind() == Gives.INDEX) {
            return machine.make(result.withKind(Gives.INDEX).picking(joined.picks()), span);
        }
        boolean masks = row && first.kind() == Gives.SERIES && first.picks().isPresent() && members.size() == 1;
        return machine.make(masks ? result : result.picking(Optional.empty()), span);
    }

    /** Whether data are made from a list that is filled while the program runs. */
    private boolean isList(List<Value> inputs) {
        return inputs.stream()
                .anyMatch(value -> machine.heap().object(value).orElse(null) instanceof ListState list
                        && list.rest().isPresent());
    }

    /** The columns of a frame made of an array: named by the call, or nobody knows. */
    private Columns given(Columns before, Arguments arguments, Data first) {
        Optional<List<String>> names =
                arguments.get("columns", 2).flatMap(interpreter.selections().columns()::names);
        if (names.isEmpty()) {
            return first.rows().isNone() ? before : before.without(Set.of(Columns.UNKNOWN));
        }
        return new Columns(Map.of(), Set.of(), names.map(Sets::copy), before.allInfluences());
    }

    private List<Value> inputs(Effect effect, Arguments arguments) {
        List<Value> inputs = new ArrayList<>();
        for (String name : effect.data()) {
            arguments.get(name, effect.parameters()).ifPresent(inputs::add);
        }
        if (inputs.isEmpty()) {
            arguments.first().ifPresent(inputs::add);
        }
        return inputs;
    }

    /** Below one another. */
    private Data stacked(List<Value> members, Data first, Span span) {
        Data all = first;
        List<Data> stacked = new ArrayList<>();
        for (Value member : members) {
            Data data = machine.data(member);
            if (!data.rows().isNone() || !data.picks().isEmpty()) {
                stacked.add(data);
            }
            if (!data.rows().isNone()) {
                all = machine.heap().join(all, data);
            }
        }
        List<Rows> rows = stacked.stream()
                .map(Data::rows)
                .filter(each -> !each.isNone())
                .distinct()
                .toList();
        Rows united = machine.rows().union(rows, span);
        machine.stacked(united, stacked);
        boolean repeated = isRepeated(stacked);
        Rows made = repeated ? machine.rows().duplicate(united, span) : united;
        boolean labels = !stacked.isEmpty() && stacked.stream().allMatch(each -> each.kind() == Gives.INDEX);
        return all.withKind(first.kind()).withRows(made).picking(labels ? picked(stacked, made) : Optional.empty());
    }

    /** Whether the same columns of the same rows, or the same positions, are there twice. */
    private static boolean isRepeated(List<Data> stacked) {
        for (int index = 1; index < stacked.size(); index++) {
            Data later = stacked.get(index);
            boolean again = stacked.subList(0, index).stream()
                    .anyMatch(data -> data.rows() == later.rows()
                            && data.picks().equals(later.picks())
                            && data.origins().equals(later.origins())
                            && data.columns().selected().equals(later.columns().selected()));
            if (again) {
                return true;
            }
        }
        return false;
    }

    /** What labels or positions that are put behind one another pick. */
    private static Optional<Condition> picked(List<Data> labels, Rows united) {
        if (!united.isNone()) {
            return Optional.of(Condition.those(united));
        }
        return isRepeated(labels)
                ? Optional.of(new Condition(
                        Condition.Step.REPEATED, "", 0, labels.get(0).picks()))
                : Optional.of(new Condition(Condition.Step.SUBSET, "", 0, Optional.empty()));
    }

    /** Side by side. */
    private Data beside(List<Value> members, Data first, Effect effect) {
        Data all = first;
        for (Value member : members) {
            Data data = machine.data(member);
            if (data.equals(first)) {
                continue;
            }
            boolean rows = !data.rows().isNone() && data.rows().kind() != Rows.Kind.GROUPED;
            Columns columns = rows && data.kind() != Gives.COLUMNS
                    ? all.columns().or(data.columns())
                    : all.columns()
                            .influenced(
                                    first.rows().isNone()
                                            ? data.influences()
                                            : Operators.used(data, Effects.use(effect.name())));
            all = all.withColumns(columns)
                    .withTags(Sets.without(data.tags(), Set.of(Tag.PER_COLUMN, Tag.SINGLE)))
                    .withScores(data.scores())
                    .withOrigins(members.size() == 1 ? all.origins() : Set.of());
        }
        return all;
    }
}
