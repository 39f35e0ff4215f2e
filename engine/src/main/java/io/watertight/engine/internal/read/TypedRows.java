package io.watertight.engine.internal.read;

import io.watertight.core.engine.ReadNotice;
import io.watertight.core.engine.TableColumn;
import java.util.List;

/**
 * Rows with types, of one part or of all.
 *
 * @param from an item of a FROM clause
 * @param rowId expression of the position from 0
 * @param rows how many
 * @param columns in file order
 * @param expressions of the columns, in the same order
 * @param notices what reading met
 */
record TypedRows(
        String from,
        String rowId,
        long rows,
        List<TableColumn> columns,
        List<String> expressions,
        List<ReadNotice> notices) {

    TypedRows {
        columns = List.copyOf(columns);
        expressions = List.copyOf(expressions);
        notices = List.copyOf(notices);
    }

    List<String> names() {
        return columns.stream().map(TableColumn::name).toList();
    }

    TypedRows plus(List<ReadNotice> more) {
        return new TypedRows(
                from,
                rowId,
                rows,
                columns,
                expressions,
                java.util.stream.Stream.concat(notices.stream(), more.stream()).toList());
    }
}
