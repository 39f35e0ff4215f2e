package io.watertight.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.audit.AuditReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares what a writer writes with a file under {@code src/test/resources}. To accept a change, run the tests with
 * {@code -Dgolden.write=true} and read the difference before you commit it.
 */
final class GoldenFile {

    private static final String FOLDER = "/io/watertight/core/report/golden/";

    private GoldenFile() {}

    static void assertGolden(String name, String actual) throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(Path.of("src/test/resources" + FOLDER + name), actual);
            return;
        }
        try (InputStream stream = GoldenFile.class.getResourceAsStream(FOLDER + name)) {
            String expected = stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(actual).as("golden file %s", name).isEqualTo(expected);
        }
    }

    static String write(ReportWriter writer, AuditReport report, ReportOptions options) throws IOException {
        StringBuilder out = new StringBuilder();
        writer.write(report, options, out);
        return out.toString();
    }
}
