package io.watertight.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.audit.AuditReport;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {

    private final TextReport writer = new TextReport();
    private final AuditReport report = new SampleReport().build();

    @Test
    void looksAsAgreed() throws IOException {
        ReportOptions options =
                ReportOptions.DEFAULT.withPage("loans-audit.html").withExitCode(1);

        GoldenFile.assertGolden("report.txt", GoldenFile.write(writer, report, options));
    }

    @Test
    void saysWhatIsOpenWhenNothingWasFound() throws IOException {
        AuditReport clean = new SampleReport().withoutFindings().build();

        GoldenFile.assertGolden("clean.txt", GoldenFile.write(writer, clean, ReportOptions.DEFAULT));
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 64, 80, 100, 120})
    void keepsToTheWidthOfTheTerminal(int width) throws IOException {
        String text = GoldenFile.write(writer, report, ReportOptions.DEFAULT.withWidth(width));

        assertThat(text.lines())
                .allSatisfy(line -> assertThat(TextFlow.cells(line)).isLessThanOrEqualTo(width));
    }

    @Test
    void colourAddsNothingButColour() throws IOException {
        String plain = GoldenFile.write(writer, report, ReportOptions.DEFAULT);
        String colored = GoldenFile.write(writer, report, ReportOptions.DEFAULT.withColor(true));

        assertThat(plain).doesNotContain("\u001B");
        assertThat(colored).contains("\u001B[1;31mNOT VALID\u001B[0m");
        assertThat(colored.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    @Test
    void showsValuesOnlyWhenAllowedAndThenSaysSo() throws IOException {
        String shy = GoldenFile.write(writer, report, ReportOptions.DEFAULT);
        String open = GoldenFile.write(writer, report, ReportOptions.DEFAULT.withShowValues(true));

        assertThat(shy).doesNotContain(SampleReport.secret()).doesNotContain("VALUES");
        assertThat(open).contains(SampleReport.secret()).contains("VALUES     This report may hold cell values");
    }
}
