package io.watertight.engine.generate;

import io.watertight.core.WatertightException;
import io.watertight.core.study.Task;
import java.util.List;

/**
 * What a generated table is to be like. The same recipe gives the same rows, on every machine.
 *
 * @param rows of the table, at least 1
 * @param testRows of the test table beside it, 0 for none
 * @param columns of each table, target, id and leaks included
 * @param seed any number
 * @param task what is predicted
 * @param leaks planted, in this order; none for an innocent table
 */
public record TableRecipe(long rows, long testRows, int columns, long seed, Task task, List<Leak> leaks) {

    /** Row numbers are scrambled within 31 bits; beyond, rows would repeat. */
    public static final long MOST_ROWS = 2_000_000_000L;

    public TableRecipe {
        leaks = List.copyOf(leaks);
        if (rows < 1 || testRows < 0 || rows + testRows > MOST_ROWS) {
            throw new WatertightException(
                    "A table of " + rows + " rows with " + testRows + " rows to test on cannot be generated.",
                    "ask for 1 to 2000000000 rows in all");
        }
        for (Leak leak : leaks) {
            if (!leak.suits(task)) {
                throw new WatertightException(
                        "The leak '" + leak.name() + "' does not suit a target of the task "
                                + task.name().toLowerCase(java.util.Locale.ROOT) + ".",
                        "leave it out, or choose another --task");
            }
            if (leak.needsTest() && testRows == 0) {
                throw new WatertightException(
                        "The leak '" + leak.name()
                                + "' lies between training and test, but no test table is asked for.",
                        "name one: --test test.parquet");
            }
        }
    }

    /** Rows of both tables. */
    public long allRows() {
        return rows + testRows;
    }
}
