package io.watertight.spark;

import io.watertight.core.engine.ReadNotice;
import io.watertight.core.engine.TableColumn;
import io.watertight.engine.sql.SqlColumn.Storage;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows whose columns are called {@code row_id} (never NULL), {@code part}, {@code c0}, {@code c1}, ...: names of the data never reach
 * SQL.
 *
 * @param rows a plan, not yet run
 * @param columns in file order
 * @param storages how Spark holds them
 * @param hasSplit whether rows are in parts; all are training rows otherwise
 * @param ordered whether the id is the position in the data
 * @param notices what reading met
 */
record TypedRows(
        Dataset<Row> rows,
        List<TableColumn> columns,
        List<Storage> storages,
        boolean hasSplit,
        boolean ordered,
        List<ReadNotice> notices) {

    TypedRows {
        columns = List.copyOf(columns);
        storages = List.copyOf(storages);
        notices = List.copyOf(notices);
    }
}
