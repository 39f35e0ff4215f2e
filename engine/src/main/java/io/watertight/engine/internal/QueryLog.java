package io.watertight.engine.internal;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.duckdb.DuckDBConnection;
import org.duckdb.ProfilerPrintFormat;

/**
 * Where the processor's time goes, query by query, for whoever starts Java with {@code -Dwatertight.profile=FILE}: one line of JSON a
 * query, with its purpose, when it ended, seconds by the clock and of all processors, and DuckDB's own profile. For people who make the program
 * faster ({@code benchmark/profile}): the profile holds what the query says, which may be values of the data. Off, it costs nothing.
 * Used by one thread at a time.
 */
public final class QueryLog {

    /** A query that runs. */
    public interface Entry {

        /** The query has ended well, and its result was read. */
        void done() throws SQLException;
    }

    private static final String PROPERTY = "watertight.profile";

    private QueryLog() {}

    private static boolean isOff() {
        return System.getProperty(PROPERTY) == null;
    }

    /** To be called of a new connection, before its first query. */
    public static void attach(Connection connection) throws SQLException {
        if (isOff()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA enable_profiling = 'no_output'");
        }
    }

    /** To be called when a query begins. */
    public static Entry begin(Connection connection, String purpose, String query) {
        if (isOff()) {
            return () -> {};
        }
        Path file = Path.of(System.getProperty(PROPERTY));
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long start = System.nanoTime();
        long used = machine.getProcessCpuTime();
        return () -> {
            double wall = (System.nanoTime() - start) / 1e9;
            double processor = (machine.getProcessCpuTime() - used) / 1e9;
            String profile =
                    connection.unwrap(DuckDBConnection.class).getProfilingInformation(ProfilerPrintFormat.JSON);
            append(
                    file,
                    String.format(
                            Locale.ROOT,
                            "{\"purpose\": \"%s\", \"query\": \"%s\", \"ended\": %.3f, \"wall\": %.6f, \"processor\": %.6f, \"profile\": %s}%n",
                            quoted(purpose),
                            quoted(query),
                            System.currentTimeMillis() / 1e3,
                            wall,
                            processor,
                            profile == null || profile.isBlank() ? "{}" : profile.replace("\n", " ")));
        };
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
    }

    private static void append(Path file, String line) {
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
