package io.watertight.code.internal.interpret;

import io.watertight.code.fact.Split;
import io.watertight.code.knowledge.ClassEntry;
import io.watertight.code.knowledge.Gives;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Condition;
import io.watertight.code.value.Data;
import io.watertight.code.value.DictState;
import io.watertight.code.value.Estimator;
import io.watertight.code.value.ListState;
import io.watertight.code.value.Rows;
import io.watertight.code.value.Sets;
import io.watertight.code.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Deals rows into parts. */
final class Splits {

    private static final String FOLDS = "folds at ";

    private static final int MOST_PIECES = 12;

    /** A tensor is cut at positions, mostly inside a network. */
    private static final Set<String> TENSORS = Set.of("torch.split", "torch.chunk", "tensorflow.split");

    private final Machine machine;

    Splits(Machine machine) {
        this.machine = machine;
    }

    /** {@code train_test_split}: two parts of every argument, in turn. */
    Value trainTest(String name, Arguments arguments, Span span) {
        Set<String> keeps = new LinkedHashSet<>();
        arguments
                .get("stratify", -1)
                .filter(value -> !Constants.isNone(value))
                .ifPresent(value -> keeps.add("classes"));
        boolean array = name.startsWith("numpy.");
        boolean cut = array || TENSORS.contains(name);
        boolean inOrder = name.contains("temporal") || cut || name.startsWith("darts.");
        boolean shuffles = !inOrder && !arguments.isFalse("shuffle", -1);
        if (!shuffles) {
            keeps.add("order");
        }
        String simple = name.substring(name.lastIndexOf('.') + 1);
        String key = key(arguments, span);
        List<Value> given = cut
                ? arguments
                        .positional()
                        .subList(0, Math.min(1, arguments.positional().size()))
                : arguments.positional();
        int sides = array ? pieces(arguments, span) : 2;
        Value axis = arguments
                .get("axis", 2)
                .or(() -> Optional.ofNullable(arguments.named().get("dim")))
                .orElse(Constants.NONE);
        if (cut && (Constants.whole(axis).orElse(0) > 0 || Constants.isNegative(axis))) {
            return columnPieces(given, sides, span);
        }
        List<Value> parts = new ArrayList<>();
        List<Data> parents = new ArrayList<>();
        Rows known = given.stream()
                .map(value -> machine.data(value).rows())
                .filter(rows -> !rows.isNone())
                .findFirst()
                .orElse(machine.rows().none());
        for (Value value : given) {
            Data whole = machine.data(value);
            // What is split together has the same rows.
            Data data = whole.rows().isNone() && whole.picks().isEmpty() ? whole.foundIn(known) : whole;
            parents.add(data);
            for (int side = 0; side < sides; side++) {
                Rows rows = machine.rows().part(data.rows(), key, side, span);
                Data part = data.withRows(rows)
                        .withKind(data.kind() == Gives.SAME ? Gives.ARRAY : data.kind())
                        .picking(picks(data, key, side));
                parts.add(machine.make(part, span, "part " + parts.size()));
            }
        }
        machine.facts()
                .split(
                        span,
                        machine.path(),
                        id -> new Split(id, span, simple, key, parents, shuffles, keeps, false, Optional.empty()));
        return new Value.TupleValue(parts);
    }

    /** How many pieces {@code np.split} makes: as many as it is told, or one more than it is given positions. */
    private int pieces(Arguments arguments, Span span) {
        Optional<Value> where = arguments.get("indices_or_sections", 1);
        OptionalInt sections = where.map(Constants::whole).orElse(OptionalInt.empty());
        if (sections.isPresent()) {
            return Math.max(1, Math.min(MOST_PIECES, sections.getAsInt()));
        }
        return where.flatMap(positions -> Elements.of(machine, positions, span).known())
                .map(positions -> Math.min(MOST_PIECES, positions.size() + 1))
                .orElse(2);
    }

    /** Columns that are taken apart keep their rows. */
    private Value columnPieces(List<Value> given, int pieces, Span span) {
        List<Value> parts = new ArrayList<>();
        for (int piece = 0; piece < pieces; piece++) {
            for (Value value : given) {
                Data columns = machine.data(value);
                parts.add(machine.make(columns, span, "columns " + piece));
            }
        }
        return new Value.TupleValue(parts);
    }

    /** Positions and labels that are split pick the parts elsewhere. */
    private static Optional<Condition> picks(Data data, String key, int side) {
        if (data.kind() != Gives.INDEX && !data.rows().isNone()) {
            return Optional.empty();
        }
        Condition part = new Condition(Condition.Step.PART, key, side, Optional.empty());
        return Optional.of(data.picks()
                .filter(picks -> picks.step() == Condition.Step.PART)
                .map(first -> first.then(part))
                .orElse(part));
    }

    /** The same seed and shares deal the same rows alike, wherever the call stands. */
    private static String key(Arguments arguments, Span span) {
        Optional<Value> seed = Optional.ofNullable(arguments.named().get("random_state"));
        if (seed.isPresent() && seed.get() instanceof Value.Constant constant && !Constants.isNone(constant)) {
            StringBuilder key = new StringBuilder("split with seed " + Texts.literal(constant.literal()));
            for (String name : List.of("test_size", "train_size", "stratify")) {
                Value given = arguments.named().get(name);
                if (given instanceof Value.Constant size) {
                    key.append(' ').append(name).append(' ').append(Texts.literal(size.literal()));
                } else if (given != null) {
                    key.append(' ').append(name);
                }
            }
            return key.toString();
        }
        return at(span);
    }

    /** Spark's {@code randomSplit}. */
    Value random(Data data, Arguments arguments, Span span) {
        String key = at(span);
        int parts = arguments
                .first()
                .flatMap(weights -> Elements.of(machine, weights, span).known())
                .map(List::size)
                .orElse(2);
        List<Value> made = new ArrayList<>();
        for (int side = 0; side < parts; side++) {
            made.add(machine.make(
                    data.withRows(machine.rows().part(data.rows(), key, side, span)), span, "part " + side));
        }
        machine.facts()
                .split(
                        span,
                        machine.path(),
                        id -> new Split(
                                id, span, "randomSplit", key, List.of(data), true, Set.of(), false, Optional.empty()));
        return machine.make(new ListState(made, Optional.empty()), span);
    }

    /** The method {@code train_test_split} of a dataset: a dictionary of two parts. */
    Value dataset(Data data, Arguments arguments, Span span) {
        String key = key(arguments, span);
        Map<String, Value> parts = new LinkedHashMap<>();
        for (String side : List.of("train", "test")) {
            Rows rows = machine.rows().part(data.rows(), key, Sides.number(side), span);
            parts.put(side, machine.make(data.withRows(rows), span, side));
        }
        machine.facts()
                .split(
                        span,
                        machine.path(),
                        id -> new Split(
                                id,
                                span,
                                "train_test_split",
                                key,
                                List.of(data),
                                true,
                                Set.of(),
                                false,
                                Optional.empty()));
        return machine.make(new DictState(parts, Optional.empty()), span);
    }

    /** {@code random_split(dataset, lengths)}. */
    Value lengths(Data data, Arguments arguments, Span span) {
        Arguments rest = new Arguments(
                arguments.positional().size() > 1 ? arguments.positional().subList(1, 2) : List.of(), Map.of());
        return random(data, rest, span);
    }

    /** What a splitter's {@code split} goes through: pairs of positions. */
    Value folds(Estimator splitter, Arguments arguments, Span span) {
        List<Data> parents = arguments.all().stream().map(machine::data).toList();
        Optional<Data> groups = arguments
                .get("groups", 2)
                .filter(value -> !Constants.isNone(value))
                .map(machine::data);
        String key = folds(span);
        Set<String> keeps = machine.knowledge()
                .type(splitter.name())
                .map(known -> Sets.copy(known.keeps()))
                .orElse(Set.of());
        boolean random = shuffles(splitter);
        machine.facts()
                .split(
                        span,
                        machine.path(),
                        id -> new Split(id, span, splitter.simpleName(), key, parents, random, keeps, true, groups));
        List<Value> pair = new ArrayList<>();
        for (int side = 0; side < 2; side++) {
            Data positions = Data.of(Gives.INDEX, machine.rows().none())
                    .picking(Optional.of(new Condition(Condition.Step.PART, key, side, Optional.empty())));
            pair.add(machine.make(positions, span, "fold " + side));
        }
        return machine.make(new ListState(List.of(), Optional.of(new Value.TupleValue(pair))), span);
    }

    /** Whether a splitter deals rows at random. */
    boolean shuffles(Estimator splitter) {
        Optional<Boolean> wish =
                Optional.ofNullable(splitter.arguments().get("shuffle")).flatMap(Constants::truth);
        String shuffles = machine.knowledge()
                .type(splitter.name())
                .map(ClassEntry::shuffles)
                .orElse("never");
        return switch (shuffles) {
            case "always" -> true;
            case "request" -> wish.orElse(false);
            case "default" -> wish.orElse(true);
            default -> false;
        };
    }

    /** The key of the parts that a call deals, which no other call has. */
    static String at(Span span) {
        return "split at " + span.start();
    }

    /** The key of the folds that a call goes round. */
    static String folds(Span span) {
        return FOLDS + span.start();
    }

    /** Whether a key is that of folds. */
    static boolean areFolds(String key) {
        return key.startsWith(FOLDS);
    }
}
