package io.watertight.code.internal.interpret;

import io.watertight.code.fact.Loop;
import io.watertight.code.knowledge.EstimatorRole;
import io.watertight.code.knowledge.Gives;
import io.watertight.code.syntax.Argument;
import io.watertight.code.syntax.Parameters;
import io.watertight.code.syntax.Span;
import io.watertight.code.syntax.Statement;
import io.watertight.code.value.Data;
import io.watertight.code.value.DictState;
import io.watertight.code.value.InstanceState;
import io.watertight.code.value.ListState;
import io.watertight.code.value.RowSets;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls of the program's own functions and classes, each followed at its call. */
final class UserCalls {

    /** The attribute of an instance that stands for the library class it extends. */
    static final String BASE = "the library's part";

    private static final Set<String> SETTINGS = Set.of(
            "args",
            "arg",
            "opt",
            "opts",
            "options",
            "config",
            "configs",
            "cfg",
            "conf",
            "hparams",
            "hp",
            "hyperparameters",
            "flags",
            "settings",
            "namespace");

    private record Defined(Value.UserFunction function, Span span) {}

    private final Interpreter interpreter;
    private final Machine machine;
    private final List<Defined> functions = new ArrayList<>();
    private final List<Value.UserClass> classes = new ArrayList<>();
    private final Set<List<Statement>> followed = new HashSet<>();
    private final Deque<List<Statement>> running = new ArrayDeque<>();

    UserCalls(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    Value define(Statement.FunctionDefinition definition, Frame frame) {
        Value.UserFunction function = function(definition, frame.id());
        functions.add(new Defined(function, definition.span()));
        return function;
    }

    private static Value.UserFunction function(Statement.FunctionDefinition definition, int frame) {
        return new Value.UserFunction(
                definition.name(), definition.parameters(), definition.body(), frame, Optional.empty());
    }

    Value define(Statement.ClassDefinition definition, Frame frame) {
        List<Value> bases = new ArrayList<>();
        for (Argument base : definition.bases()) {
            bases.add(interpreter.expressions().value(base.value(), frame));
        }
        Value.UserClass type =
                new Value.UserClass(definition.name(), definition.body(), frame.id(), bases, definition.decorators());
        classes.add(type);
        return type;
    }

    /** A method or attribute of a class, its own or inherited from the program's classes. */
    Optional<Value> member(Value.UserClass type, String name) {
        for (Statement statement : type.body()) {
            if (statement instanceof Statement.FunctionDefinition function
                    && function.name().equals(name)) {
                return Optional.of(function(function, type.frame()));
            }
            if (statement instanceof Statement.Assign assign
                    && assign.targets().size() == 1
                    && Texts.of(assign.targets().get(0)).equals(name)) {
                return Optional.of(interpreter
                        .expressions()
                        .value(assign.value(), interpreter.frames().frame(type.frame())));
            }
        }
        for (Value base : type.bases()) {
            if (base instanceof Value.UserClass parent) {
                Optional<Value> inherited = member(parent, name);
                if (inherited.isPresent()) {
                    return inherited;
                }
            }
        }
        return Optional.empty();
    }

    /** A member as an object, or the class itself, gives it: bound, or for a property its value. */
    Optional<Value> bound(Value object, Value.UserClass type, String name, Span span) {
        return member(type, name).map(member -> bound(object, type, member, decorators(type, name), span));
    }

    private Value bound(Value object, Value.UserClass type, Value member, List<String> decorators, Span span) {
        if (!(member instanceof Value.UserFunction function) || decorators.contains("staticmethod")) {
            return member;
        }
        if (decorators.contains("classmethod")) {
            return function.boundTo(type);
        }
        if (object instanceof Value.UserClass) {
            return member;
        }
        boolean property = decorators.stream().anyMatch(each -> each.matches("(.*\\.)?(cached_)?property"));
        return property ? call(function.boundTo(object), Arguments.NONE, span) : function.boundTo(object);
    }

    private static List<String> decorators(Value.UserClass type, String name) {
        for (Statement statement : type.body()) {
            if (statement instanceof Statement.FunctionDefinition function
                    && function.name().equals(name)) {
                return function.decorators().stream().map(Texts::of).toList();
            }
        }
        return type.bases().stream()
                .filter(Value.UserClass.class::isInstance)
                .map(base -> decorators((Value.UserClass) base, name))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** What {@code super()} gives: a member that the class of the running method inherits. */
    Optional<Value> inherited(Value object, Value.UserClass type, String name, Span span) {
        Value.UserClass owner = owner(type).orElse(type);
        return owner.bases().stream()
                .filter(Value.UserClass.class::isInstance)
                .flatMap(base -> bound(object, (Value.UserClass) base, name, span).stream())
                .findFirst();
    }

    private Optional<Value.UserClass> owner(Value.UserClass type) {
        boolean here = type.body().stream()
                .anyMatch(statement -> statement instanceof Statement.FunctionDefinition function
                        && function.body() == running.peek());
        return here
                ? Optional.of(type)
                : type.bases().stream()
                        .filter(Value.UserClass.class::isInstance)
                        .flatMap(base -> owner((Value.UserClass) base).stream())
                        .findFirst();
    }

    Value call(Value.UserFunction function, Arguments arguments, Span span) {
        followed.add(function.body());
        boolean again = running.stream().anyMatch(body -> body == function.body());
        if (again || running.size() >= Machine.DEEPEST) {
            if (!again) {
                machine.facts().lost(span, "calls inside calls are followed " + Machine.DEEPEST + " deep");
            }
            return interpreter.calls().unknown(function.name(), arguments, span);
        }
        Frame frame =
                interpreter.frames().open(Optional.of(interpreter.frames().frame(function.frame())), function.name());
        running.push(function.body());
        try {
            machine.within(span, -1, () -> {
                bind(function, arguments, frame, span);
                interpreter.statements().run(function.body(), frame);
            });
        } finally {
            running.pop();
        }
        return frame.returned().stream().reduce(machine.heap()::join).orElse(Constants.NONE);
    }

    /** A search calls a function with one setting after another and keeps the best. */
    Value tuned(Value.UserFunction objective, String name, Span span) {
        List<Value> results = new ArrayList<>();
        machine.withinLoop(new Loop(span, -1, false), () -> results.add(call(objective, Arguments.NONE, span)));
        Data result = machine.data(results.get(0));
        new Judgements(machine).best(name + " keeps the best", result.scores(), span);
        return machine.make(machine.number(result), span, "best");
    }

    private void bind(Value.UserFunction function, Arguments arguments, Frame frame, Span span) {
        List<Value> positional = new ArrayList<>(arguments.positional());
        function.self().ifPresent(self -> positional.add(0, self));
        Map<String, Value> named = new LinkedHashMap<>(arguments.named());
        Parameters parameters = function.parameters();
        int next = 0;
        for (Parameters.Parameter parameter : parameters.positional()) {
            Value given = next < positional.size() ? positional.get(next) : named.remove(parameter.name());
            next++;
            set(parameter, given, function, frame, span);
        }
        for (Parameters.Parameter parameter : parameters.keywordOnly()) {
            set(parameter, named.remove(parameter.name()), function, frame, span);
        }
        int taken = Math.min(next, positional.size());
        parameters
                .rest()
                .ifPresent(name -> interpreter
                        .frames()
                        .set(
                                frame,
                                name,
                                machine.make(
                                        new ListState(positional.subList(taken, positional.size()), Optional.empty()),
                                        span,
                                        "*" + name)));
        parameters
                .keywordRest()
                .ifPresent(name -> interpreter
                        .frames()
                        .set(frame, name, machine.make(new DictState(named, Optional.empty()), span, "**" + name)));
    }

    private void set(
            Parameters.Parameter parameter,
            @Nullable Value given,
            Value.UserFunction function,
            Frame frame,
            Span span) {
        Value value = given;
        if (value == null) {
            value = parameter
                    .fallback()
                    .map(fallback -> interpreter
                            .expressions()
                            .value(fallback, interpreter.frames().frame(function.frame())))
                    .orElseGet(() -> parameter(parameter.name(), function.name(), span));
        }
        interpreter.frames().set(frame, parameter.name(), value);
    }

    /** A parameter of a function that nobody calls: data of its own, unless it goes by a name that everybody gives to settings. */
    private Value parameter(String name, String function, Span span) {
        if (SETTINGS.contains(name)) {
            return new Value.Unknown(Calls.SAID);
        }
        return machine.make(
                Data.of(Gives.SAME, machine.rows().root(RowSets.parameter(function, name), span))
                        .with(Tag.ASSUMED),
                span,
                name);
    }

    Value instantiate(Value.UserClass type, Arguments arguments, Span span) {
        followed.add(type.body());
        Map<String, Value> attributes = new LinkedHashMap<>();
        libraryBase(type).ifPresent(base -> {
            Value.Reference part =
                    interpreter.calls().estimators().constructions().construct(base, Arguments.NONE, span);
            attributes.put(BASE, part);
        });
        Value.Reference self = machine.make(new InstanceState(type, attributes), span, type.name());
        Optional<Value> begins = member(type, "__init__");
        if (begins.isPresent() && begins.get() instanceof Value.UserFunction function) {
            call(function.boundTo(self), arguments, span);
        } else {
            fields(type, self, arguments);
        }
        return self;
    }

    /** A class without a constructor of its own, such as a data class: arguments are its fields, in their order. */
    private void fields(Value.UserClass type, Value.Reference self, Arguments arguments) {
        machine.heap().object(self).filter(InstanceState.class::isInstance).ifPresent(state -> {
            Map<String, Value> all = new LinkedHashMap<>(((InstanceState) state).attributes());
            List<String> names = fields(type);
            for (int index = 0;
                    index < Math.min(names.size(), arguments.positional().size());
                    index++) {
                all.put(names.get(index), arguments.positional().get(index));
            }
            all.putAll(arguments.named());
            machine.heap().set(self, new InstanceState(type, all));
        });
    }

    private static List<String> fields(Value.UserClass type) {
        List<String> names = new ArrayList<>();
        for (Value base : type.bases()) {
            if (base instanceof Value.UserClass parent) {
                names.addAll(fields(parent));
            }
        }
        for (Statement statement : type.body()) {
            if (statement instanceof Statement.AnnotatedAssign field && !names.contains(Texts.of(field.target()))) {
                names.add(Texts.of(field.target()));
            }
        }
        return names;
    }

    /** The library class that a class extends, if it is one that learns. */
    private Optional<String> libraryBase(Value.UserClass type) {
        for (Value base : type.bases()) {
            if (base instanceof Value.Library library
                    && machine.knowledge()
                            .type(library.name())
                            .filter(entry -> entry.role() != EstimatorRole.DATA)
                            .isPresent()) {
                return Optional.of(library.name());
            }
            if (base instanceof Value.UserClass parent) {
                Optional<String> inherited = libraryBase(parent);
                if (inherited.isPresent()) {
                    return inherited;
                }
            }
        }
        return Optional.empty();
    }

    /** Functions and classes that the program defines and does not use: a library for others. */
    void followUncalled() {
        for (int index = 0; index < functions.size(); index++) {
            Defined defined = functions.get(index);
            if (!followed.contains(defined.function.body()) && machine.goesOn(defined.span)) {
                call(defined.function, Arguments.NONE, defined.span);
            }
        }
        for (int index = 0; index < classes.size(); index++) {
            Value.UserClass type = classes.get(index);
            if (!followed.contains(type.body()) && !type.body().isEmpty()) {
                Span span = type.body().get(0).span();
                methods(type, instantiate(type, Arguments.NONE, span), span);
            }
        }
    }

    private void methods(Value.UserClass type, Value self, Span span) {
        new Strategies(interpreter).follow(type, self, span);
        for (Statement statement : type.body()) {
            if (statement instanceof Statement.FunctionDefinition method
                    && !followed.contains(method.body())
                    && machine.goesOn(span)) {
                call(function(method, type.frame()).boundTo(self), Arguments.NONE, method.span());
            }
        }
    }
}
