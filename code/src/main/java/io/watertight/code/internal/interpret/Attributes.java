package io.watertight.code.internal.interpret;

import io.watertight.code.knowledge.Gives;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.ColumnState;
import io.watertight.code.value.Columns;
import io.watertight.code.value.Condition;
import io.watertight.code.value.Data;
import io.watertight.code.value.Estimator;
import io.watertight.code.value.HeapObject;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.InstanceState;
import io.watertight.code.value.Sets;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@code object.name} is. */
final class Attributes {

    /** Of a dataset that comes in parts. */
    private static final Set<String> PARTS = Set.of("train", "test", "dev", "valid", "validation", "val");

    private static final Set<String> INDEXERS = Set.of("loc", "iloc", "ix", "at", "iat");
    private static final Set<String> ACCESSORS =
            Set.of("str", "dt", "cat", "sparse", "plot", "style", "list", "struct");
    private static final Set<String> SAME = Set.of("values", "array", "data", "real", "flat", "target", "features");
    private static final Set<String> SHAPES = Set.of("shape", "size", "ndim", "dtypes", "dtype", "empty", "nbytes");

    /** What a shape is made of; also where a library has a method of that name: {@code x.size(0)}. */
    static final String SIZE = "a size";

    /** The member of an object that stands for {@code super()}. */
    static final String SUPER = "super()";

    private final Interpreter interpreter;
    /** What an estimator says of each column, or which columns it keeps. */
    private static final Set<String> PER_COLUMN = Set.of(
            "coef_",
            "coefs_",
            "support_",
            "support_weak_",
            "ranking_",
            "scores_",
            "pvalues_",
            "pvalues",
            "tvalues",
            "k_feature_names_",
            "k_feature_idx_",
            "features_to_drop_",
            "selected_features_",
            "best_subset_");

    private final Machine machine;

    Attributes(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    Value get(Value object, String name, Span span) {
        if (object instanceof Value.Library library) {
            return new Value.Library(library.name() + "." + name);
        }
        if (object instanceof Value.LocalModule module) {
            return interpreter
                    .frames()
                    .find(interpreter.frames().frame(module.frame()), name)
                    .orElse(new Value.Unknown(module.name() + "." + name));
        }
        if (object instanceof Value.OneOf several) {
            return several.alternatives().stream()
                    .map(each -> get(each, name, span))
                    .reduce(machine.heap()::join)
                    .orElse(new Value.Unknown(name));
        }
        if (object instanceof Value.UserClass type) {
            return interpreter.userCalls().bound(type, type, name, span).orElse(new Value.Unknown(name));
        }
        if (object instanceof Value.Member member
                && member.name().equals(SUPER)
                && machine.heap().object(member.receiver()).orElse(null) instanceof InstanceState instance) {
            return inherited(member.receiver(), instance, name, span);
        }
        if (object instanceof Value.Member accessor && ACCESSORS.contains(accessor.name())) {
            return behind(accessor, name, span);
        }
        HeapObject state = machine.heap().object(object).orElse(null);
        if (state instanceof InstanceState instance) {
            return instance(object, instance, name, span);
        }
        if (state instanceof Data data) {
            return data(object, data, name, span);
        }
        if (state instanceof Estimator estimator) {
            return estimator(object, estimator, name, span);
        }
        return new Value.Member(object, name);
    }

    /** {@code df.a.cat.codes} is a column of codes; any other name behind an accessor may be called. */
    private Value behind(Value.Member accessor, String name, Span span) {
        Data data = machine.data(accessor.receiver());
        if (!accessor.name().equals("cat")
                || !name.equals("codes")
                || data.rows().isNone()) {
            return new Value.Member(accessor, name);
        }
        Influence codes = new Effects(machine).influence(InfluenceKind.ENCODE, data, name, span, false);
        return machine.make(data.influenced(Set.of(codes)), span);
    }

    /** {@code super().name}: inherited from a class of the program, else from the library's part of the object. */
    private Value inherited(Value self, InstanceState instance, String name, Span span) {
        Value library = instance.attributes().get(UserCalls.BASE);
        return interpreter
                .userCalls()
                .inherited(self, instance.type(), name, span)
                .orElseGet(() -> library == null ? new Value.Unknown(name) : get(library, name, span));
    }

    private Value instance(Value object, InstanceState instance, String name, Span span) {
        Value own = instance.attributes().get(name);
        if (own != null) {
            return own;
        }
        return interpreter
                .userCalls()
                .bound(object, instance.type(), name, span)
                .or(() -> new Strategies(interpreter).attribute(instance, name, span))
                .orElse(new Value.Member(object, name));
    }

    private Value data(Value object, Data data, String name, Span span) {
        if (INDEXERS.contains(name) || ACCESSORS.contains(name)) {
            return new Value.Member(object, name);
        }
        if (data.kind() == Gives.DATASET && PARTS.contains(name)) {
            int side = Sides.of(name).map(Sides::number).orElse(0);
            return machine.make(data.withRows(machine.rows().part(data.rows(), "named parts", side, span)), span);
        }
        if (data.is(Tag.PROMPT)) {
            return AskCalls.ANSWERS.contains(name) ? object : new Value.Member(object, name);
        }
        if (name.equals("T")) {
            Data turned = data.is(Tag.TRANSPOSED) ? data.without(Tag.TRANSPOSED) : data.with(Tag.TRANSPOSED);
            return machine.make(turned, span);
        }
        if (SAME.contains(name) && (data.kind() != Gives.FRAME || name.equals("values"))) {
            return machine.make(data.withKind(data.is(Tag.PROMPT) ? data.kind() : Gives.ARRAY), span);
        }
        if (name.equals("shape") && !data.rows().isNone()) {
            return new Value.TupleValue(List.of(new Value.Count(data.rows().id()), new Value.Unknown(SIZE)));
        }
        if (SHAPES.contains(name)) {
            return new Value.Unknown(SIZE);
        }
        if (name.equals("index")) {
            return data.is(Tag.PER_COLUMN) && data.rows().isNone()
                    ? columns(data, span)
                    : machine.make(index(data), span);
        }
        if (name.equals("columns") || name.equals("feature_names")) {
            return columns(data, span);
        }
        boolean method = Calls.kinds(data.kind()).stream()
                .anyMatch(kind -> machine.knowledge().method(kind, name).isPresent());
        if (method || data.kind() != Gives.FRAME && data.kind() != Gives.SAME && data.kind() != Gives.GROUPED) {
            return new Value.Member(object, name);
        }
        if (data.kind() == Gives.SAME && isMethodName(name)) {
            return new Value.Member(object, name);
        }
        return column(machine, data, name, span);
    }

    private static boolean isMethodName(String name) {
        return Calls.NETWORK_METHODS.contains(name)
                || Set.of(
                                "fit",
                                "predict",
                                "transform",
                                "fit_transform",
                                "score",
                                "split",
                                "append",
                                "extend",
                                "items",
                                "evaluate",
                                "predict_proba",
                                "compile",
                                "backward",
                                "step",
                                "train",
                                "eval",
                                "to",
                                "cuda")
                        .contains(name);
    }

    /** One column of a frame. */
    static Value column(Machine machine, Data frame, String name, Span span) {
        ColumnState state = frame.columns().column(name);
        Columns columns = new Columns(Map.of(), Set.of(), Optional.of(Set.of(name)), state.influences());
        Data column = new Data(
                frame.kind() == Gives.GROUPED || frame.kind() == Gives.WINDOW ? frame.kind() : Gives.SERIES,
                frame.rows(),
                columns,
                state.origins(),
                Sets.without(
                        frame.tags(),
                        frame.rows().isNone()
                                ? Set.of(Tag.CHOSEN_COLUMNS)
                                : Set.of(Tag.PER_COLUMN, Tag.CHOSEN_COLUMNS)),
                Optional.empty(),
                frame.scores(),
                Times.ofColumn(frame, name));
        return machine.make(predicted(column, state), span, "column " + name);
    }

    /** A column that holds predictions. */
    static Data predicted(Data column, ColumnState state) {
        return state.scores().isEmpty()
                ? column
                : column.withScores(state.scores()).with(Tag.PREDICTED);
    }

    /** The labels of rows: they pick those rows elsewhere. */
    static Data index(Data data) {
        return new Data(
                Gives.INDEX,
                data.rows(),
                new Columns(Map.of(), Set.of(), Optional.empty(), Times.general(data.influences(), data)),
                Set.of(),
                data.tags(),
                Optional.of(
                        data.picks().filter(picks -> data.kind() == Gives.INDEX).orElse(Condition.those(data.rows()))),
                Set.of());
    }

    /** Names of columns: those that are known, one by one, else what chose them. */
    private Value columns(Data data, Span span) {
        if (data.is(Tag.PER_COLUMN) && !data.columns().allInfluences().isEmpty()) {
            return machine.make(
                    Data.of(Gives.COLUMNS, machine.rows().none())
                            .influenced(Operators.used(data, InfluenceKind.SELECT)),
                    span);
        }
        Data names = Data.of(Gives.COLUMNS, machine.rows().none());
        Optional<Set<String>> known = data.columns().selected();
        return machine.make(known.isPresent() ? names.withColumns(Columns.ALL.only(known.get())) : names, span);
    }

    private Value estimator(Value object, Estimator estimator, String name, Span span) {
        if (name.equals("best_estimator_") || name.equals("estimator_")) {
            return estimator.steps().isEmpty()
                    ? object
                    : inner(estimator, machine.estimator(estimator.steps().get(0)), span);
        }
        if (Set.of("best_score_", "best_params_", "best_index_", "cv_results_").contains(name)
                && !estimator.fits().isEmpty()) {
            return new Judgements(machine).found(estimator, name, span);
        }
        if (name.endsWith("_importances_") || PER_COLUMN.contains(name)) {
            return machine.make(perColumn(machine, estimator, span), span);
        }
        return new Value.Member(object, name);
    }

    /** The one that a search kept: fitted as the search was. */
    private Value inner(Estimator search, Optional<Estimator> inside, Span span) {
        Estimator kept = inside.orElse(search).having(search.learnt(), search.fits());
        return machine.make(kept, span);
    }

    /** One number a column, learnt from the rows of the fits: whoever chooses columns by it has looked at those rows. */
    static Data perColumn(Machine machine, Estimator estimator, Span span) {
        Data numbers = Data.of(Gives.COLUMNS, machine.rows().none()).with(Tag.PER_COLUMN);
        Set<Influence> chosen = new LinkedHashSet<>();
        for (int fit : estimator.fits()) {
            chosen.add(new Influence(
                    InfluenceKind.SELECT,
                    span,
                    machine.facts().fit(fit).features().rows(),
                    estimator.simpleName(),
                    Set.of(),
                    true));
        }
        chosen.addAll(estimator.learnt());
        return numbers.influenced(chosen);
    }
}
