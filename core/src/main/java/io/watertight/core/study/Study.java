package io.watertight.core.study;

import io.watertight.core.WatertightException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One prediction problem as the program understood it: declarations completed by guesses. Immutable.
 *
 * @param declaration what people said
 * @param columns every column of the table, in file order
 * @param target the column to predict, if any
 * @param split where the parts come from
 * @param ids keys that identify an item
 * @param groups keys of entities that must not be on two sides of a split
 * @param times keys that order the rows
 * @param guesses what was taken for granted
 */
public record Study(
        Declaration declaration,
        List<Column> columns,
        Optional<Target> target,
        SplitSource split,
        List<Key> ids,
        List<Key> groups,
        List<Key> times,
        List<Guess> guesses) {

    public Study {
        columns = List.copyOf(columns);
        ids = List.copyOf(ids);
        groups = List.copyOf(groups);
        times = List.copyOf(times);
        guesses = List.copyOf(guesses);
    }

    public String name() {
        return declaration.name();
    }

    /** @throws WatertightException if there is no such column */
    public Column column(String name) {
        return find(name)
                .orElseThrow(() -> new WatertightException("There is no column '" + name + "'.", "check the spelling"));
    }

    public Optional<Column> find(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    public List<Column> withRole(Role role) {
        return columns.stream().filter(column -> column.role() == role).toList();
    }

    /** The columns a model would be given, in file order. */
    public List<Column> features() {
        return withRole(Role.FEATURE);
    }

    /** Every column a statement about rows may use: all but target, split, weight and ignored ones. */
    public List<Column> describing() {
        return columns.stream()
                .filter(column -> switch (column.role()) {
                    case FEATURE, GROUP, TIME, ID -> true;
                    case TARGET, WEIGHT, SPLIT, IGNORED -> false;
                })
                .toList();
    }

    public boolean hasSplit() {
        return split != SplitSource.NONE;
    }

    public Optional<PredictionPoint> predictAt() {
        return declaration.predictAt();
    }

    public Optional<Purpose> purpose() {
        return declaration.purpose();
    }

    /** Whether the role of this key was guessed rather than declared. */
    public boolean guessed(Key key) {
        return key.columns().stream()
                .allMatch(name -> find(name).map(Column::roleGuessed).orElse(false));
    }

    /** Columns by name, in file order. */
    public Map<String, Column> byName() {
        Map<String, Column> result = new LinkedHashMap<>();
        columns.forEach(column -> result.put(column.name(), column));
        return result;
    }
}
