package io.watertight.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import io.watertight.core.engine.Resources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionTest {

    private static final String ENDLESS =
            "SELECT sum(hash(a.i * b.i) % 7) FROM range(10000000) a(i), range(10000000) b(i)";

    @TempDir
    private Path folder;

    private Session session;

    @BeforeEach
    void open() {
        session = Session.open(Resources.DEFAULT, folder);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void anAbandonedQueryEndsSoonAndSaysThatItWasCancelled() {
        CompletableFuture<Void> query =
                CompletableFuture.runAsync(() -> session.each("counting for ever", ENDLESS, row -> {}));
        while (!session.isBusy()) {
            Thread.onSpinWait();
        }
        long start = System.nanoTime();
        session.abandon();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThatThrownBy(query::join)
                .hasCauseInstanceOf(WatertightException.class)
                .hasMessageContaining("Cancelled while counting for ever");
    }

    @Test
    void nothingStartsAfterwards() {
        session.abandon();
        assertThatThrownBy(() -> session.each("counting", "SELECT 1", row -> {}))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("Cancelled while counting");
    }

    @Test
    void confinementLeavesOnlyTheFilesOfTheTable() throws Exception {
        Path data = folder.resolve("it's data.csv");
        Path other = folder.resolveSibling(folder.getFileName() + "-other.csv");
        Path spill = Files.createDirectory(folder.resolve("private"));
        Files.writeString(data, "a\n1\n");
        Files.writeString(other, "a\n1\n");
        try {
            session.confine(List.of(data), spill);
            long[] rows = new long[1];
            session.each("reading", "SELECT count(*) FROM " + csv(data), row -> rows[0] = row.whole(0));
            assertThat(rows[0]).isEqualTo(1);
            for (String forbidden : List.of(
                    "SELECT count(*) FROM " + csv(other),
                    "SELECT count(*) FROM read_csv('http://127.0.0.1:9/a.csv')",
                    "COPY (SELECT 1) TO '" + other + ".copy'",
                    "ATTACH '" + other + ".db'",
                    "SET enable_external_access = true",
                    "SET allowed_directories = ['/']",
                    "INSTALL httpfs")) {
                assertThatThrownBy(() -> session.execute("trying", forbidden))
                        .as(forbidden)
                        .isInstanceOf(IllegalStateException.class);
            }
        } finally {
            Files.delete(other);
        }
    }

    @Test
    void afterConfinementQueriesStillSpill() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        Resources little = new Resources(OptionalLong.of(60_000_000), java.util.OptionalInt.of(1));
        try (Session tight = Session.open(little, small)) {
            tight.confine(List.of(), small);
            long[] rows = new long[1];
            tight.keep("keeping rows", "kept", "SELECT i, CAST(hash(i) AS VARCHAR) AS t FROM range(3000000) t(i)");
            tight.each(
                    "sorting", "SELECT count(*) FROM (SELECT t FROM kept ORDER BY t)", row -> rows[0] = row.whole(0));
            assertThat(rows[0]).isEqualTo(3_000_000);
        }
    }

    @Test
    void aFullDiskIsNamedWithARemedy() throws Exception {
        Path small = Files.createDirectory(folder.resolve("full"));
        Resources little = new Resources(OptionalLong.of(60_000_000), java.util.OptionalInt.of(1));
        try (Session tight = Session.open(little, small)) {
            tight.execute("limiting the disk", "SET max_temp_directory_size = '1MB'");
            assertThatThrownBy(() -> tight.keep(
                            "keeping rows", "kept", "SELECT i, CAST(hash(i) AS VARCHAR) AS t FROM range(5000000) t(i)"))
                    .isInstanceOfSatisfying(WatertightException.class, failure -> {
                        assertThat(failure).hasMessageContaining("while keeping rows");
                        assertThat(failure.remedy()).isNotBlank();
                    });
        }
    }

    private static String csv(Path file) {
        return "read_csv('" + file.toString().replace("'", "''") + "')";
    }
}
