package io.watertight.code.internal.interpret;

import io.watertight.code.knowledge.Gives;
import io.watertight.code.source.CodeCell;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Data;
import io.watertight.code.value.DictState;
import io.watertight.code.value.Estimator;
import io.watertight.code.value.HeapObject;
import io.watertight.code.value.InstanceState;
import io.watertight.code.value.ListState;
import io.watertight.code.value.RowSets;
import io.watertight.code.value.Sets;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Variables and objects, and how two of them become one where ways of the program meet. An object that is made at one place on one path of
 * calls is one object, however often it is made: that ends loops.
 */
final class Heap {

    /** More alternatives than this are not told apart. */
    private static final int MOST_ALTERNATIVES = 6;

    private record Birth(Span site, int path, String what) {}

    private final RowSets rows;
    private final Store<Variable, Value> variables = new Store<>();
    private final Store<Integer, HeapObject> objects = new Store<>();
    private final Map<Birth, Integer> born = new HashMap<>();
    private int ids;

    Heap(RowSets rows) {
        this.rows = rows;
    }

    Store<Variable, Value> variables() {
        return variables;
    }

    Store<Integer, HeapObject> objects() {
        return objects;
    }

    /** Makes an object; what tells apart several that are born at one place. */
    Value.Reference make(HeapObject state, Span site, int path, String what) {
        int id = born.computeIfAbsent(new Birth(site, path, what), unused -> ++ids);
        objects.put(id, state);
        return new Value.Reference(id);
    }

    Optional<HeapObject> object(Value value) {
        return value instanceof Value.Reference reference ? objects.get(reference.id()) : Optional.empty();
    }

    Optional<Data> data(Value value) {
        return object(value).filter(Data.class::isInstance).map(Data.class::cast);
    }

    Optional<Estimator> estimator(Value value) {
        return object(value).filter(Estimator.class::isInstance).map(Estimator.class::cast);
    }

    /** Replaces the state of an object for sure. */
    void set(Value.Reference reference, HeapObject state) {
        objects.put(reference.id(), state);
    }

    /** Either of two values. */
    Value join(Value one, Value other) {
        if (one.equals(other) || other instanceof Value.Unknown || Constants.isNone(other)) {
            return one;
        }
        if (one instanceof Value.Unknown || Constants.isNone(one)) {
            return other;
        }
        if (one instanceof Value.TupleValue first
                && other instanceof Value.TupleValue second
                && first.elements().size() == second.elements().size()) {
            List<Value> elements = new ArrayList<>();
            for (int index = 0; index < first.elements().size(); index++) {
                elements.add(join(first.elements().get(index), second.elements().get(index)));
            }
            return new Value.TupleValue(elements);
        }
        Optional<Data> first = data(one);
        Optional<Data> second = data(other);
        if (first.isPresent() && second.isPresent()) {
            Value.Reference united = new Value.Reference(born.computeIfAbsent(
                    new Birth(NOWHERE, ((Value.Reference) one).id(), "or " + ((Value.Reference) other).id()),
                    unused -> ++ids));
            objects.put(united.id(), join(first.get(), second.get()));
            return united;
        }
        Set<Value> alternatives = new LinkedHashSet<>(alternatives(one));
        alternatives.addAll(alternatives(other));
        return alternatives.size() > MOST_ALTERNATIVES ? one : new Value.OneOf(List.copyOf(alternatives));
    }

    private static final Span NOWHERE = new Span(new CodeCell("", 0, List.of(), new int[0], 0), 0, 0, 0, 0);

    static List<Value> alternatives(Value value) {
        return value instanceof Value.OneOf several ? several.alternatives() : List.of(value);
    }

    /** Either of two states of one object. */
    HeapObject join(HeapObject one, HeapObject other) {
        if (one instanceof Data first && other instanceof Data second) {
            return join(first, second);
        }
        if (one instanceof Estimator first && other instanceof Estimator second) {
            return first.having(Sets.union(first.learnt(), second.learnt()), Sets.union(first.fits(), second.fits()));
        }
        if (one instanceof ListState first && other instanceof ListState second) {
            return join(first, second);
        }
        if (one instanceof DictState first && other instanceof DictState second) {
            return new DictState(join(first.entries(), second.entries()), either(first.rest(), second.rest()));
        }
        if (one instanceof InstanceState first && other instanceof InstanceState second) {
            return new InstanceState(first.type(), join(first.attributes(), second.attributes()));
        }
        return other;
    }

    Data join(Data one, Data other) {
        if (one.equals(other)) {
            return one;
        }
        if (one.rows().isNone() != other.rows().isNone() && one.rows().isNone()) {
            return join(other, one);
        }
        return new Data(
                one.kind() == other.kind() ? one.kind() : Gives.SAME,
                other.rows().isNone() ? one.rows() : rows.choice(one.rows(), other.rows()),
                one.columns().or(other.columns()),
                one.origins().equals(other.origins()) ? one.origins() : Set.of(),
                tags(one, other),
                one.picks().equals(other.picks()) ? one.picks() : Optional.empty(),
                Sets.union(one.scores(), other.scores()),
                one.timing().and(other.timing()));
    }

    /** What is known of either; that it is one row alone only if both are. */
    private static Set<Tag> tags(Data one, Data other) {
        Set<Tag> all = Sets.union(one.tags(), other.tags());
        return one.is(Tag.SINGLE) && other.is(Tag.SINGLE) ? all : Sets.without(all, Set.of(Tag.SINGLE));
    }

    private ListState join(ListState one, ListState other) {
        List<Value> items = new ArrayList<>();
        boolean first = one.items().size() >= other.items().size();
        ListState longer = first ? one : other;
        ListState shorter = first ? other : one;
        for (int index = 0; index < longer.items().size(); index++) {
            Value item = longer.items().get(index);
            items.add(
                    index < shorter.items().size() ? join(item, shorter.items().get(index)) : item);
        }
        return new ListState(items, either(one.rest(), other.rest()));
    }

    private Optional<Value> either(Optional<Value> one, Optional<Value> other) {
        return one.isPresent() && other.isPresent() ? Optional.of(join(one.get(), other.get())) : one.or(() -> other);
    }

    private Map<String, Value> join(Map<String, Value> one, Map<String, Value> other) {
        Map<String, Value> all = new LinkedHashMap<>(one);
        other.forEach((name, value) -> all.merge(name, value, this::join));
        return all;
    }

    /** How everything was, to go back to. */
    Mark mark() {
        return new Mark(variables.mark(), objects.mark());
    }

    /** Goes back and says what had changed. */
    Changes undoTo(Mark mark) {
        return new Changes(variables.undoTo(mark.variables), objects.undoTo(mark.objects));
    }

    void apply(Changes changes) {
        variables.apply(changes.variables);
        objects.apply(changes.objects);
    }

    /** Either of two branches was taken. */
    void applyEither(Changes one, Changes other) {
        objects.applyEither(one.objects, other.objects, this::join);
        variables.applyEither(one.variables, other.variables, this::join);
    }

    /** A branch may have been taken that left the block: its objects may be met again, its variables not. */
    void applyObjects(Changes changes) {
        objects.applyEither(changes.objects, Map.of(), this::join);
    }

    /** A point to go back to. */
    record Mark(int variables, int objects) {}

    /** What a branch changed. */
    record Changes(Map<Variable, Optional<Value>> variables, Map<Integer, Optional<HeapObject>> objects) {

        static final Changes NONE = new Changes(Map.of(), Map.of());
    }
}
