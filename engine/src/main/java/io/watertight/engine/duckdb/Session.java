package io.watertight.engine.duckdb;

import io.watertight.core.WatertightException;
import io.watertight.core.data.Shingles;
import io.watertight.core.engine.Resources;
import io.watertight.engine.internal.QueryLog;
import io.watertight.engine.sql.Queries;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.jspecify.annotations.Nullable;

/** One database in memory and what it takes to ask it. Queries come from one thread; {@link #close()} may come from another. */
final class Session implements Queries, AutoCloseable {

    /** How long a cancelled query may take to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration AGAIN = Duration.ofMillis(50);

    private final DuckDBConnection connection;
    private final AtomicInteger queries = new AtomicInteger();
    private final Object lock = new Object();
    private @Nullable DuckDBPreparedStatement running;
    private volatile boolean closed;

    private Session(DuckDBConnection connection) {
        this.connection = connection;
    }

    static Session open(Resources resources, Path folder) {
        Properties properties = new Properties();
        // Nothing may come over the network, and no extension that could fetch something.
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("memory_limit", Memory.limit(resources) + "B");
        // Below the folder, so that no query makes it anew when the folder is gone.
        properties.setProperty("temp_directory", spill(folder));
        properties.setProperty("threads", String.valueOf(Memory.threads(resources)));
        properties.setProperty("jdbc_stream_results", "true");
        try {
            DuckDBConnection connection =
                    DriverManager.getConnection("jdbc:duckdb:", properties).unwrap(DuckDBConnection.class);
            QueryLog.attach(connection);
            Session session = new Session(connection);
            session.execute("setting the time zone", "SET TimeZone = 'UTC'");
            // The footer of a file of ten thousand columns takes longer to read than the columns of one query.
            session.execute("keeping the footers of files", "SET parquet_metadata_cache = true");
            session.register();
            return session;
        } catch (SQLException failure) {
            throw new IllegalStateException("DuckDB did not start", failure);
        }
    }

    /** Pure functions that queries call by the names that {@link io.watertight.engine.sql.Dialect} uses. */
    private void register() throws SQLException {
        try (DuckDBScalarFunctionBuilder bands = DuckDBFunctions.scalarFunction();
                DuckDBScalarFunctionBuilder similarity = DuckDBFunctions.scalarFunction()) {
            bands.withName("watertight_text_bands")
                    .withParameter(String.class)
                    .withReturnType(String.class)
                    .withNullInNullOut()
                    .withFunction((@Nullable String text) -> text == null ? null : Shingles.bands(text))
                    .register(connection);
            similarity
                    .withName("watertight_text_similarity")
                    .withParameters(String.class, String.class)
                    .withReturnType(Double.class)
                    .withNullInNullOut()
                    .withFunction((@Nullable String left, @Nullable String right) ->
                            left == null || right == null ? null : Shingles.similarity(left, right))
                    .register(connection);
        }
    }

    private static String spill(Path folder) {
        return folder.resolve("spill").toString();
    }

    /** From now on no statement reaches other files, the network or these settings, whatever a name or a cell holds. */
    void confine(List<Path> files, Path folder) {
        execute("allowing files", "SET allowed_paths = " + list(files));
        execute("allowing the private folder", "SET allowed_directories = " + list(List.of(folder)));
        execute("forbidding all other files", "SET enable_external_access = false");
        execute("keeping the settings", "SET lock_configuration = true");
    }

    private static String list(List<Path> paths) {
        return paths.stream()
                .map(path -> "'" + path.toAbsolutePath().toString().replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    Connection connection() {
        return connection;
    }

    int queries() {
        return queries.get();
    }

    /** Runs a statement that says nothing. */
    void execute(String purpose, String statement) {
        run(purpose, statement, started -> started.execute());
    }

    @Override
    public void each(String purpose, String query, Consumer<Row> rows) {
        queries.incrementAndGet();
        run(purpose, query, statement -> {
            try (ResultSet results = statement.executeQuery()) {
                ResultRow row = new ResultRow(results);
                while (results.next()) {
                    rows.accept(row);
                }
            }
        });
    }

    @Override
    public void keep(String purpose, String name, String query) {
        queries.incrementAndGet();
        execute(purpose, "CREATE TEMP TABLE " + name + " AS " + query);
    }

    @Override
    public void keepBins(String name, int[] bins) {
        execute("keeping who goes where", "CREATE TABLE " + name + " (unit INTEGER, bin INTEGER)");
        try (DuckDBAppender appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, name)) {
            for (int unit = 0; unit < bins.length; unit++) {
                appender.beginRow();
                appender.append(unit);
                appender.append(bins[unit]);
                appender.endRow();
            }
        } catch (SQLException failure) {
            throw translated("keeping who goes where", name, failure);
        }
    }

    @Override
    public void drop(String name) {
        execute("dropping a table", "DROP TABLE IF EXISTS " + name);
    }

    /** Runs a query and hands its result over in chunks of columns. */
    void eachChunk(String purpose, String query, Consumer<DuckDBDataChunkReader> chunks) {
        queries.incrementAndGet();
        run(purpose, query, statement -> {
            try (DuckDBChunkedResult result = statement.query()) {
                while (result.nextChunk()) {
                    chunks.accept(result.chunk());
                }
            }
        });
    }

    /** The types of a query's columns. */
    List<String> types(String query) {
        List<String> types = new ArrayList<>();
        run("looking at the types of the columns", "DESCRIBE " + query, statement -> {
            try (ResultSet results = statement.executeQuery()) {
                while (results.next()) {
                    types.add(results.getString(2));
                }
            }
        });
        return types;
    }

    /** Work with a statement. */
    private interface Work {
        void with(DuckDBPreparedStatement statement) throws SQLException;
    }

    private void run(String purpose, String query, Work work) {
        // A statement that failed is closed by the driver, so each query gets its own.
        try (DuckDBPreparedStatement statement = connection.prepare(query)) {
            synchronized (lock) {
                running = statement;
            }
            if (closed) {
                throw new SQLException("INTERRUPT: the table is closed");
            }
            QueryLog.Entry entry = QueryLog.begin(connection, purpose, query);
            work.with(statement);
            entry.done();
        } catch (SQLException failure) {
            throw translated(purpose, query, failure);
        } finally {
            synchronized (lock) {
                running = null;
                lock.notifyAll();
            }
        }
    }

    private RuntimeException translated(String purpose, String query, SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        if (closed || message.contains("INTERRUPT")) {
            return new WatertightException("Cancelled while " + purpose + ".", "run it again", failure);
        }
        if (message.contains("Out of Memory Error") || message.contains("OutOfMemory")) {
            return new WatertightException(
                    "Out of memory while " + purpose + ".",
                    "more memory helps: --memory 8GB, or fewer columns: --features",
                    failure);
        }
        if (message.contains("No space left") || message.contains("max_temp_directory_size")) {
            return new WatertightException(
                    "The disk is full while " + purpose + ".", "make room in the folder for temporary files", failure);
        }
        return new IllegalStateException("failed while " + purpose + ": " + message + " in: " + query, failure);
    }

    /** How much of the running query is done, from 0 to 1, if the engine knows. */
    OptionalDouble share() {
        @Nullable DuckDBPreparedStatement statement;
        synchronized (lock) {
            statement = running;
        }
        try {
            double percent =
                    statement == null ? -1 : statement.getQueryProgress().getPercentage();
            return percent < 0 ? OptionalDouble.empty() : OptionalDouble.of(percent / 100);
        } catch (SQLException finished) {
            return OptionalDouble.empty();
        }
    }

    /** Whether a query runs. */
    boolean isBusy() {
        synchronized (lock) {
            return running != null;
        }
    }

    private void cancel() {
        @Nullable Statement statement;
        synchronized (lock) {
            statement = running;
        }
        try {
            if (statement != null) {
                statement.cancel();
            }
        } catch (SQLException finished) {
            // It ended by itself meanwhile.
        }
    }

    /**
     * Stops the running query and leaves the rest to the end of the process: a query that is being planned or that ignores its
     * cancellation must not keep the process alive. Returns after a second at the latest.
     */
    void abandon() {
        closed = true;
        // The driver makes who cancels wait while a query is planned, and forgets a cancellation between plan and
        // start.
        Thread canceller = new Thread(
                () -> {
                    while (isBusy()) {
                        cancel();
                        await(AGAIN);
                    }
                },
                "watertight-cancel-query");
        canceller.setDaemon(true);
        canceller.start();
        await(PATIENCE);
    }

    /** Waits until no query runs, but not forever. */
    private void await(Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        synchronized (lock) {
            try {
                for (long left = most.toMillis(); running != null && left > 0; ) {
                    lock.wait(left);
                    left = (deadline - System.nanoTime()) / 1_000_000;
                }
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        cancel();
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException("DuckDB did not close", failure);
        }
    }
}
