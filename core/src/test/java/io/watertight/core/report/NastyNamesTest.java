package io.watertight.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.audit.AuditReport;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Names come from files that anybody may have written: no writer may let one of them act. */
class NastyNamesTest {

    private static final List<String> NAMES = List.of(
            "clear\u001B[2Jscreen",
            "title\u001B]0;owned\u0007",
            "one\u009B31mred",
            "new\nline\r\ttab",
            "right\u202Eto\u202Cleft",
            "isolated\u2066x\u2069",
            "mark\u200F\u061C",
            "line\u2028paragraph\u2029",
            "zero\u0000byte",
            "delete\u007F",
            "order\uFEFFmark",
            "half\uD83D",
            "not a character\uFFFE",
            "<script>alert(1)</script>",
            "]]>&lt;![CDATA[",
            "a|b`c`[d](http://x)",
            "=HYPERLINK(\"http://x\")",
            "{0} \\ {{x}} [y](z)",
            "%s %n %d");

    static Stream<String> names() {
        return NAMES.stream();
    }

    private static final List<ReportWriter> WRITERS = List.of(
            new TextReport(),
            new JsonReport(),
            new SarifReport(SampleChecks.catalogue()),
            new JunitReport(SampleChecks.catalogue()),
            new MarkdownReport(SampleChecks.catalogue()));

    @ParameterizedTest
    @MethodSource("names")
    void noWriterPassesOnWhatSteersATerminalOrTurnsText(String name) throws IOException {
        AuditReport report = sample(name);
        for (ReportWriter writer : WRITERS) {
            assertHarmless(GoldenFile.write(writer, report, ReportOptions.DEFAULT.withShowValues(true)), writer.name());
        }
    }

    @RepeatedTest(20)
    void neitherDoTheyForRandomNames(org.junit.jupiter.api.RepetitionInfo repetition) throws IOException {
        long seed = 4_711L + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        StringBuilder name = new StringBuilder("x");
        for (int index = 0; index < 12; index++) {
            name.appendCodePoint(random.nextInt(3) == 0 ? random.nextInt(0x300) : random.nextInt(0xFFFF));
        }
        AuditReport report = sample(name.toString());
        for (ReportWriter writer : WRITERS) {
            String text = GoldenFile.write(writer, report, ReportOptions.DEFAULT);
            assertHarmless(text, writer.name() + ", seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void jsonKeepsTheNameItself(String name) throws IOException {
        String json = GoldenFile.write(new JsonReport(), sample(name), ReportOptions.DEFAULT);
        JsonNode report = JsonMapper.shared().readTree(json);

        assertThat(report.get("findings").get(0).get("columns").get(0).asString())
                .isEqualTo(name.replace('\uD83D', '\uFFFD'));
    }

    @ParameterizedTest
    @MethodSource("names")
    void xmlStaysWellFormed(String name) throws Exception {
        String xml = GoldenFile.write(new JunitReport(SampleChecks.catalogue()), sample(name), ReportOptions.DEFAULT);

        assertThat(DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(xml)))
                        .getElementsByTagName("testcase")
                        .getLength())
                .isEqualTo(9);
    }

    @Test
    void markdownTablesKeepTheirCells() throws IOException {
        for (String name : NAMES) {
            String sheet =
                    GoldenFile.write(new MarkdownReport(SampleChecks.catalogue()), sample(name), ReportOptions.DEFAULT);
            assertThat(sheet.lines().filter(line -> line.startsWith("| L")))
                    .hasSize(8)
                    .allSatisfy(line -> assertThat(line.split("(?<!\\\\)\\|")).hasSize(7));
            assertThat(sheet).doesNotContain("<script").doesNotContainPattern("(?<!\\\\)]\\(");
        }
    }

    @Test
    void emojiAndLettersOfAllScriptsStayAsTheyAre() {
        for (String name : List.of("größe", "收入", "доход", "دخل", "👩‍🔬 id", "é")) {
            assertThat(Visible.text(name)).isEqualTo(name);
        }
    }

    private static AuditReport sample(String name) {
        // The formatter of messages must see the name as an argument, never as a format.
        return new SampleReport().leakCalled(name).readFrom(name + ".csv").build();
    }

    private static void assertHarmless(String text, String where) {
        text.codePoints()
                .filter(point -> point != '\n')
                .forEach(point -> assertThat(Visible.isTreacherous(point))
                        .as("%s writes U+%04X", where, point)
                        .isFalse());
    }
}
