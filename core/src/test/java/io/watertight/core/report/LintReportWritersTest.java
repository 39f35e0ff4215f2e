package io.watertight.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Place;
import io.watertight.core.check.Severity;
import io.watertight.core.lint.LintReport;
import io.watertight.core.lint.LintVerdict;
import io.watertight.core.lint.LintedFile;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LintReportWritersTest {

    private final LintReport full = LintReports.full();

    static Stream<LintReportWriter> writers() {
        return Stream.of(
                new LintText(),
                new LintJson(),
                new LintSarif(LintReports.rules()),
                new LintJunit(),
                new LintMarkdown());
    }

    static String write(LintReportWriter writer, LintReport report, ReportOptions options) throws IOException {
        StringBuilder out = new StringBuilder();
        writer.write(report, options, out);
        return out.toString();
    }

    private static JsonNode json(LintReportWriter writer, LintReport report) throws IOException {
        return JsonMapper.shared().readTree(write(writer, report, ReportOptions.DEFAULT));
    }

    private static JsonSchema schema() throws IOException {
        return new JsonSchema(SpecificationVersion.DRAFT_2020_12, JsonReport.SCHEMA);
    }

    @ParameterizedTest
    @MethodSource("writers")
    void looksAsAgreed(LintReportWriter writer) throws IOException {
        GoldenFile.assertGolden(
                "lint." + writer.extension(), write(writer, full, ReportOptions.DEFAULT.withExitCode(1)));
    }

    @Test
    void theFirstLineIsTheAnswer() throws IOException {
        assertThat(first(full))
                .isEqualTo(
                        "1 error, 1 warning in 2 of 5 files; 1 file was not read; 1 file was not followed to the end; 1 rule");
        assertThat(first(LintReports.clean())).isEqualTo("no leak found in 1 file.");
    }

    private static String first(LintReport report) throws IOException {
        return write(new LintText(), report, ReportOptions.DEFAULT)
                .lines()
                .findFirst()
                .orElse("");
    }

    @Test
    void whatWasNotFollowedIsNeverCalledClean() throws IOException {
        LintedFile lost = full.files().get(2);
        LintReport report = new LintReport(
                List.of(lost),
                List.of(),
                List.of(),
                List.of(),
                LintReports.clean().families(),
                "1");

        assertThat(report.verdict()).isEqualTo(LintVerdict.UNDECIDED);
        assertThat(write(new LintText(), report, ReportOptions.DEFAULT))
                .contains("1 file was not followed to the end", "NOT ANALYSED", "spark.py", "rows of spark.table");
        assertThat(json(new LintJson(), report).get("verdict").asString()).isEqualTo("undecided");
        assertThat(write(new LintJunit(), report, ReportOptions.DEFAULT)).contains("<skipped message=\"line 14: rows");
        assertThat(write(new LintMarkdown(), report, ReportOptions.DEFAULT)).contains("so not clean");
        assertThat(LintReports.clean().verdict()).isEqualTo(LintVerdict.NO_LEAK_FOUND);
    }

    @Test
    void nothingReadIsNotDecided() {
        LintReport nothing = new LintReport(
                List.of(), List.of(), List.of(), List.of(), LintReports.clean().families(), "1");

        assertThat(nothing.verdict()).isEqualTo(LintVerdict.UNDECIDED);
    }

    @Test
    void hintsAloneAreNoLeak() {
        Place place = LintReports.notebook(1, 1, 9, "x");
        LintReport hint = LintReports.with(LintReports.at(place, Severity.ERROR, Confidence.LOW, "perhaps"));

        assertThat(hint.verdict()).isEqualTo(LintVerdict.NO_LEAK_FOUND);
        assertThat(hint.atLeast(Severity.INFO)).isEmpty();
    }

    @Test
    void findingsAreRankedByProofAndNotesComeLast() {
        Place place = LintReports.notebook(1, 1, 9, "x");
        Finding note = LintReports.at(place, Severity.INFO, Confidence.PROVEN, "a note");
        Finding sure = LintReports.at(place, Severity.WARNING, Confidence.PROVEN, "sure");
        Finding bad = LintReports.at(place, Severity.ERROR, Confidence.HIGH, "bad");

        assertThat(LintReports.with(note, bad, sure).findings()).containsExactly(sure, bad, note);
    }

    @Test
    void moreIsNamedWhenAsked() throws IOException {
        List<LintedFile> many = Stream.iterate(1, number -> number <= 8, number -> number + 1)
                .map(number ->
                        new LintedFile(number + ".py", "script", 0, 0, 1, List.of("no text"), List.of(), 0, 0, 0))
                .toList();
        LintReport report = new LintReport(many, List.of(), full.suppressed(), List.of(), full.families(), "1");

        assertThat(write(new LintText(), report, ReportOptions.DEFAULT))
                .contains("5.py", "and 3 files more, with --verbose")
                .doesNotContain("6.py", "smoke test");
        assertThat(write(new LintText(true), report, ReportOptions.DEFAULT)).contains("8.py", "only a smoke test");
    }

    @Test
    void jsonKeepsToTheOneSchema() throws IOException {
        String json = write(new LintJson(), full, ReportOptions.DEFAULT);

        schema().assertValid(json);
        schema().assertValid(write(new LintJson(), LintReports.clean(), ReportOptions.DEFAULT));
        schema().assertInvalid(json.replace("\"family\" :", "\"kin\" :"));
        schema().assertInvalid(json.replace("\"leaks-found\"", "\"not-valid\""));
        schema().assertInvalid(json.replace("\"suppressed\" :", "\"accepted\" :"));
    }

    @Test
    void aFindingCarriesItsPlaceFlatAndItsFlow() throws IOException {
        JsonNode findings = json(new LintJson(), full).get("findings");
        JsonNode notebook = findings.get(0);
        JsonNode script = findings.get(1);

        assertThat(notebook.get("file").asString()).isEqualTo("analysis/a b.ipynb");
        assertThat(notebook.get("cell").asInt()).isEqualTo(4);
        assertThat(notebook.get("line").asInt()).isEqualTo(2);
        assertThat(notebook.get("file_line").asInt()).isEqualTo(37);
        assertThat(notebook.get("family").asString()).isEqualTo("time");
        assertThat(notebook.get("subject").get("cell").asInt()).isEqualTo(4);
        assertThat(script.get("cell").isNull()).isTrue();
        assertThat(script.get("subject").get("dataset").isNull()).isTrue();
        assertThat(script.get("related")).hasSize(4);
        assertThat(script.get("related").get(1).get("role").asString()).isEqualTo("statistic");
        assertThat(script.get("related").get(1).get("line").asInt()).isEqualTo(6);
        assertThat(script.get("fix").get("edits").get(1).get("first_line").asInt())
                .isEqualTo(8);
    }

    @Test
    void sarifKeepsToTheSchemaOfTheStandard() throws IOException {
        JsonSchema standard = new JsonSchema(SpecificationVersion.DRAFT_7, "/schema/sarif-schema-2.1.0.json");

        standard.assertValid(write(new LintSarif(LintReports.rules()), full, ReportOptions.DEFAULT));
        standard.assertValid(write(new LintSarif(List.of()), full, ReportOptions.DEFAULT));
        standard.assertValid(write(new LintSarif(List.of()), LintReports.clean(), ReportOptions.DEFAULT));
    }

    @Test
    void sarifPointsToTheRawLineOfANotebookAndToColumnsOfAScript() throws IOException {
        JsonNode results = json(new LintSarif(LintReports.rules()), full)
                .get("runs")
                .get(0)
                .get("results");
        JsonNode notebook = results.get(0).get("locations").get(0);
        JsonNode script = results.get(1);

        assertThat(notebook.at("/physicalLocation/region/startLine").asInt()).isEqualTo(37);
        assertThat(notebook.at("/physicalLocation/region").has("startColumn")).isFalse();
        assertThat(notebook.at("/physicalLocation/artifactLocation/uri").asString())
                .isEqualTo("analysis/a%20b.ipynb");
        assertThat(notebook.at("/logicalLocations/0/fullyQualifiedName").asString())
                .isEqualTo("analysis/a b.ipynb cell 4:2");
        assertThat(results.get(0).at("/message/text").asString()).startsWith("Cell 4, line 2: ");
        assertThat(script.at("/locations/0/physicalLocation/region/startColumn").asInt())
                .isEqualTo(1);
        assertThat(script.at("/codeFlows/0/threadFlows/0/locations")).hasSize(4);
        assertThat(script.at("/relatedLocations")).hasSize(4);
        assertThat(script.at("/rank").asDouble()).isEqualTo(80);
        assertThat(script.at("/partialFingerprints/primaryLocationLineHash").asString())
                .endsWith(":1");
        JsonNode replacements = script.at("/fixes/0/artifactChanges/0/replacements");
        assertThat(replacements.get(0).has("insertedContent")).isFalse();
        assertThat(replacements.get(1).at("/deletedRegion/endLine").asInt()).isEqualTo(8);
        assertThat(results.get(2).at("/suppressions/0/kind").asString()).isEqualTo("inSource");
    }

    @Test
    void sarifSaysWhatWasNotAnalysed() throws IOException {
        JsonNode invocation = json(new LintSarif(LintReports.rules()), full).at("/runs/0/invocations/0");

        assertThat(invocation.get("executionSuccessful").asBoolean()).isFalse();
        assertThat(invocation.get("toolExecutionNotifications").findValuesAsString("level"))
                .containsExactlyInAnyOrder("error", "note", "warning");
        assertThat(invocation.toString()).doesNotContain("secret");
    }

    @Test
    void sarifTellsTheSameLineApartWhenItIsMetAgain() throws IOException {
        LintReport twice = LintReports.with(
                LintReports.at(LintReports.notebook(1, 1, 9, "x"), Severity.ERROR, Confidence.HIGH, "one"),
                LintReports.at(LintReports.notebook(2, 1, 19, "x"), Severity.ERROR, Confidence.HIGH, "two"));

        JsonNode results = json(new LintSarif(List.of()), twice).at("/runs/0/results");

        assertThat(results.get(0)
                        .at("/partialFingerprints/primaryLocationLineHash")
                        .asString())
                .endsWith(":1");
        assertThat(results.get(1)
                        .at("/partialFingerprints/primaryLocationLineHash")
                        .asString())
                .endsWith(":2");
    }

    @Test
    void junitIsXmlWithASuiteForEachFile() throws Exception {
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(write(new LintJunit(), full, ReportOptions.DEFAULT))));

        assertThat(xml.getElementsByTagName("testsuite").getLength()).isEqualTo(5);
        assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(2);
        assertThat(xml.getElementsByTagName("skipped").getLength()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("writers")
    void codeCannotSteerATerminalOrAPage(LintReportWriter writer) throws IOException {
        String nasty = "x = 1 \u001B[2J \u202E </td> ]]> ``` | <script>";
        LintReport report = LintReports.with(LintReports.at(
                new Place("a\u0007.py", 0, 1, 0, 1, 5, 1, nasty), Severity.ERROR, Confidence.HIGH, nasty));

        String text = write(writer, report, ReportOptions.DEFAULT);

        assertThat(text).doesNotContain("\u001B").doesNotContain("\u202E").doesNotContain("\u0007");
        if (writer instanceof LintMarkdown) {
            assertThat(text).contains("````").contains("&lt;script&gt;");
        }
    }

    @Test
    void coloursAreAddedAndNothingElse() throws IOException {
        String plain = write(new LintText(), full, ReportOptions.DEFAULT);
        String colored = write(new LintText(), full, ReportOptions.DEFAULT.withColor(true));

        assertThat(colored).contains("\u001B[1;31m");
        assertThat(colored.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    @Test
    void longLinesOfCodeAreCutNotWrapped() throws IOException {
        Place place = new Place("a.py", 0, 1, 0, 1, 5, 1, "x = " + "y".repeat(500));
        String text = write(
                new LintText(),
                LintReports.with(LintReports.at(place, Severity.ERROR, Confidence.HIGH, "m")),
                ReportOptions.DEFAULT.withWidth(80));

        assertThat(text.lines()).allMatch(line -> line.length() <= 80);
        assertThat(text).contains("yyy…\n");
    }
}
