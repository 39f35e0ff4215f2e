package io.watertight.code.internal.interpret;

import io.watertight.code.fact.Decision;
import io.watertight.code.fact.Loop;
import io.watertight.code.syntax.Context;
import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Handler;
import io.watertight.code.syntax.Imported;
import io.watertight.code.syntax.MatchCase;
import io.watertight.code.syntax.Statement;
import io.watertight.code.value.Data;
import io.watertight.code.value.InstanceState;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Follows statements. */
final class Statements {

    private static final Pattern LOADS = Pattern.compile(
            "(^|\\.)(load_model|load_weights|load_from_checkpoint)$|^(torch|joblib|pickle|dill)\\.loads?$");

    private final Interpreter interpreter;
    private final Machine machine;
    private final Function<String, Optional<List<Statement>>> modules;
    private final Map<String, Value> loaded = new HashMap<>();

    Statements(Interpreter interpreter, Function<String, Optional<List<Statement>>> modules) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
        this.modules = modules;
    }

    Completion run(List<Statement> body, Frame frame) {
        for (Statement statement : body) {
            if (!machine.goesOn(statement.span())) {
                return Completion.NORMAL;
            }
            Completion completion = run(statement, frame);
            if (!completion.isNormal()) {
                return completion;
            }
        }
        return Completion.NORMAL;
    }

    private Completion run(Statement statement, Frame frame) {
        if (statement instanceof Statement.Evaluate evaluate) {
            value(evaluate.value(), frame);
        } else if (statement instanceof Statement.Assign assign) {
            Value value = value(assign.value(), frame);
            if (isLoadedAgain(assign, frame)) {
                return Completion.NORMAL;
            }
            assign.targets().forEach(target -> interpreter.assignments().assign(target, value, frame));
        } else if (statement instanceof Statement.AugmentedAssign augmented) {
            interpreter.assignments().augment(augmented, frame);
        } else if (statement instanceof Statement.AnnotatedAssign annotated) {
            annotated
                    .value()
                    .ifPresent(
                            value -> interpreter.assignments().assign(annotated.target(), value(value, frame), frame));
        } else if (statement instanceof Statement.If choice) {
            return branch(choice, frame);
        } else if (statement instanceof Statement.For loop) {
            return loop(loop, frame);
        } else if (statement instanceof Statement.While loop) {
            value(loop.test(), frame);
            return again(loop, false, () -> run(loop.body(), frame));
        } else if (statement instanceof Statement.With with) {
            return with(with, frame);
        } else if (statement instanceof Statement.Try attempt) {
            return attempt(attempt, frame);
        } else if (statement instanceof Statement.Match match) {
            return match(match, frame);
        } else if (statement instanceof Statement.Return back) {
            frame.returned().add(back.value().map(value -> value(value, frame)).orElse(Constants.NONE));
            return Completion.RETURN;
        } else if (statement instanceof Statement.Raise) {
            return Completion.RAISE;
        } else if (statement instanceof Statement.Break) {
            return Completion.BREAK;
        } else if (statement instanceof Statement.Continue) {
            return Completion.CONTINUE;
        } else {
            define(statement, frame);
        }
        return Completion.NORMAL;
    }

    private void define(Statement statement, Frame frame) {
        if (statement instanceof Statement.FunctionDefinition function) {
            interpreter
                    .frames()
                    .set(frame, function.name(), interpreter.userCalls().define(function, frame));
        } else if (statement instanceof Statement.ClassDefinition type) {
            interpreter.frames().set(frame, type.name(), interpreter.userCalls().define(type, frame));
        } else if (statement instanceof Statement.Import imported) {
            imported.names().forEach(name -> imports(name, frame));
        } else if (statement instanceof Statement.ImportFrom imported) {
            importsFrom(imported, frame);
        } else if (statement instanceof Statement.Scope scope) {
            (scope.global() ? frame.globals() : frame.nonlocals()).addAll(scope.names());
        } else if (statement instanceof Statement.Delete delete) {
            delete.targets().forEach(target -> interpreter.assignments().delete(target, frame));
        } else if (statement instanceof Statement.Assert claim) {
            value(claim.test(), frame);
        }
    }

    private Value value(Expression expression, Frame frame) {
        return interpreter.expressions().value(expression, frame);
    }

    /** {@code model = torch.load(path)} where there is a model of that name already: the one that was saved before. */
    private boolean isLoadedAgain(Statement.Assign assign, Frame frame) {
        return assign.value() instanceof Expression.Call call
                && LOADS.matcher(Texts.of(call.function())).find()
                && assign.targets().size() == 1
                && assign.targets().get(0) instanceof Expression.Name name
                && interpreter
                        .frames()
                        .find(frame, name.id())
                        .filter(this::isModel)
                        .isPresent();
    }

    private boolean isModel(Value value) {
        return machine.estimator(value).isPresent()
                || machine.heap().object(value).orElse(null) instanceof InstanceState instance
                        && instance.attributes().containsKey(UserCalls.BASE);
    }

    private Completion branch(Statement.If choice, Frame frame) {
        Value test = value(choice.test(), frame);
        Data judged = machine.data(test);
        machine.judged(judged);
        new Strategies(interpreter).decided(judged, choice);
        if (!judged.scores().isEmpty() && judged.is(Tag.SCORE) && !isEquality(choice.test())) {
            machine.facts()
                    .decision(
                            choice.span(),
                            id -> new Decision(
                                    id,
                                    choice.test().span(),
                                    Decision.Kind.BRANCH,
                                    "a branch taken by a score",
                                    judged.scores(),
                                    machine.loops()));
        }
        Optional<Boolean> truth = Constants.truth(test);
        if (truth.isPresent()) {
            if (isFlag(choice.test()) && frame.module() == frame) {
                // Somebody sets the flag otherwise: what is done then is looked at, and changes nothing.
                Heap.Mark mark = machine.heap().mark();
                run(truth.get() ? choice.otherwise() : choice.body(), frame);
                machine.heap().undoTo(mark);
            }
            return run(truth.get() ? choice.body() : choice.otherwise(), frame);
        }
        return machine.controlled(
                judged.influences(),
                () -> either(() -> run(choice.body(), frame), () -> run(choice.otherwise(), frame)));
    }

    /** Whether two things are asked to be the same, as an answer and a label are when hits are counted: whoever chooses asks which is more. */
    private static boolean isEquality(Expression test) {
        if (test instanceof Expression.Logical several) {
            return several.operands().stream().allMatch(Statements::isEquality);
        }
        return test instanceof Expression.Comparison comparison
                && comparison.operators().stream()
                        .noneMatch(operator -> operator.startsWith("<") || operator.startsWith(">"));
    }

    /** A name that is set to true or false higher up in the file, and is not what Python sets. */
    private static boolean isFlag(Expression test) {
        Expression asked =
                test instanceof Expression.Unary unary && unary.operator().equals("not") ? unary.operand() : test;
        return asked instanceof Expression.Name name && !name.id().startsWith("__");
    }

    /** Two ways, one of which is taken. */
    private Completion either(Supplier<Completion> one, Supplier<Completion> other) {
        Heap heap = machine.heap();
        Heap.Mark mark = heap.mark();
        Completion first = one.get();
        Heap.Changes firstChanges = heap.undoTo(mark);
        Completion second = other.get();
        if (second == Completion.RAISE && first != Completion.RAISE) {
            heap.undoTo(mark);
            heap.apply(firstChanges);
            return first;
        }
        if (first == Completion.RAISE) {
            return second;
        }
        Heap.Changes secondChanges = heap.undoTo(mark);
        boolean firstLeaves = first == Completion.RETURN;
        boolean secondLeaves = second == Completion.RETURN;
        if (firstLeaves == secondLeaves) {
            heap.applyEither(firstChanges, secondChanges);
            return first == second ? first : Completion.NORMAL;
        }
        heap.apply(firstLeaves ? secondChanges : firstChanges);
        heap.applyObjects(firstLeaves ? firstChanges : secondChanges);
        return firstLeaves ? second : first;
    }

    private Completion loop(Statement.For loop, Frame frame) {
        Value over = value(loop.iterable(), frame);
        Elements elements = Elements.of(machine, over, loop.iterable().span());
        if (elements.known().isPresent()
                && machine.mayUnroll(elements.known().get().size())) {
            return rounds(loop, elements.known().get(), frame);
        }
        Completion completion = again(loop, isFolds(elements.any()), () -> {
            interpreter.assignments().assign(loop.target(), elements.any(), frame);
            return run(loop.body(), frame);
        });
        return completion == Completion.RETURN ? completion : run(loop.otherwise(), frame);
    }

    boolean isFolds(Value element) {
        return machine.data(element)
                        .picks()
                        .map(picks -> Splits.areFolds(picks.key()))
                        .orElse(false)
                || element instanceof Value.TupleValue tuple
                        && tuple.elements().stream().anyMatch(this::isFolds);
    }

    private Completion rounds(Statement.For loop, List<Value> elements, Frame frame) {
        Completion[] completion = {Completion.NORMAL};
        machine.unrolling(elements.size(), () -> completion[0] = eachRound(loop, elements, frame));
        return completion[0];
    }

    private Completion eachRound(Statement.For loop, List<Value> elements, Frame frame) {
        for (int round = 0; round < elements.size(); round++) {
            Value element = elements.get(round);
            Completion[] completion = {Completion.NORMAL};
            machine.withinLoop(new Loop(loop.span(), round, isFolds(element)), () -> {
                interpreter.assignments().assign(loop.target(), element, frame);
                completion[0] = run(loop.body(), frame);
            });
            if (completion[0] == Completion.BREAK) {
                return Completion.NORMAL;
            }
            if (!completion[0].staysInLoop()) {
                return completion[0];
            }
        }
        return run(loop.otherwise(), frame);
    }

    /** A body that is run any number of times: none (but there are always folds), once, or on what an earlier round left. */
    private Completion again(Statement loop, boolean folds, Supplier<Completion> body) {
        Completion[] completion = {Completion.NORMAL};
        // Inside another such loop once is enough: the outer one comes round again.
        int passes = machine.loops().stream().anyMatch(outer -> outer.round() < 0) ? 1 : 2;
        for (int pass = 0; pass < passes; pass++) {
            machine.withinLoop(new Loop(loop.span(), -1, folds), () -> {
                if (folds) {
                    completion[0] = body.get();
                    return;
                }
                Heap.Mark mark = machine.heap().mark();
                completion[0] = body.get();
                Heap.Changes changes = machine.heap().undoTo(mark);
                machine.heap().applyEither(changes, Heap.Changes.NONE);
            });
            if (completion[0] == Completion.RETURN) {
                return Completion.NORMAL;
            }
        }
        return Completion.NORMAL;
    }

    private Completion with(Statement.With with, Frame frame) {
        for (Context context : with.contexts()) {
            Value value = value(context.value(), frame);
            context.target().ifPresent(target -> interpreter.assignments().assign(target, value, frame));
        }
        return run(with.body(), frame);
    }

    private Completion attempt(Statement.Try attempt, Frame frame) {
        Completion completion = run(attempt.body(), frame);
        if (completion.isNormal()) {
            completion = run(attempt.otherwise(), frame);
        }
        for (Handler handler : attempt.handlers()) {
            handler.name().ifPresent(name -> interpreter.frames().set(frame, name, new Value.Unknown("an exception")));
            Heap.Mark mark = machine.heap().mark();
            Completion handled = run(handler.body(), frame);
            Heap.Changes changes = machine.heap().undoTo(mark);
            if (handled.isNormal()) {
                machine.heap().applyEither(changes, Heap.Changes.NONE);
            }
        }
        Completion last = run(attempt.last(), frame);
        return last.isNormal() ? completion : last;
    }

    private Completion match(Statement.Match match, Frame frame) {
        Value subject = value(match.subject(), frame);
        for (MatchCase each : match.cases()) {
            Heap.Mark mark = machine.heap().mark();
            each.captured().forEach(name -> interpreter.frames().set(frame, name, subject));
            Completion completion = run(each.body(), frame);
            Heap.Changes changes = machine.heap().undoTo(mark);
            if (completion != Completion.RAISE) {
                machine.heap().applyEither(changes, Heap.Changes.NONE);
            }
        }
        return Completion.NORMAL;
    }

    private void imports(Imported imported, Frame frame) {
        String name = imported.name();
        Optional<Value> local = module(name);
        String bound =
                imported.alias().orElseGet(() -> name.contains(".") ? name.substring(0, name.indexOf('.')) : name);
        interpreter
                .frames()
                .set(
                        frame,
                        bound,
                        local.orElseGet(() -> new Value.Library(imported.alias().isPresent() ? name : bound)));
    }

    private void importsFrom(Statement.ImportFrom imported, Frame frame) {
        boolean relative = imported.level() > 0;
        // A relative import stands in a module beside the one it names, or in the package that holds that one.
        String inside = frame.module().name() + (imported.module().isEmpty() ? "" : "." + imported.module());
        boolean packaged = relative
                && imported.level() == 1
                && frame.module() != interpreter.frames().main();
        String beside = absolute(imported, frame);
        String from = packaged && !isMissing(inside, imported) ? inside : beside;
        Optional<Value> local = module(from);
        for (Imported each : imported.names()) {
            if (each.name().equals("*")) {
                local.ifPresentOrElse(
                        module -> copyAll(module, frame),
                        () -> interpreter.frames().importAll(from));
                continue;
            }
            String dotted = dotted(from, each);
            Value value = local.filter(Value.LocalModule.class::isInstance)
                    .map(Value.LocalModule.class::cast)
                    .flatMap(module ->
                            interpreter.frames().find(interpreter.frames().frame(module.frame()), each.name()))
                    .or(() -> module(dotted))
                    // A module of the program that was not found is no library of that name.
                    .orElseGet(() -> new Value.Library(relative && !dotted.startsWith(".") ? "." + dotted : dotted));
            interpreter.frames().set(frame, each.alias().orElse(each.name()), value);
        }
    }

    /**
     * The name that a relative import means: that of a module beside the one which imports. In the program's own file, which has no name, the
     * dots stay in front: one for its folder, two for the folder above.
     */
    private static String absolute(Statement.ImportFrom imported, Frame frame) {
        if (imported.level() == 0) {
            return imported.module();
        }
        List<String> around = new ArrayList<>(List.of(frame.module().name().split("\\.")));
        boolean main = frame.module().name().equals(Frames.MAIN);
        int up = main ? imported.level() : imported.level() - Math.min(imported.level(), around.size());
        List<String> kept = main ? List.of() : around.subList(0, Math.max(0, around.size() - imported.level()));
        String path = String.join(".", kept);
        String module = imported.module();
        return ".".repeat(up) + path + (path.isEmpty() || module.isEmpty() ? "" : ".") + module;
    }

    private boolean isMissing(String module, Statement.ImportFrom imported) {
        return imported.module().isEmpty()
                ? imported.names().stream()
                        .allMatch(each -> module(dotted(module, each)).isEmpty())
                : module(module).isEmpty();
    }

    private static String dotted(String module, Imported name) {
        return module.isEmpty() || module.endsWith(".") ? module + name.name() : module + "." + name.name();
    }

    private void copyAll(Value module, Frame frame) {
        if (module instanceof Value.LocalModule local) {
            Frame from = interpreter.frames().frame(local.frame());
            interpreter
                    .frames()
                    .names(from)
                    .forEach((name, value) -> interpreter.frames().set(frame, name, value));
        }
    }

    /** A module of the program, run when it is first imported. */
    private Optional<Value> module(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Value before = loaded.get(name);
        if (before != null) {
            return Optional.of(before);
        }
        Optional<List<Statement>> body = modules.apply(name);
        return body.map(statements -> {
            Frame frame = interpreter.frames().open(Optional.empty(), name);
            Value module = new Value.LocalModule(name, frame.id());
            loaded.put(name, module);
            run(new ArrayList<>(statements), frame);
            return module;
        });
    }
}
