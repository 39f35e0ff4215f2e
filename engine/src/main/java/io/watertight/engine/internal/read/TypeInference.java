package io.watertight.engine.internal.read;

import io.watertight.core.engine.ReadNotice;
import io.watertight.core.study.ColumnType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The types of all columns, from all cells: never from a sample.
 *
 * @param plans one a column, in order
 * @param rows how many there are
 * @param notices what a user should know about them
 */
record TypeInference(List<ColumnPlan> plans, long rows, List<ReadNotice> notices) {

    TypeInference {
        plans = List.copyOf(plans);
        notices = List.copyOf(notices);
    }

    /** @param types declared types by column, which win */
    static TypeInference of(Connection connection, TextTable table, Map<String, ColumnType> types) throws SQLException {
        List<Integer> all = IntStream.range(0, table.names().size()).boxed().toList();
        return of(connection, new CellPlaces(table, Map.of()), types, NumberCounts.of(connection, table, all));
    }

    /**
     * @param types declared types by column, which win
     * @param numbers what the first scan says; columns that it calls all numbers are not looked at again
     */
    static TypeInference of(
            Connection connection, CellPlaces places, Map<String, ColumnType> types, List<NumberCounts> numbers)
            throws SQLException {
        TextTable table = places.table();
        int width = table.names().size();
        Map<String, ColumnType> declared = new HashMap<>(table.declared());
        declared.putAll(types);
        List<Integer> open = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            if (!numbers.get(column).allNumbers() && numbers.get(column).filled() > 0) {
                open.add(column);
            }
        }
        Map<Integer, WordCounts> words = places.count(
                open,
                (place, columns) -> WordCounts.of(
                        connection,
                        place,
                        columns,
                        column -> numbers.get(column).numbers() > 0));
        Map<Integer, List<String>> samples = new TreeMap<>();
        words.forEach((column, counts) -> {
            if (wantsForms(Optional.ofNullable(declared.get(table.names().get(column))), counts)) {
                samples.put(column, counts.samples());
            }
        });
        Map<Integer, FormCounts> forms = samples.isEmpty() ? Map.of() : FormCounts.of(connection, places, samples);
        List<TypeDecision> decisions = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            decisions.add(new TypeDecision(
                    table.names().get(column),
                    table,
                    numbers.get(column),
                    Optional.ofNullable(words.get(column)),
                    forms.getOrDefault(column, FormCounts.NONE)));
        }
        return decided(decisions, declared, numbers.get(0).rows());
    }

    private static boolean wantsForms(Optional<ColumnType> declared, WordCounts counts) {
        return declared.map(type -> type == ColumnType.NUMBER || type == ColumnType.TIME)
                .orElse(!counts.allTruths());
    }

    private static TypeInference decided(List<TypeDecision> decisions, Map<String, ColumnType> declared, long rows) {
        List<ColumnPlan> plans = new ArrayList<>();
        List<ReadNotice> notices = new ArrayList<>();
        Optional<Boolean> dayFirst = dayFirst(decisions);
        for (TypeDecision decision : decisions) {
            @Nullable ColumnType type = declared.get(decision.name());
            ColumnPlan plan = plan(decision, Optional.ofNullable(type), dayFirst);
            plans.add(plan);
            TypeNotices.of(decision, plan, type != null).forEach(notices::add);
        }
        return new TypeInference(plans, rows, notices);
    }

    private static ColumnPlan plan(TypeDecision decision, Optional<ColumnType> type, Optional<Boolean> dayFirst) {
        boolean time = type.map(ColumnType.TIME::equals).orElse(true);
        Optional<ColumnPlan> settled = time ? dayFirst.flatMap(decision::settled) : Optional.empty();
        return settled.orElseGet(() -> type.map(decision::declared).orElseGet(decision::infer));
    }

    /** What the dates that can be read in one way only agree on; empty without any, or when they differ. */
    private static Optional<Boolean> dayFirst(List<TypeDecision> decisions) {
        List<Boolean> orders = decisions.stream()
                .flatMap(decision -> decision.ordered().stream())
                .map(TimeForm::dayFirst)
                .distinct()
                .toList();
        return orders.size() == 1 ? Optional.of(orders.get(0)) : Optional.empty();
    }
}
