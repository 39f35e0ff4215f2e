package io.watertight.engine.internal.read;

import io.watertight.core.engine.ReadNotice;
import io.watertight.core.engine.TableColumn;
import io.watertight.core.study.ColumnType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a test set of text with the types of the training data. */
final class TestText {

    private TestText() {}

    static TypedRows read(
            Connection connection,
            RowStore store,
            TextTable table,
            TypedRows train,
            Optional<TypeInference> inference,
            String shown)
            throws SQLException {
        List<ReadNotice> notices = new ArrayList<>(table.notices());
        notices.addAll(TestRows.differences(train.names(), table.names(), shown));
        List<ColumnPlan> plans = inference.isPresent()
                ? inference.get().plans()
                : store.counting(table, cells -> TypeInference.of(connection, cells, types(train)))
                        .plans();
        List<String> names = table.names();
        List<ColumnPlan> shared = plans.stream()
                .filter(plan -> names.contains(plan.name()) && train.names().contains(plan.name()))
                .toList();
        List<String> expressions = new ArrayList<>();
        for (ColumnPlan plan : shared) {
            expressions.add(plan.careful(Sql.physical(names.indexOf(plan.name()))));
        }
        RowStore.Stored stored = store.keep(expressions, table.from(), table.bytes());
        List<TableColumn> columns = store.counting(table, cells -> counted(connection, cells, shared, notices));
        List<String> physical = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            // Expressions that expect anything make decimals; beside 64 bits these would cost digits of the training
            // data.
            physical.add(
                    columns.get(column).integral()
                            ? "TRY_CAST(" + Sql.physical(column) + " AS BIGINT)"
                            : Sql.physical(column));
        }
        long rows = Sql.number(connection, "SELECT count(*) FROM " + stored.from());
        return new TypedRows(stored.from(), stored.rowId(), rows, columns, physical, notices);
    }

    private static Map<String, ColumnType> types(TypedRows train) {
        return train.columns().stream().collect(Collectors.toMap(TableColumn::name, TableColumn::type));
    }

    /** Which numbers are still whole, with a notice for cells that do not have the column's type. */
    private static List<TableColumn> counted(
            Connection connection, TextTable table, List<ColumnPlan> plans, List<ReadNotice> notices)
            throws SQLException {
        List<Integer> columns =
                java.util.stream.IntStream.range(0, plans.size()).boxed().toList();
        List<@Nullable String[]> answers = Cells.count(
                connection,
                table.from(),
                columns,
                column -> {
                    String cell =
                            Sql.physical(table.names().indexOf(plans.get(column).name()));
                    return List.of(
                            plans.get(column).careful(cell) + " AS v" + column,
                            Missing.code("trim(" + cell + ")", table.missingWords()) + " AS m" + column);
                },
                column -> List.of(
                        "count_if(v" + column + " IS NULL AND m" + column + " = 0)",
                        plans.get(column).integral() ? "bool_and(v" + column + " = trunc(v" + column + "))" : "false"));
        List<TableColumn> result = new ArrayList<>();
        for (int column : columns) {
            ColumnPlan plan = plans.get(column);
            long misfits = Cells.whole(answers.get(column)[0]);
            if (misfits > 0) {
                notices.add(
                        new ReadNotice(
                                ReadNotice.Kind.TYPE_DIFFERS,
                                List.of(plan.name()),
                                misfits,
                                (misfits == 1 ? "1 cell" : misfits + " cells") + " of column '" + plan.name()
                                        + (misfits == 1
                                                ? "' in the test set does not have its type in the training data and counts as missing"
                                                : "' in the test set do not have its type in the training data and count as missing")));
            }
            boolean integral = plan.integral() && !"false".equals(answers.get(column)[1]);
            result.add(new TableColumn(plan.name(), plan.type(), integral));
        }
        return result;
    }
}
