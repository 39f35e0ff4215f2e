package io.watertight.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.audit.AuditReport;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JunitReportTest {

    private final JunitReport writer = new JunitReport(SampleChecks.catalogue());
    private final AuditReport report = new SampleReport().build();

    @Test
    void looksAsAgreed() throws IOException {
        GoldenFile.assertGolden("report.xml", GoldenFile.write(writer, report, ReportOptions.DEFAULT));
    }

    @Test
    void hasOneTestCaseForEachCheckAndCountsThem() throws Exception {
        Element suite = suite();

        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(9);
        assertThat(suite.getAttribute("tests")).isEqualTo("9");
        assertThat(suite.getAttribute("failures")).isEqualTo("4");
        assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(4);
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("skipped").getLength()).isEqualTo(1);
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("error").getLength()).isEqualTo(1);
    }

    @Test
    void hintsAndAcceptedFindingsDoNotFail() throws Exception {
        for (String id : new String[] {"constant", "shift-between-parts"}) {
            Element check = testCase(id);
            assertThat(check.getElementsByTagName("failure").getLength()).isZero();
            assertThat(check.getElementsByTagName("system-out").getLength()).isEqualTo(1);
        }
        assertThat(testCase("shift-between-parts").getTextContent()).contains("accepted: warning, medium: Test rows");
    }

    @Test
    void neverHoldsValues() throws IOException {
        assertThat(GoldenFile.write(writer, report, ReportOptions.DEFAULT.withShowValues(true)))
                .doesNotContain(SampleReport.secret());
    }

    private Element suite() throws Exception {
        String xml = GoldenFile.write(writer, report, ReportOptions.DEFAULT);
        Document document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
        return (Element) document.getElementsByTagName("testsuite").item(0);
    }

    private Element testCase(String id) throws Exception {
        Element suite = suite();
        for (int index = 0; index < suite.getElementsByTagName("testcase").getLength(); index++) {
            Element one = (Element) suite.getElementsByTagName("testcase").item(index);
            if (one.getAttribute("name").equals(id)) {
                return one;
            }
        }
        throw new AssertionError("no test case " + id);
    }
}
