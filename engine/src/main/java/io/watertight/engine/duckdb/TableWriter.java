package io.watertight.engine.duckdb;

import io.watertight.core.engine.Progress;
import io.watertight.core.engine.Resources;
import io.watertight.core.files.PrivateFolder;
import io.watertight.engine.sql.Dialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes what a query says into a file, in bounded memory. For one thread; {@link #close()} may come from another. */
public final class TableWriter implements AutoCloseable {

    private static final long EVERY_MILLIS = 200;

    /** From so many columns on, looking for what expressions share takes longer than working it out again. */
    private static final int WIDE = 500;

    private final PrivateFolder folder = PrivateFolder.create();
    private final Session session;

    public TableWriter(Resources resources) {
        this.session = Session.open(resources, folder.path());
        folder.stopFirst(session::abandon);
    }

    /** How the engine spells SQL. */
    public Dialect dialect() {
        return new DuckDbDialect();
    }

    /** The rows of a query, each as its cells' texts. */
    public List<List<String>> rows(String purpose, String query, int columns) {
        List<List<String>> rows = new ArrayList<>();
        session.each(purpose, query, row -> {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                cells.add(row.text(column));
            }
            rows.add(cells);
        });
        return rows;
    }

    /**
     * Writes a query's rows, in its order.
     *
     * @param columns how many the query has
     * @param file ends in {@code .parquet}, else delimited text is written
     * @param format {@code parquet} or {@code csv}
     */
    public void write(String purpose, String query, int columns, Path file, String format, Progress progress) {
        String options = format.equals("parquet") ? "(FORMAT parquet)" : "(FORMAT csv, HEADER true)";
        session.execute(
                "choosing how to plan",
                "SET disabled_optimizers = '" + (columns < WIDE ? "" : "common_subexpressions") + "'");
        Thread watcher = new Thread(() -> watch(progress), "watertight-write-progress");
        watcher.setDaemon(true);
        watcher.start();
        try {
            session.execute(
                    purpose, "COPY (" + query + ") TO '" + file.toString().replace("'", "''") + "' " + options);
        } finally {
            watcher.interrupt();
        }
    }

    private void watch(Progress progress) {
        try {
            while (true) {
                Thread.sleep(EVERY_MILLIS);
                session.share().ifPresent(progress::at);
            }
        } catch (InterruptedException finished) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        session.close();
        folder.close();
    }
}
