package io.watertight.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.report.ReportOptions;
import io.watertight.core.report.SampleChecks;
import io.watertight.core.report.SampleReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    private final HtmlReport writer = new HtmlReport(SampleChecks.catalogue());
    private final AuditReport report = new SampleReport().build();

    @Test
    void isOneFileThatLoadsNothing() throws IOException {
        String page = write(report, ReportOptions.DEFAULT);

        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(1_000_000);
        assertThat(page).contains("default-src &#39;none&#39;").doesNotContainPattern("(src|href)=\"(?!#)");
        Files.writeString(Path.of("target/sample-report.html"), page);
    }

    private String write(AuditReport what, ReportOptions options) throws IOException {
        StringBuilder out = new StringBuilder();
        writer.write(what, options, out);
        return out.toString();
    }
}
