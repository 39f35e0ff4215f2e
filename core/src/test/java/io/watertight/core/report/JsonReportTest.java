package io.watertight.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import io.watertight.core.audit.AuditReport;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {

    private final JsonReport writer = new JsonReport();
    private final AuditReport report = new SampleReport().build();

    private static JsonSchema schema() throws IOException {
        return new JsonSchema(SpecificationVersion.DRAFT_2020_12, JsonReport.SCHEMA);
    }

    @Test
    void looksAsAgreed() throws IOException {
        GoldenFile.assertGolden("report.json", GoldenFile.write(writer, report, ReportOptions.DEFAULT));
    }

    @Test
    void keepsToThePublishedSchema() throws IOException {
        schema().assertValid(GoldenFile.write(writer, report, ReportOptions.DEFAULT));
        schema().assertValid(GoldenFile.write(writer, report, ReportOptions.DEFAULT.withShowValues(true)));
        schema().assertValid(GoldenFile.write(
                writer, new SampleReport().withoutFindings().build(), ReportOptions.DEFAULT));
    }

    @Test
    void theSchemaRefusesWhatIsNotInTheContract() throws IOException {
        String json = GoldenFile.write(writer, report, ReportOptions.DEFAULT);

        schema().assertInvalid(json.replace("\"severity\" : \"error\"", "\"severity\" : \"ERROR\""));
        schema().assertInvalid(json.replace("\"verdict\" :", "\"opinion\" :"));
    }

    @Test
    void writesNullForWhatWasNotMeasured() throws IOException {
        JsonNode finding = parse(ReportOptions.DEFAULT).get("findings").get(1 + 1);

        assertThat(finding.get("check").asString()).isEqualTo("repeated-across-split");
        assertThat(finding.get("evidence").get("threshold").isNull()).isTrue();
    }

    @Test
    void listsAcceptedFindingsApartWithTheirReason() throws IOException {
        JsonNode accepted = parse(ReportOptions.DEFAULT).get("accepted");

        assertThat(accepted).hasSize(1);
        assertThat(accepted.get(0).get("accepted").get("because").asString())
                .isEqualTo("the later loans are a new product");
        assertThat(accepted.get(0).get("accepted").get("until").asString()).isEqualTo("2027-01-31");
    }

    @Test
    void writesValuesOnlyWhenAllowedAndThenSaysSo() throws IOException {
        assertThat(GoldenFile.write(writer, report, ReportOptions.DEFAULT)).doesNotContain(SampleReport.secret());
        assertThat(parse(ReportOptions.DEFAULT).get("values_shown").asBoolean()).isFalse();

        JsonNode open = parse(ReportOptions.DEFAULT.withShowValues(true));
        assertThat(open.get("values_shown").asBoolean()).isTrue();
        assertThat(open.get("findings")
                        .get(0)
                        .get("evidence")
                        .get("values")
                        .get("value of the repaid")
                        .asString())
                .isEqualTo(SampleReport.secret());
    }

    private JsonNode parse(ReportOptions options) throws IOException {
        return JsonMapper.shared().readTree(GoldenFile.write(writer, report, options));
    }
}
