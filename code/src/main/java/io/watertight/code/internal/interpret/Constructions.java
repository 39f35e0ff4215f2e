package io.watertight.code.internal.interpret;

import io.watertight.code.knowledge.ClassEntry;
import io.watertight.code.knowledge.EstimatorRole;
import io.watertight.code.knowledge.Learns;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Estimator;
import io.watertight.code.value.InstanceState;
import io.watertight.code.value.ListState;
import io.watertight.code.value.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Objects of libraries, made: estimators with the estimators inside. */
final class Constructions {

    /** What a model that learns while it is made is given to learn from. */
    private static final List<String> CORPORA =
            List.of("sentences", "documents", "corpus", "corpus_iterable", "tagged_docs");

    private final Machine machine;
    private final Effects effects;
    private final Learning learning;

    Constructions(Machine machine, Learning learning) {
        this.machine = machine;
        this.effects = new Effects(machine);
        this.learning = learning;
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
                .ifPresent(
                        corpus -> learning.fit(made, estimator, "fit", new Arguments(List.of(corpus), Map.of()), span));
        return made;
    }

    Value pipeline(String name, EstimatorRole role, Arguments arguments, Span span) {
        return machine.make(
                new Estimator(
                        name, role, Learns.NOTHING, false, Map.of(), inside(arguments.all()), Set.of(), Set.of(), span),
                span);
    }

    /** Every estimator among arguments, also in lists of named steps. */
    List<Value> inside(List<Value> values) {
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
}
