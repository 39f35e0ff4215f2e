package io.watertight.code.internal.interpret;

import io.watertight.code.knowledge.Gives;
import io.watertight.code.value.ColumnState;
import io.watertight.code.value.Columns;
import io.watertight.code.value.Data;
import io.watertight.code.value.HeapObject;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.ListState;
import io.watertight.code.value.Sets;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Columns by name and by position. A position is written as a name with a number sign: {@code #0}, {@code #-1}. */
final class ColumnSelections {

    private final Machine machine;

    ColumnSelections(Machine machine) {
        this.machine = machine;
    }

    /** Whether a list holds names of columns, as far as its elements are known. */
    boolean isNames(ListState list) {
        if (list.rest().isPresent()) {
            Data rest = machine.data(list.rest().get());
            return rest.rows().isNone();
        }
        return !list.items().isEmpty()
                && list.items().stream()
                        .allMatch(item -> Constants.text(item).isPresent()
                                || machine.heap()
                                        .data(item)
                                        .filter(data -> data.kind() == Gives.COLUMNS)
                                        .isPresent());
    }

    /** The names in a list, if all are known. */
    Optional<List<String>> names(Value value) {
        Optional<String> one = Constants.text(value);
        if (one.isPresent()) {
            return one.map(List::of);
        }
        List<Value> items;
        HeapObject state = machine.heap().object(value).orElse(null);
        if (value instanceof Value.TupleValue tuple) {
            items = tuple.elements();
        } else if (state instanceof ListState list && list.rest().isEmpty()) {
            items = list.items();
        } else if (state instanceof Data data && data.kind() == Gives.COLUMNS) {
            return data.columns().selected().map(List::copyOf);
        } else {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        for (Value item : items) {
            Optional<String> name = Constants.text(item);
            if (name.isEmpty()) {
                return Optional.empty();
            }
            names.add(name.get());
        }
        return Optional.of(names);
    }

    /** The columns that a list of names picks; what chose the names has looked at its rows. */
    Data only(Data data, Value by) {
        Optional<List<String>> names = names(by);
        Data kept = names.map(list -> data.withColumns(data.columns().only(list)))
                .orElseGet(() -> unknown(data).with(Tag.CHOSEN_COLUMNS));
        Gives kind = data.kind() == Gives.GROUPED ? Gives.GROUPED : Gives.FRAME;
        return kept.withKind(kind)
                .withOrigins(
                        names.filter(list -> list.size() == 1).map(Sets::copy).orElse(Set.of()))
                .influenced(Operators.used(machine.data(by), InfluenceKind.SELECT));
    }

    /** Some columns, nobody knows which. */
    private static Data unknown(Data data) {
        return data.withColumns(data.columns().without(Set.of(Columns.UNKNOWN)));
    }

    /** The second part of {@code loc[rows, columns]}. */
    Data located(Data data, Index index, String indexer) {
        if (index instanceof Index.Range range) {
            return range.isAll() ? data : positions(data, range);
        }
        if (!(index instanceof Index.Of of)) {
            return data;
        }
        if (of.value() instanceof Value.Constant constant) {
            String name = Constants.text(constant).orElse("#" + Texts.literal(constant.literal()));
            ColumnState state = data.columns().column(name);
            Columns one = new Columns(Map.of(), Set.of(), Optional.of(Set.of(name)), state.influences());
            Data column = data.withKind(Gives.SERIES)
                    .withColumns(one)
                    .withOrigins(state.origins())
                    .timed(Times.ofColumn(data, name));
            return Attributes.predicted(column, state);
        }
        Optional<List<Integer>> numbers = numbers(of.value());
        if (numbers.isPresent()) {
            Set<String> picked = new LinkedHashSet<>();
            numbers.get().forEach(number -> picked.add("#" + number));
            return at(data, picked);
        }
        HeapObject state = machine.heap().object(of.value()).orElse(null);
        boolean byName = state instanceof ListState || state instanceof Data;
        return byName && !indexer.equals("none") ? only(data, of.value()).withKind(wide(data)) : unknown(data);
    }

    private static Gives wide(Data data) {
        return data.kind() == Gives.ARRAY ? Gives.ARRAY : Gives.FRAME;
    }

    private Optional<List<Integer>> numbers(Value value) {
        if (!(machine.heap().object(value).orElse(null) instanceof ListState list)
                || list.rest().isPresent()) {
            return Optional.empty();
        }
        List<Integer> numbers = new ArrayList<>();
        for (Value item : list.items()) {
            if (Constants.whole(item).isEmpty()) {
                return Optional.empty();
            }
            numbers.add(Constants.whole(item).getAsInt());
        }
        return numbers.isEmpty() ? Optional.empty() : Optional.of(numbers);
    }

    private Data positions(Data data, Index.Range range) {
        if (range.from().startsWith("'") || range.to().startsWith("'")) {
            return unknown(data).withKind(Gives.FRAME);
        }
        if (range.to().matches("-\\d+")) {
            return data.withColumns(data.columns().without(Set.of("#" + range.to())))
                    .with(Tag.CHOSEN_COLUMNS);
        }
        if (range.to().isEmpty() && range.from().matches("\\d{1,3}")) {
            Set<String> left = new LinkedHashSet<>();
            for (int position = 0; position < Integer.parseInt(range.from()); position++) {
                left.add("#" + position);
            }
            return data.withColumns(data.columns().without(left)).with(Tag.CHOSEN_COLUMNS);
        }
        String from = range.from().isEmpty() ? "0" : range.from();
        if (!from.matches("\\d{1,3}") || !range.to().matches("\\d{1,3}")) {
            return unknown(data).with(Tag.CHOSEN_COLUMNS);
        }
        Set<String> picked = new LinkedHashSet<>();
        int end = Integer.parseInt(range.to());
        for (int position = Integer.parseInt(from); position < end; position++) {
            picked.add("#" + position);
        }
        return at(data, picked);
    }

    /** By position: a column that was written by name may or may not be among them. */
    private static Data at(Data data, Set<String> picked) {
        Columns before = data.columns();
        Columns after = new Columns(
                before.own(),
                before.dropped(),
                Optional.of(Sets.union(picked, before.own().keySet())),
                before.influences());
        return data.withColumns(after)
                .withOrigins(picked.size() == 1 ? picked : Set.of())
                .with(Tag.CHOSEN_COLUMNS);
    }
}
