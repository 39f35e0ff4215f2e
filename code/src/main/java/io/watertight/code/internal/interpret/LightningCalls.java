package io.watertight.code.internal.interpret;

import io.watertight.code.knowledge.EstimatorRole;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Estimator;
import io.watertight.code.value.InstanceState;
import io.watertight.code.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a trainer of Lightning is asked for: its rows are given as loaders, or by methods of a data module or of the model itself. */
final class LightningCalls {

    private static final Set<String> METHODS = Set.of("fit", "validate", "test", "predict");

    /** Where a trainer keeps what it was last given, for {@code trainer.test()}. */
    private static final String GIVEN = "what it was given ";

    private final Interpreter interpreter;
    private final Machine machine;
    private final Set<Value> prepared = new HashSet<>();

    LightningCalls(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    /** The same call with the rows themselves; empty if it is none of Lightning, or the rows are not found. */
    Optional<Arguments> withRows(
            Value.Reference trainer, Estimator estimator, String method, Arguments arguments, Span span) {
        if (estimator.role() != EstimatorRole.TRAINER
                || !estimator.name().startsWith("pytorch_lightning.")
                || !METHODS.contains(method)) {
            return Optional.empty();
        }
        List<Value> modules = modules(arguments.all());
        if (modules.isEmpty()) {
            modules = modules(estimator.arguments().entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(GIVEN))
                    .map(Map.Entry::getValue)
                    .toList());
        } else {
            keep(trainer, estimator, modules);
        }
        boolean fits = method.equals("fit");
        Optional<Value> rows = loader(arguments, fits ? "train_dataloaders" : "dataloaders", 1);
        Optional<Value> watched = fits ? loader(arguments, "val_dataloaders", 2) : Optional.empty();
        for (Value module : modules) {
            String part = fits ? "train" : method.equals("validate") ? "val" : method;
            rows = rows.or(() -> made(module, part, span));
            watched = watched.or(() -> fits ? made(module, "val", span) : Optional.empty());
        }
        Map<String, Value> named = new LinkedHashMap<>();
        watched.ifPresent(value -> named.put("validation_data", value));
        return rows.map(value -> new Arguments(List.of(value), named));
    }

    private void keep(Value.Reference trainer, Estimator estimator, List<Value> modules) {
        Map<String, Value> all = new LinkedHashMap<>(estimator.arguments());
        for (int index = 0; index < modules.size(); index++) {
            all.put(GIVEN + index, modules.get(index));
        }
        machine.heap().set(trainer, estimator.withArguments(all));
    }

    /** Data modules before models: they are asked first. */
    private List<Value> modules(List<Value> values) {
        List<Value> found = new ArrayList<>();
        for (Value value : values) {
            for (Value each : Heap.alternatives(value)) {
                if (machine.heap().object(each).orElse(null) instanceof InstanceState instance
                        && interpreter
                                .userCalls()
                                .member(instance.type(), "train_dataloader")
                                .isPresent()) {
                    found.add(0, each);
                }
            }
        }
        return found;
    }

    private Optional<Value> loader(Arguments arguments, String name, int position) {
        return arguments
                .get(name, position)
                .filter(machine::hasRows)
                .filter(value -> modules(List.of(value)).isEmpty());
    }

    /** What {@code module.train_dataloader()} gives, after {@code module.setup()}. */
    private Optional<Value> made(Value module, String part, Span span) {
        InstanceState instance = (InstanceState) machine.heap().object(module).orElseThrow();
        Optional<Value> method = interpreter.userCalls().member(instance.type(), part + "_dataloader");
        if (method.isEmpty()) {
            return Optional.empty();
        }
        for (String first : prepared.add(module) ? List.of("prepare_data", "setup") : List.<String>of()) {
            interpreter
                    .userCalls()
                    .member(instance.type(), first)
                    .ifPresent(before -> call(before, module, first, span));
        }
        return Optional.of(call(method.get(), module, part, span)).filter(machine::hasRows);
    }

    private Value call(Value method, Value module, String stage, Span span) {
        Arguments arguments = stage.equals("setup") ? new Arguments(List.of(Constants.NONE), Map.of()) : Arguments.NONE;
        return method instanceof Value.UserFunction function
                ? interpreter.userCalls().call(function.boundTo(module), arguments, span)
                : new Value.Unknown(stage);
    }
}
