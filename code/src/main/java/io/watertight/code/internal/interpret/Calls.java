package io.watertight.code.internal.interpret;

import io.watertight.code.fact.Model;
import io.watertight.code.knowledge.Effect;
import io.watertight.code.knowledge.EstimatorRole;
import io.watertight.code.knowledge.Gives;
import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Data;
import io.watertight.code.value.DictState;
import io.watertight.code.value.Estimator;
import io.watertight.code.value.HeapObject;
import io.watertight.code.value.InstanceState;
import io.watertight.code.value.ListState;
import io.watertight.code.value.Rows;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Follows calls, whatever is called. */
final class Calls {

    /** What is asked of something unknown that looks passages up. */
    private static final Set<String> RETRIEVES =
            Set.of("invoke", "retrieve", "similarity_search", "get_relevant_documents", "search", "query_points");

    /** Settings, by whatever way they come. */
    static final String SAID = "settings";

    /** What only a network is asked for. */
    static final Set<String> NETWORK_METHODS =
            Set.of("parameters", "named_parameters", "state_dict", "load_state_dict");

    /** Arguments that say which part of some data is wanted. */
    private static final Pattern PART = Pattern.compile(
            "(?i)train|test|valid|eval|^(split|mode|phase|part|partition|subset|flag|stage|set|set_name|fold)$");

    private static final Pattern MEASURE = Pattern.compile("(Loss|Criterion|Metric)$");

    private final Interpreter interpreter;
    private final Machine machine;
    private final BuiltinCalls builtins;
    private final LibraryCalls libraries;
    private final DataCalls data;
    private final EstimatorCalls estimators;
    private final ContainerCalls containers;
    private final AskCalls asks;
    private final LightningCalls lightning;
    private final Judgements judgements;

    Calls(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
        this.estimators = new EstimatorCalls(interpreter);
        this.libraries = new LibraryCalls(interpreter, estimators);
        this.builtins = new BuiltinCalls(interpreter);
        this.data = new DataCalls(interpreter);
        this.containers = new ContainerCalls(interpreter);
        this.asks = new AskCalls(machine);
        this.lightning = new LightningCalls(interpreter);
        this.judgements = new Judgements(machine);
    }

    EstimatorCalls estimators() {
        return estimators;
    }

    /** The kinds of receivers whose methods a kind of data has. */
    static List<String> kinds(Gives gives) {
        return switch (gives) {
            case FRAME -> List.of("frame");
            case SERIES -> List.of("series");
            case ARRAY, NUMBER -> List.of("array", "series");
            case GROUPED -> List.of("grouped");
            case WINDOW -> List.of("window");
            case EXPRESSION -> List.of("expression");
            case INDEX, COLUMNS -> List.of("index", "array");
            case TEXT -> List.of("text");
            case DATASET -> List.of("dataset");
            case LOADER -> List.of("loader", "dataset");
            case MODEL, NOTHING -> List.of();
            case SAME -> List.of("frame", "series", "array", "dataset");
        };
    }

    ContainerCalls containers() {
        return containers;
    }

    DataCalls data() {
        return data;
    }

    /** A call of a function of a library that is written otherwise: {@code np.r_[a, b]}. */
    Value library(String name, Arguments arguments, Span span) {
        return libraries.call(name, arguments, span);
    }

    Value call(Value callee, Arguments arguments, Expression.Call call, Frame frame) {
        Span span = call.span();
        if (!machine.goesOn(span)) {
            return new Value.Unknown("too much to follow");
        }
        if (callee instanceof Value.UserFunction function) {
            return interpreter.userCalls().call(function, arguments, span);
        }
        Optional<Effect> reader = Sources.ofSession(machine, call);
        if (reader.isPresent()) {
            return new Sources(machine).open(reader.get(), arguments, span);
        }
        if (callee instanceof Value.UserClass type) {
            return interpreter.userCalls().instantiate(type, arguments, span);
        }
        if (callee instanceof Value.Library library) {
            return library.name().startsWith("builtins.")
                    ? builtins.call(library.name().substring("builtins.".length()), arguments, call, frame)
                    : traded(library.name(), arguments, libraries.call(library.name(), arguments, span), span);
        }
        if (callee instanceof Value.Member member) {
            return member(member, arguments, call, frame);
        }
        if (callee instanceof Value.Partial partial) {
            List<Value> positional = new ArrayList<>(partial.positional());
            positional.addAll(arguments.positional());
            Map<String, Value> named = new LinkedHashMap<>(partial.named());
            named.putAll(arguments.named());
            return call(partial.function(), new Arguments(positional, named), call, frame);
        }
        if (callee instanceof Value.OneOf several) {
            return several.alternatives().stream()
                    .limit(3)
                    .map(each -> call(each, arguments, call, frame))
                    .reduce(machine.heap()::join)
                    .orElse(new Value.Unknown("a result"));
        }
        HeapObject state = machine.heap().object(callee).orElse(null);
        if (state instanceof InstanceState instance) {
            return applied(callee, instance, arguments, span);
        }
        if (state instanceof Estimator estimator && callee instanceof Value.Reference reference) {
            return asks.ask(new Value.Member(reference, "invoke"), arguments, span)
                    .or(() -> new PromptPrograms(machine).evaluate(estimator, arguments, span))
                    .orElseGet(() -> estimators.predictions().apply(reference, estimator, arguments, span));
        }
        if (callee instanceof Value.Unknown unread && unread.why().equals(Attributes.SIZE)) {
            return callee;
        }
        boolean retrieves = call.function() instanceof Expression.Attribute method && RETRIEVES.contains(method.name());
        // Passages that are found for a question are no cases, whatever was asked.
        return retrieves
                ? machine.make(Data.of(Gives.TEXT, machine.rows().none()), span, "passages")
                : unknown(Texts.of(call.function()), arguments, span);
    }

    /** {@code model(x)} of a class of the program. */
    private Value applied(Value callee, InstanceState instance, Arguments arguments, Span span) {
        Optional<Value> method = interpreter
                .userCalls()
                .member(instance.type(), "__call__")
                .or(() -> interpreter.userCalls().member(instance.type(), "forward"))
                .or(() -> interpreter.userCalls().member(instance.type(), "call"));
        Value base = instance.attributes().get(UserCalls.BASE);
        boolean network = base instanceof Value.Reference
                && machine.heap()
                        .estimator(base)
                        .filter(estimator -> estimator.role() == EstimatorRole.NETWORK)
                        .isPresent();
        Value result = method.isPresent() && method.get() instanceof Value.UserFunction function
                ? follow(network, function.boundTo(callee), arguments, span)
                : unknown(instance.type().name(), arguments, span);
        if (network && MEASURE.matcher(instance.type().name()).find()) {
            // A loss of the program's own extends the class that networks do.
            return machine.make(judgements.measured(instance.type().name(), arguments.all(), span), span);
        }
        return base instanceof Value.Reference reference
                        && machine.heap().estimator(base).isPresent()
                ? estimators
                        .predictions()
                        .apply(reference, machine.heap().estimator(base).get(), arguments, span)
                : result;
    }

    private Value follow(boolean network, Value.UserFunction function, Arguments arguments, Span span) {
        return network
                ? machine.forward(() -> interpreter.userCalls().call(function, arguments, span))
                : interpreter.userCalls().call(function, arguments, span);
    }

    private Value member(Value.Member member, Arguments arguments, Expression.Call call, Frame frame) {
        Span span = call.span();
        Value receiver = member.receiver();
        Optional<Value> answer = asks.ask(member, arguments, span);
        if (answer.isPresent()) {
            return answer.get();
        }
        if (member.name().equals("optimize")
                && arguments.get("func", 0).orElse(Constants.NONE) instanceof Value.UserFunction objective) {
            return interpreter.userCalls().tuned(objective, "optimize", span);
        }
        if (receiver instanceof Value.Member accessor) {
            return data.accessor(accessor, member.name(), arguments, span);
        }
        HeapObject state = machine.heap().object(receiver).orElse(null);
        if (receiver instanceof Value.Unknown unread && unread.why().startsWith(LibraryCalls.SETTINGS)) {
            // What was said on the command line is no data.
            return new Value.Unknown(member.name().startsWith("parse") ? SAID : unread.why());
        }
        if (state instanceof Data held && receiver instanceof Value.Reference reference) {
            if (isNetwork(held, member.name(), arguments)) {
                Estimator model = EstimatorCalls.unknown(named(call), span).as(EstimatorRole.NETWORK);
                machine.heap().set(reference, model);
                machine.facts().model(new Model(reference.id(), span, model.name(), Set.of(), machine.loops()));
                return estimators.call(reference, model, member.name(), arguments, span);
            }
            if (learnsSurely(held, member.name(), arguments)) {
                Estimator model = EstimatorCalls.unknown(named(call), span);
                machine.heap().set(reference, model);
                return estimators.call(reference, model, member.name(), arguments, span);
            }
            Value result = data.call(reference, held, member.name(), arguments, call, frame);
            return new Trading(machine).after(member.name(), held, arguments, result, span);
        }
        if (state instanceof Estimator estimator && receiver instanceof Value.Reference reference) {
            Optional<Arguments> rows = lightning.withRows(reference, estimator, member.name(), arguments, span);
            Estimator now = machine.heap().estimator(reference).orElse(estimator);
            return estimators.call(reference, now, member.name(), rows.orElse(arguments), span);
        }
        if (state instanceof InstanceState instance) {
            return new Strategies(interpreter)
                    .indicator(instance, member.name(), arguments, call, frame)
                    .orElseGet(() -> inherited(receiver, instance, member.name(), arguments, span));
        }
        if (state instanceof ListState || state instanceof DictState || receiver instanceof Value.TupleValue) {
            return containers.call(receiver, member.name(), arguments, span);
        }
        if (receiver instanceof Value.Constant) {
            // ' '.join(words): a text made from what it is given.
            return arguments
                    .first()
                    .filter(given -> machine.hasRows(given)
                            || !machine.data(given).influences().isEmpty())
                    .<Value>map(given -> machine.make(AskCalls.text(machine.data(given), span), span))
                    .orElse(new Value.Unknown("a text"));
        }
        return unknown(opened(call, frame), arguments, span);
    }

    /**
     * What a method of something unknown is called: by what is before it too, for two things hardly hold the same rows; and if that is known
     * to this call of the program's function alone, then each call has rows of its own.
     */
    private String opened(Expression.Call call, Frame frame) {
        String name = Texts.of(call.function());
        boolean own = frame.outer().isPresent()
                && Texts.names(call.function()).stream()
                        .anyMatch(each -> interpreter.frames().isOwn(frame, each));
        return own ? name + " on way " + machine.path() : name;
    }

    /** A function of numpy or pandas whose first argument is what methods have as their receiver. */
    private Value traded(String name, Arguments arguments, Value result, Span span) {
        new Strategies(interpreter).portfolio(name, arguments, span);
        boolean numeric = name.startsWith("numpy.") || name.startsWith("pandas.");
        String last = name.substring(name.lastIndexOf('.') + 1);
        if (!numeric || arguments.positional().isEmpty() || last.equals("where")) {
            return result;
        }
        Data first = machine.data(arguments.positional().get(0));
        Arguments rest = new Arguments(
                arguments.positional().subList(1, arguments.positional().size()), arguments.named());
        return new Trading(machine).after(last, first, rest, result, span);
    }

    /** What comes from code that was not read, and has weights or is put into a mode, is a network. */
    private static boolean isNetwork(Data receiver, String method, Arguments arguments) {
        boolean mode = arguments.all().isEmpty() && (method.equals("train") || method.equals("eval"));
        return (mode && receiver.is(Tag.ASSUMED) || NETWORK_METHODS.contains(method))
                && (receiver.kind() == Gives.SAME || receiver.kind() == Gives.NUMBER)
                && receiver.scores().isEmpty();
    }

    /** What comes from code that was not read, and is fitted on rows with their labels, is a model. */
    private boolean learnsSurely(Data receiver, String method, Arguments arguments) {
        return method.equals("fit")
                && receiver.kind() == Gives.SAME
                && receiver.is(Tag.ASSUMED)
                && arguments.all().stream().filter(machine::hasRows).limit(2).count() == 2;
    }

    /** The name that a receiver goes by. */
    private static String named(Expression.Call call) {
        return call.function() instanceof Expression.Attribute method && method.object() instanceof Expression.Name name
                ? name.id()
                : "the model";
    }

    /** A method that the program's class does not define: that of the library class it extends. */
    private Value inherited(Value self, InstanceState instance, String name, Arguments arguments, Span span) {
        Optional<Value> fit = interpreter.userCalls().member(instance.type(), "fit");
        Optional<Value> transform = interpreter.userCalls().member(instance.type(), "transform");
        if (name.equals("fit_transform")
                && fit.isPresent()
                && fit.get() instanceof Value.UserFunction first
                && transform.isPresent()
                && transform.get() instanceof Value.UserFunction second) {
            interpreter.userCalls().call(first.boundTo(self), arguments, span);
            List<Value> rows = arguments.positional().isEmpty()
                    ? arguments.all().subList(0, Math.min(1, arguments.all().size()))
                    : arguments.positional().subList(0, 1);
            return interpreter.userCalls().call(second.boundTo(self), new Arguments(rows, Map.of()), span);
        }
        Value base = instance.attributes().get(UserCalls.BASE);
        if (base instanceof Value.Reference reference
                && machine.heap().estimator(base).isPresent()) {
            Value result =
                    estimators.call(reference, machine.heap().estimator(base).get(), name, arguments, span);
            return result.equals(base) ? self : result;
        }
        return unknown(name, arguments, span);
    }

    /** What a call says of the rows it wants: {@code get_loader("data", train=False)}, {@code open_split(split="test")}. */
    private static List<String> words(Arguments arguments) {
        List<String> words = new ArrayList<>();
        for (Value value : arguments.positional()) {
            String setting = value instanceof Value.Member member ? member.name() : "";
            words.add(Constants.text(value).orElse(setting));
        }
        arguments.named().forEach((key, value) -> {
            if (PART.matcher(key).find()) {
                Constants.text(value)
                        .or(() -> Constants.truth(value).map(String::valueOf))
                        .ifPresent(word -> words.add(key + "=" + word));
            }
        });
        return words;
    }

    /**
     * A call of which nothing is known: its result has the rows that went in, and what influenced them. Without rows that went in it is a
     * source of its own.
     */
    Value unknown(String name, Arguments arguments, Span span) {
        List<Data> given = new ArrayList<>();
        for (Value value : arguments.all()) {
            Data data = machine.data(value);
            if (!data.rows().isNone()) {
                given.add(data);
            }
        }
        if (given.isEmpty()) {
            if (arguments.all().stream()
                    .anyMatch(value -> machine.heap().object(value).isPresent())) {
                return machine.make(
                        arguments.all().stream()
                                .map(machine::data)
                                .map(machine::number)
                                .reduce(machine.heap()::join)
                                .orElseThrow(),
                        span,
                        "unknown");
            }
            boolean unknown = arguments.positional().stream().anyMatch(Value.Unknown.class::isInstance);
            // Given what nobody knows, each way here has rows of its own.
            String words = name + words(arguments) + (unknown ? " on way " + machine.path() : "");
            return machine.make(
                    Data.of(Gives.SAME, machine.rows().root(words, span)).with(Tag.ASSUMED), span, "unknown");
        }
        Set<Rows> rows = new LinkedHashSet<>();
        given.forEach(data -> rows.add(data.rows()));
        Data all = given.stream().reduce(machine.heap()::join).orElseThrow();
        all = all.timed(Times.of(all));
        Rows united = rows.size() == 1 ? all.rows() : machine.rows().union(List.copyOf(rows), span);
        Value.Reference result = machine.make(
                all.withRows(united)
                        .withKind(rows.size() == 1 ? all.kind() : Gives.SAME)
                        .picking(Optional.empty())
                        .with(Tag.ASSUMED),
                span,
                "unknown");
        machine.arguments(result, given);
        return result;
    }
}
