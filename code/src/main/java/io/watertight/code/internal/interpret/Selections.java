package io.watertight.code.internal.interpret;

import io.watertight.code.knowledge.Gives;
import io.watertight.code.syntax.Literal;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Condition;
import io.watertight.code.value.Data;
import io.watertight.code.value.DictState;
import io.watertight.code.value.Estimator;
import io.watertight.code.value.HeapObject;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.ListState;
import io.watertight.code.value.Rows;
import io.watertight.code.value.Sets;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Timing;
import io.watertight.code.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What {@code object[index]} is: rows, columns, elements. */
final class Selections {

    private static final Set<String> INDEXERS = Set.of("loc", "iloc", "ix", "at", "iat");

    private final Machine machine;
    private final ColumnSelections columns;

    Selections(Machine machine) {
        this.machine = machine;
        this.columns = new ColumnSelections(machine);
    }

    ColumnSelections columns() {
        return columns;
    }

    Value get(Value object, Index index, Span span) {
        if (object instanceof Value.OneOf several) {
            return several.alternatives().stream()
                    .map(each -> get(each, index, span))
                    .reduce(machine.heap()::join)
                    .orElse(object);
        }
        if (object instanceof Value.TupleValue tuple) {
            return element(tuple.elements(), Optional.empty(), index, span, true);
        }
        if (object instanceof Value.Member member) {
            boolean indexer = INDEXERS.contains(member.name());
            Data data = machine.data(member.receiver());
            if (indexer && !data.rows().isNone()) {
                return machine.make(located(data, index, span, member.name()), span);
            }
            Data learnt = machine.data(member);
            return learnt.influences().isEmpty()
                    ? new Value.Unknown("an element of " + member.name())
                    : machine.make(learnt, span);
        }
        HeapObject state = machine.heap().object(object).orElse(null);
        if (state instanceof ListState list) {
            return element(list.items(), list.rest(), index, span, false);
        }
        if (state instanceof DictState dict) {
            return entry(dict, index);
        }
        if (state instanceof Data data) {
            return of(data, index, span);
        }
        if (state instanceof Estimator estimator && !estimator.steps().isEmpty()) {
            return element(estimator.steps(), Optional.empty(), index, span, false);
        }
        if (state instanceof Estimator passages && !passages.learnt().isEmpty()) {
            return object;
        }
        return new Value.Unknown("an element");
    }

    private Value element(List<Value> items, Optional<Value> rest, Index index, Span span, boolean tuple) {
        if (index instanceof Index.Of of) {
            OptionalInt at = Constants.whole(of.value());
            if (at.isPresent() && rest.isEmpty()) {
                int position = at.getAsInt() < 0 ? items.size() + at.getAsInt() : at.getAsInt();
                if (position >= 0 && position < items.size()) {
                    return items.get(position);
                }
            }
        }
        if (index instanceof Index.Range range && rest.isPresent()) {
            // A list that was filled row by row.
            return machine.make(
                    new ListState(items, rest.map(each -> sliced(each, range, span, 0))), span, "some elements");
        }
        if (index instanceof Index.Range) {
            return tuple ? new Value.TupleValue(items) : machine.make(new ListState(items, rest), span);
        }
        List<Value> all = new ArrayList<>(items);
        rest.ifPresent(all::add);
        return all.stream().reduce(machine.heap()::join).orElse(new Value.Unknown("an element"));
    }

    private Value sliced(Value element, Index.Range range, Span span, int depth) {
        HeapObject state = machine.heap().object(element).orElse(null);
        if (state instanceof Data data && !data.rows().isNone()) {
            return machine.make(
                    data.withRows(machine.rows().slice(data.rows(), range.from(), range.to(), span)),
                    span,
                    "slice of " + data.rows().id() + " " + data.hashCode());
        }
        if (state instanceof ListState list && depth < 3) {
            List<Value> items = list.items().stream()
                    .map(item -> sliced(item, range, span, depth + 1))
                    .toList();
            Optional<Value> rest = list.rest().map(item -> sliced(item, range, span, depth + 1));
            return machine.make(new ListState(items, rest), span, "slice " + depth);
        }
        if (element instanceof Value.TupleValue tuple && depth < 3) {
            return new Value.TupleValue(tuple.elements().stream()
                    .map(item -> sliced(item, range, span, depth + 1))
                    .toList());
        }
        return element;
    }

    private Value entry(DictState dict, Index index) {
        if (index instanceof Index.Of of && of.value() instanceof Value.Constant key) {
            Value known = dict.entries().get(keyText(key));
            if (known != null) {
                return known;
            }
            return dict.rest().orElse(new Value.Unknown("an entry"));
        }
        List<Value> all = new ArrayList<>(dict.entries().values());
        dict.rest().ifPresent(all::add);
        return all.stream().reduce(machine.heap()::join).orElse(new Value.Unknown("an entry"));
    }

    /** A constant key as text; numbers and texts do not meet. */
    static String keyText(Value.Constant key) {
        return key.literal() instanceof Literal.Text text ? text.value() : "\0" + Texts.literal(key.literal());
    }

    private Value of(Data data, Index index, Span span) {
        if (index instanceof Index.Of of) {
            return ofValue(data, of.value(), span);
        }
        if (index instanceof Index.Several several) {
            return machine.make(located(data, several, span, "iloc"), span);
        }
        // The beginning of one case, or the first of what it lists, is still of that case.
        boolean listed = data.is(Tag.SINGLE) && (data.kind() == Gives.SAME || data.kind() == Gives.SERIES);
        Data rows = index instanceof Index.Range && listed ? data : rows(data, index, span);
        return machine.make(rows, span);
    }

    private Value ofValue(Data data, Value value, Span span) {
        Optional<String> text = Constants.text(value);
        if (text.isPresent()) {
            return named(data, text.get(), span);
        }
        boolean wide = data.kind() == Gives.FRAME || data.kind() == Gives.GROUPED || data.kind() == Gives.SAME;
        HeapObject state = machine.heap().object(value).orElse(null);
        boolean names = state instanceof ListState list && columns.isNames(list)
                || state instanceof Data by
                        && by.kind() == Gives.COLUMNS
                        && by.rows().isNone();
        if (wide && names) {
            return machine.make(columns.only(data, value), span);
        }
        if (data.kind() == Gives.COLUMNS) {
            return machine.make(data.influenced(Operators.used(machine.data(value), InfluenceKind.SELECT)), span);
        }
        if (value instanceof Value.Constant && data.kind() != Gives.SAME) {
            return machine.make(rows(data, new Index.Of(value), span), span);
        }
        boolean unknownName = value instanceof Value.Unknown && data.kind() == Gives.FRAME;
        return machine.make(unknownName ? data.withKind(Gives.SERIES) : rows(data, new Index.Of(value), span), span);
    }

    /** {@code data['name']}: a column, or a part of a dataset that is called so. */
    private Value named(Data data, String name, Span span) {
        boolean parts = data.kind() == Gives.DATASET || data.kind() == Gives.SAME && data.is(Tag.ASSUMED);
        Optional<String> side = Sides.of(name);
        if (parts && side.isPresent()) {
            return machine.make(
                    data.withRows(machine.rows().part(data.rows(), "named parts", Sides.number(side.get()), span)),
                    span);
        }
        return Attributes.column(machine, data, name, span);
    }

    /** {@code data.loc[rows, columns]} and {@code array[rows, columns]}. */
    private Data located(Data data, Index index, Span span, String indexer) {
        if (!(index instanceof Index.Several several) || several.parts().isEmpty()) {
            boolean label =
                    index instanceof Index.Of of && Constants.text(of.value()).isPresent();
            return label ? labelled(data, ((Index.Of) index).value(), span) : rows(data, index, span);
        }
        Data picked = rows(data, several.parts().get(0), span);
        return several.parts().size() < 2
                ? picked
                : columns.located(picked, several.parts().get(1), indexer);
    }

    /** {@code data.loc['train']}: the rows with a label; other labels are other rows. */
    private Data labelled(Data data, Value label, Span span) {
        String condition = "the label == '" + Constants.text(label).orElse("") + "'";
        return data.withRows(machine.rows().filter(data.rows(), condition, false, span));
    }

    /** Some rows of data. */
    Data rows(Data data, Index index, Span span) {
        if (index instanceof Index.Range range) {
            return sliced(data, range, span);
        }
        if (!(index instanceof Index.Of of)) {
            return data;
        }
        if (of.value() instanceof Value.Constant constant) {
            boolean condition = constant.literal() instanceof Literal.Ellipsis || Constants.isNone(constant);
            if (condition) {
                return data;
            }
            Data picked = data.withRows(machine.rows().subset(data.rows(), span));
            boolean table = data.kind() == Gives.FRAME || data.kind() == Gives.ARRAY || data.kind() == Gives.SERIES;
            boolean row = table && constant.literal() instanceof Literal.Whole && !data.is(Tag.TRANSPOSED);
            return row ? picked.with(Tag.SINGLE).timed(timing -> Times.ofRow(timing, constant)) : picked;
        }
        if (of.value().equals(Positions.SLICE)) {
            // Nobody knows its bounds, but two of them are hardly the same.
            return data.withRows(machine.rows().filter(data.rows(), "slice at " + span, false, span));
        }
        Data by = machine.data(of.value());
        // Leaving entries out of a table of statistics leaves out no rows; what is done with the rest says what it is
        // for.
        Set<Influence> chosen =
                data.rows().isNone() ? Operators.used(by, InfluenceKind.SUMMARY) : Operators.choosing(by);
        Data picked = data.influenced(chosen).withScores(by.scores());
        if (data.kind() == Gives.INDEX && by.picks().isPresent()) {
            Optional<Condition> before = data.picks().filter(picks -> picks.step() != Condition.Step.ROWS);
            picked = picked.picking(
                    before.map(first -> first.then(by.picks().get())).or(by::picks));
        }
        Rows rows = by.picks()
                .map(condition -> pick(data.rows(), condition, span))
                .orElseGet(() -> by.rows().isNone() && !(of.value() instanceof Value.Reference)
                        ? data.rows()
                        : machine.rows().subset(data.rows(), span));
        // A row of an array at the position that a loop is at.
        boolean row = of.value().equals(Positions.POSITION)
                && (data.kind() == Gives.ARRAY || data.kind() == Gives.SERIES)
                && !data.is(Tag.TRANSPOSED);
        Data result = picked.withRows(rows).withTags(Sets.union(picked.tags(), onlyTime(by.tags())));
        return row ? result.with(Tag.SINGLE) : result;
    }

    private static Set<Tag> onlyTime(Set<Tag> tags) {
        return tags.contains(Tag.TIME_ORDERED) ? Set.of(Tag.TIME_ORDERED) : Set.of();
    }

    private Data sliced(Data data, Index.Range range, Span span) {
        if (range.stepped()
                && !range.isAll()
                && range.from().isEmpty()
                && range.to().isEmpty()) {
            boolean reversed = data.kind() == Gives.COLUMNS;
            return reversed ? data : data.withRows(machine.rows().subset(data.rows(), span));
        }
        // Rows of an array are told by their place alone: behind a slice, the same place is another row.
        boolean moved = data.kind() == Gives.ARRAY && !range.isAll();
        Data slice = machine.takenApart(
                moved ? data.timed(timing -> Timing.NOTHING) : data,
                machine.rows().slice(data.rows(), range.from(), range.to(), span));
        if (data.kind() == Gives.INDEX || data.picks().isPresent()) {
            Condition step = new Condition(Condition.Step.SLICE, range.from() + ":" + range.to(), 0, Optional.empty());
            Optional<Condition> before = data.picks().filter(picks -> picks.step() != Condition.Step.ROWS);
            return slice.picking(
                    Optional.of(before.map(first -> first.then(step)).orElse(step)));
        }
        return slice;
    }

    /**
     * A side of a split. Of sets below one another those that were made of its sides stay whole or fall out: copies of training rows keep
     * their labels, so that the labels of the test rows leave them behind.
     */
    private Rows part(Rows base, Condition condition, Span span) {
        List<Rows> members = base.kind() == Rows.Kind.UNION ? base.parents() : List.of(base);
        if (members.stream().noneMatch(member -> side(member, condition.key()).isPresent()) || members.size() == 1) {
            return machine.rows().part(base, condition.key(), condition.side(), span);
        }
        List<Rows> kept = new ArrayList<>();
        for (Rows member : members) {
            Optional<Integer> side = side(member, condition.key());
            if (side.isEmpty()) {
                kept.add(machine.rows().part(member, condition.key(), condition.side(), span));
            } else if (side.get() == condition.side()) {
                kept.add(member);
            }
        }
        return kept.isEmpty() ? machine.rows().none() : machine.rows().union(kept, span);
    }

    private static Optional<Integer> side(Rows rows, String split) {
        return rows.line().stream()
                .filter(one -> one.kind() == Rows.Kind.PART && one.key().equals(split))
                .map(Rows::side)
                .findFirst();
    }

    /** The rows that a mask, an index or positions pick. */
    Rows pick(Rows rows, Condition condition, Span span) {
        Rows base = condition.base().map(first -> pick(rows, first, span)).orElse(rows);
        return switch (condition.step()) {
            case FILTER -> machine.rows().filter(base, condition.key(), condition.side() == 1, span);
            case PART -> part(base, condition, span);
            case SLICE -> bounds(base, condition, span);
            case PERMUTED -> machine.rows().permuted(base, condition.key(), span);
            case SUBSET -> machine.rows().subset(base, span);
            case REPEATED ->
                condition.side() == 1
                        ? machine.rows().subset(base, span)
                        : machine.rows().duplicate(base, span);
            case ROWS -> those(base, Integer.parseInt(condition.key()), span);
            case REST -> rest(base, Integer.parseInt(condition.key()), span);
        };
    }

    private Rows bounds(Rows base, Condition condition, Span span) {
        String[] bounds = condition.key().split(":", -1);
        return condition.side() == 1 || bounds.length != 2
                ? machine.rows().subset(base, span)
                : machine.rows().slice(base, bounds[0], bounds[1], span);
    }

    private Rows those(Rows base, int id, Span span) {
        Rows picked = machine.rows().number(id);
        if (picked == base || machine.facts().algebra().within(picked, base)) {
            return picked;
        }
        return machine.facts().algebra().within(base, picked)
                ? base
                : machine.rows().subset(base, span);
    }

    private Rows rest(Rows base, int id, Span span) {
        Rows picked = machine.rows().number(id);
        boolean sibling = picked.kind() == Rows.Kind.PART
                && picked.parent().filter(parent -> parent == base).isPresent()
                && !picked.key().startsWith("rest of ");
        if (sibling && picked.side() == 0) {
            return machine.rows().part(base, picked.key(), 1, span);
        }
        return machine.rows().part(base, "rest of " + id, 1, span);
    }
}
