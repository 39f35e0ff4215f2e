package io.watertight.app.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.app.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** docs/cases/aftershocks.md; that no event straddles a split dealt anew is asserted with the command that deals it. */
@EnabledIfEnvironmentVariable(named = "WATERTIGHT_CORPUS", matches = ".+")
final class AftershocksTest {

    @TempDir
    Path folder;

    @Test
    void theAuditNamesTheRowsOfTheFiveEventsOnBothSides() throws IOException {
        Path table = Path.of(System.getenv("WATERTIGHT_CORPUS"), "tables", "aftershocks-ids");
        Files.copy(table.resolve("data.csv"), folder.resolve("data.csv"));
        Files.copy(table.resolve("test.csv"), folder.resolve("test.csv"));

        Run.in(folder, "audit", "data.csv", "--test", "test.csv", "--group", "ID")
                .exits(1)
                .says("5 of the 31 values of ID in the test set also occur in training, with 6 of 57 test rows")
                .says("16 = test 8; 43 = test 20; 45 = 46 = test 21;", "47 = test 22 = test 23; 118 = test 55");

        assertThat(events("data.csv", 16, 43, 45, 46, 47, 118)).containsExactly("23", "62", "65", "65", "68", "172");
        assertThat(events("test.csv", 8, 20, 21, 22, 23, 55)).containsExactly("23", "62", "65", "68", "68", "172");
    }

    /** Rows are counted from 1, as reports count them. */
    private List<String> events(String file, int... rows) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(file));
        return Arrays.stream(rows)
                .mapToObj(row -> lines.get(row).substring(lines.get(row).lastIndexOf(',') + 1))
                .toList();
    }
}
