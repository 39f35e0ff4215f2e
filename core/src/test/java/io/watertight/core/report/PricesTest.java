package io.watertight.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import io.watertight.core.audit.AuditReport;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Price;
import io.watertight.core.check.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PricesTest {

    private final AuditReport report = new SampleReport().build();

    private final Price price = new Price("AUC", 0.984, 0.731, 0.253, 0.221, 0.285, true, "");

    private AuditReport priced(Finding finding, Price worth) {
        return report.withPrices(Map.of(finding.fingerprint(), worth));
    }

    @Test
    void everyFormatShowsThePriceWithItsIntervalAndWhatItMeans() throws IOException {
        AuditReport priced = priced(report.findings().get(0), price);
        String sentence = "AUC 0.984 as found, 0.731 after the fix: 0.253 [0.221, 0.285] (cost, not guilt).";

        assertThat(flat(GoldenFile.write(new TextReport(), priced, ReportOptions.DEFAULT)))
                .contains("Price: " + sentence);
        assertThat(GoldenFile.write(new MarkdownReport(SampleChecks.catalogue()), priced, ReportOptions.DEFAULT))
                .contains("cost, not guilt")
                .contains("0.984 as found");
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @Test
    void jsonKeepsToTheSchemaAndNamesEveryNumber() throws IOException {
        String json =
                GoldenFile.write(new JsonReport(), priced(report.findings().get(0), price), ReportOptions.DEFAULT);
        JsonNode node =
                JsonMapper.shared().readTree(json).get("findings").get(0).get("price");

        new JsonSchema(SpecificationVersion.DRAFT_2020_12, JsonReport.SCHEMA).assertValid(json);
        assertThat(node.get("before").asDouble()).isEqualTo(0.984);
        assertThat(node.get("after").asDouble()).isEqualTo(0.731);
        assertThat(node.get("difference").asDouble()).isEqualTo(0.253);
        assertThat(node.get("low").asDouble()).isEqualTo(0.221);
        assertThat(node.get("high").asDouble()).isEqualTo(0.285);
        assertThat(node.get("paired").asBoolean()).isTrue();
        assertThat(node.get("meaning").asString()).isEqualTo("cost, not guilt");
    }

    @Test
    void aPriceWithoutAnIntervalIsNullInJsonAndSaidInWords() throws IOException {
        Price vague = new Price(
                "AUC",
                0.9,
                0.8,
                0.1,
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                false,
                "The split changed the test set.");
        String json =
                GoldenFile.write(new JsonReport(), priced(report.findings().get(0), vague), ReportOptions.DEFAULT);

        new JsonSchema(SpecificationVersion.DRAFT_2020_12, JsonReport.SCHEMA).assertValid(json);
        assertThat(Wording.price(vague))
                .isEqualTo("AUC 0.900 as found, 0.800 after the fix: 0.100 [no interval]"
                        + " (cost, not guilt; two designs, not paired). The split changed the test set.");
        assertThat(vague.isClear()).isFalse();
        assertThat(price.isClear()).isTrue();
    }

    @Test
    void aFindingNobodyPricedHasAnEmptyPrice() throws IOException {
        JsonNode findings = JsonMapper.shared()
                .readTree(GoldenFile.write(new JsonReport(), report, ReportOptions.DEFAULT))
                .get("findings");

        assertThat(findings.get(0).get("price").isEmpty()).isTrue();
    }

    @Test
    void aHighPriceDoesNotOvertakeASurerFinding() {
        Finding surest = report.findings().get(0);
        Finding last = report.findings().get(report.findings().size() - 1);
        Price dear = new Price("AUC", 1, 0, 1, 1, 1, true, "");
        AuditReport priced = priced(last, dear);

        assertThat(last.confidence()).isGreaterThan(surest.confidence());
        List<String> order =
                priced.findings().stream().map(Finding::fingerprint).toList();
        assertThat(order.indexOf(surest.fingerprint())).isLessThan(order.indexOf(last.fingerprint()));
    }

    @Test
    void withinATierTheDearerFindingComesFirst() {
        Finding one = report.findings().get(0);
        Finding twin = one.withSubject(new Subject(one.columns(), "twin"));
        AuditReport both = new AuditReport(
                report.verdict(),
                report.view(),
                report.statistics(),
                List.of(one, twin),
                report.accepted(),
                report.questions(),
                report.checks(),
                report.strengths(),
                report.provenance());
        Price cheap = new Price("AUC", 0.9, 0.89, 0.01, 0, 0.02, true, "");

        assertThat(both.withPrices(Map.of(one.fingerprint(), cheap, twin.fingerprint(), price))
                        .findings())
                .extracting(finding -> finding.subject().aspect())
                .containsExactly("twin", one.subject().aspect());
        assertThat(both.withPrices(Map.of(one.fingerprint(), price, twin.fingerprint(), cheap))
                        .findings())
                .extracting(finding -> finding.subject().aspect())
                .containsExactly(one.subject().aspect(), "twin");
    }
}
