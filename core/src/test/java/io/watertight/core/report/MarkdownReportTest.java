package io.watertight.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.audit.AuditReport;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownReportTest {

    private final MarkdownReport writer = new MarkdownReport(SampleChecks.catalogue());
    private final AuditReport report = new SampleReport().build();

    @Test
    void looksAsAgreed() throws IOException {
        GoldenFile.assertGolden("report.md", GoldenFile.write(writer, report, ReportOptions.DEFAULT));
    }

    @Test
    void hasOneRowForEachFailureMode() throws IOException {
        String sheet = GoldenFile.write(writer, report, ReportOptions.DEFAULT);

        assertThat(sheet)
                .contains("| L1.1 | No test set | Not checked | - | - | - |")
                .contains("| L1.2 | Preprocessing on training and test set | Nothing found | scaled-together | - | - |")
                .contains(
                        "| L1.3 | Feature selection on training and test set | Not checked | - | - | broken-check (failed) |")
                .contains("| L2 | Features that are not legitimate | Found: findings 1 and 2 |")
                .contains("| L3.1 | Temporal leakage | Suspected: finding 4 |")
                .contains("| L3.2 | Training and test rows not independent | Not checked | - | - | group-straddles |");
    }

    @Test
    void theFourQuestionsWantYesNoYesNo() throws IOException {
        String sheet = GoldenFile.write(writer, report, ReportOptions.DEFAULT);

        assertThat(sheet)
                .contains("| Does every feature exist when the prediction is made? | yes | No: findings 1 and 2. |")
                .contains("| Do training and test set share rows, or rows of one entity? | no | Yes: finding 3. |")
                .contains("selection, tuning? | yes | Left to a person")
                .contains("score comes from? | no | Left to a person");
    }

    @Test
    void showsValuesOnlyWhenAllowedAndThenSaysSo() throws IOException {
        assertThat(GoldenFile.write(writer, report, ReportOptions.DEFAULT)).doesNotContain(SampleReport.secret());
        assertThat(GoldenFile.write(writer, report, ReportOptions.DEFAULT.withShowValues(true)))
                .contains(SampleReport.secret())
                .contains("may hold cell values");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "plain_name§plain\\_name",
                "<b>x</b>§&lt;b&gt;x&lt;/b&gt;",
                "[a](javascript:b)§\\[a\\](javascript:b)",
                "a|b§a\\|b",
                "`code`§\\`code\\`",
                "http://x.y§http\\://x.y",
                "www.x.y§www\\.x.y",
                "1. one§1\\. one",
                "- item§\\- item",
                "=1+1§\\=1+1"
            })
    void whatLooksLikeMarkupStaysText(String raw, String escaped) {
        assertThat(MarkdownText.of(raw)).isEqualTo(escaped);
    }
}
