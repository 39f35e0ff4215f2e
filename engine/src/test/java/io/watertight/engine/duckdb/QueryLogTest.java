package io.watertight.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.engine.Progress;
import io.watertight.core.engine.Table;
import io.watertight.core.engine.TableRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QueryLogTest {

    private static final String PROPERTY = "watertight.profile";

    @TempDir
    private Path folder;

    @AfterEach
    void off() {
        System.clearProperty(PROPERTY);
    }

    private void profileATable() throws IOException {
        Path file = folder.resolve("t.csv");
        Files.writeString(file, "a,\"b \"\"quoted\"\"\"\n1,x\n2,y\n");
        TableRequest request = TableRequest.of(List.of(file.toString()));
        try (Table table = new DuckDbEngine().open(request, Progress.NONE)) {
            assertThat(table.profile().rows()).isEqualTo(2);
        }
    }

    @Test
    void writesALineAQueryWithItsOperatorsWhenAsked() throws IOException {
        Path log = folder.resolve("queries.jsonl");
        System.setProperty(PROPERTY, log.toString());
        profileATable();
        List<String> lines = Files.readAllLines(log);
        assertThat(lines).allMatch(line -> line.startsWith("{\"purpose\": \"") && line.endsWith("}"));
        assertThat(lines)
                .anyMatch(line -> line.contains("\"purpose\": \"profiling 2 columns\"")
                        && line.contains("\"processor\": ")
                        && line.contains("UNGROUPED_AGGREGATE"));
    }

    @Test
    void writesNothingUnasked() throws IOException {
        profileATable();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("t.csv");
        }
    }
}
