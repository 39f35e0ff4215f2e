package io.watertight.core.report;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.check.Catalogue;
import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML, for continuous integration: one test case for each check. A check fails by an open finding at or above warning that
 * is surer than a hint; hints and accepted findings go to its output. Never holds cell values, whatever the options say.
 */
public final class JunitReport implements ReportWriter {

    private final Map<String, Category> categories = new HashMap<>();

    /** @param catalogue tells the category of each check */
    public JunitReport(Catalogue catalogue) {
        for (Check<?> check : catalogue.checks()) {
            categories.put(check.info().id(), check.info().category());
        }
    }

    @Override
    public String name() {
        return "junit";
    }

    @Override
    public String extension() {
        return "xml";
    }

    @Override
    public void write(AuditReport report, ReportOptions options, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            suites(report, xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException failure) {
            throw new IOException(failure);
        }
        out.append(text.toString()).append('\n');
    }

    private void suites(AuditReport report, XMLStreamWriter xml) throws XMLStreamException {
        Set<String> accepted = new HashSet<>();
        for (Finding finding : report.accepted()) {
            accepted.add(finding.fingerprint());
            finding.supporting().forEach(other -> accepted.add(other.fingerprint()));
        }
        long failures = report.checks().stream()
                .filter(check -> !failing(check, accepted).isEmpty())
                .count();
        xml.writeCharacters("\n");
        start(xml, "testsuites", 0);
        start(xml, "testsuite", 1);
        attribute(xml, "name", "watertight: " + StudyName.of(report.study()));
        attribute(xml, "tests", Integer.toString(report.checks().size()));
        attribute(xml, "failures", Long.toString(failures));
        attribute(xml, "errors", Long.toString(report.count(CheckStatus.FAILED)));
        attribute(xml, "skipped", Long.toString(report.count(CheckStatus.SKIPPED)));
        attribute(
                xml,
                "time",
                String.format(Locale.ENGLISH, "%.3f", report.provenance().seconds()));
        attribute(xml, "timestamp", report.provenance().started().toString());
        start(xml, "properties", 2);
        property(xml, "verdict", Wording.lower(report.verdict()));
        property(xml, "version", report.provenance().version());
        property(xml, "engine", report.provenance().engine());
        property(xml, "rows", Long.toString(report.provenance().rows()));
        property(xml, "seed", Long.toString(report.provenance().seed()));
        end(xml, 2);
        for (CheckResult check : report.checks()) {
            testCase(check, accepted, xml);
        }
        end(xml, 1);
        end(xml, 0);
    }

    private void testCase(CheckResult check, Set<String> accepted, XMLStreamWriter xml) throws XMLStreamException {
        start(xml, "testcase", 2);
        String code = categories.getOrDefault(check.id(), Category.NONE).code().replace('.', '-');
        attribute(xml, "classname", "watertight." + code);
        attribute(xml, "name", check.id());
        switch (check.status()) {
            case SKIPPED -> {
                start(xml, "skipped", 3);
                attribute(xml, "message", check.reason());
                xml.writeEndElement();
            }
            case FAILED -> {
                start(xml, "error", 3);
                attribute(xml, "message", NotChecked.reason(check));
                attribute(xml, "type", "failed");
                xml.writeEndElement();
            }
            case PASSED, FOUND -> outcome(check, accepted, xml);
        }
        end(xml, 2);
    }

    private static void outcome(CheckResult check, Set<String> accepted, XMLStreamWriter xml)
            throws XMLStreamException {
        List<Finding> failing = failing(check, accepted);
        if (!failing.isEmpty()) {
            start(xml, "failure", 3);
            attribute(xml, "type", Wording.lower(failing.get(0).severity()));
            attribute(xml, "message", failing.get(0).message());
            xml.writeCharacters(failing.stream().map(JunitReport::describe).collect(Collectors.joining("\n")));
            xml.writeEndElement();
        }
        List<Finding> mild = check.findings().stream()
                .filter(finding -> !failing.contains(finding))
                .toList();
        if (!mild.isEmpty()) {
            start(xml, "system-out", 3);
            xml.writeCharacters(mild.stream()
                    .map(finding -> (accepted.contains(finding.fingerprint()) ? "accepted: " : "") + describe(finding))
                    .collect(Collectors.joining("\n")));
            xml.writeEndElement();
        }
    }

    private static List<Finding> failing(CheckResult check, Set<String> accepted) {
        return check.findings().stream()
                .filter(finding -> !accepted.contains(finding.fingerprint()))
                .filter(finding -> finding.severity() != Severity.INFO && finding.confidence() != Confidence.LOW)
                .toList();
    }

    static String describe(Finding finding) {
        String fix =
                finding.fix().map(change -> " Fix: " + change.summary() + ".").orElse("");
        return Visible.text(Wording.lower(finding.severity()) + ", " + Wording.lower(finding.confidence()) + ": "
                + finding.message() + fix + " [" + finding.fingerprint() + "]");
    }

    static void property(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        start(xml, "property", 3);
        attribute(xml, "name", name);
        attribute(xml, "value", value);
        xml.writeEndElement();
    }

    /** What XML 1.0 forbids is among what {@link Visible} makes visible. */
    static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Visible.text(value));
    }

    static void start(XMLStreamWriter xml, String name, int depth) throws XMLStreamException {
        if (depth > 0) {
            xml.writeCharacters("\n" + "  ".repeat(depth));
        }
        xml.writeStartElement(name);
    }

    static void end(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeEndElement();
    }
}
