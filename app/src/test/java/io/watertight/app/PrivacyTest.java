package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A leaking table whose classes and words are unmistakable: none of them may be in a report. */
final class PrivacyTest {

    private static final String[] FORMATS = {"text", "json", "sarif", "junit", "markdown", "html"};
    private static final String[] CELLS = {"Smithjones", "Brownfield", "Zanzibar", "Quagmire"};

    @TempDir
    Path folder;

    @BeforeEach
    void writeTheTable() throws IOException {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder("amount,note,age,town,status\n");
        for (int row = 0; row < 800; row++) {
            boolean one = random.nextBoolean();
            text.append(one ? 1 + random.nextInt(500) : 0).append(',');
            text.append(one && random.nextInt(10) > 0 ? random.nextInt(500) : "")
                    .append(',');
            text.append(18 + random.nextInt(60)).append(',');
            text.append(random.nextInt(3) > 0 ? "Zanzibar" : "Quagmire").append(',');
            text.append(one ? "Smithjones" : "Brownfield").append('\n');
        }
        Files.writeString(folder.resolve("odd.csv"), text);
    }

    @Test
    void noReportHoldsAClassOrAWordOfTheTable() throws IOException {
        Run.in(
                        folder,
                        "audit",
                        "odd.csv",
                        "--target",
                        "status",
                        "--format",
                        String.join(",", FORMATS),
                        "--output",
                        "out")
                .exits(1);

        try (var reports = Files.list(folder.resolve("out"))) {
            assertThat(reports.toList())
                    .hasSize(FORMATS.length)
                    .allSatisfy(report -> assertThat(Files.readString(report))
                            .contains("amount")
                            .doesNotContain(CELLS));
        }
        assertThat(Files.readString(folder.resolve(".watertight").resolve("last.json")))
                .doesNotContain(CELLS);
    }
}
