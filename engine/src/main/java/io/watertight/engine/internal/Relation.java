package io.watertight.engine.internal;

import io.watertight.core.engine.ReadNotice;
import io.watertight.core.engine.TableColumn;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows as SQL can select them. Names of columns never reach SQL as they are, because SQL names ignore case: each column has an
 * expression instead, over whatever {@code from} offers.
 *
 * <p>Types of the expressions: NUMBER any numeric type (whole numbers of 64 bits stay whole; NaN
 * and infinite ones are NULL), TEXT {@code VARCHAR}, BOOLEAN
 * {@code BOOLEAN}, TIME {@code TIMESTAMP} in UTC, OTHER anything.
 *
 * @param from an item of a FROM clause: a table, a view, a function call or a subquery in parentheses
 * @param rowId a {@code BIGINT} expression: the row's position from 0, test rows after training rows when they come from a file
 *     of their own
 * @param part an expression for the ordinal of the row's {@link io.watertight.core.study.Part}; the constant {@code 0} without
 *     a split
 * @param columns in file order
 * @param expressions the expression of each column, by its name
 * @param notices what reading met
 * @param ordered whether {@code rowId} is the position in the data
 * @param files what {@code from} still reads outside of the private folder
 */
public record Relation(
        String from,
        String rowId,
        String part,
        List<TableColumn> columns,
        Map<String, String> expressions,
        List<ReadNotice> notices,
        boolean ordered,
        List<Path> files) {

    public Relation {
        columns = List.copyOf(columns);
        expressions = Collections.unmodifiableMap(new LinkedHashMap<>(expressions));
        notices = List.copyOf(notices);
        files = List.copyOf(files);
    }
}
