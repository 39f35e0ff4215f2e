package io.watertight.core.report;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Place;
import io.watertight.core.check.Severity;
import io.watertight.core.lint.LintReport;
import io.watertight.core.lint.LintedFile;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML: a suite for each file, in it a case for each rule that found something there, and one for the reading as such, which is
 * skipped, not passed, where the file was not read or not followed to the end.
 */
public final class LintJunit implements LintReportWriter {

    @Override
    public String name() {
        return "junit";
    }

    @Override
    public String extension() {
        return "xml";
    }

    @Override
    public void write(LintReport report, ReportOptions options, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            JunitReport.start(xml, "testsuites", 0);
            JunitReport.attribute(xml, "name", "watertight lint: " + LintWords.answer(report));
            Map<String, List<Finding>> byFile = report.byFile();
            for (LintedFile file : report.files()) {
                suite(file, byFile.getOrDefault(file.name(), List.of()), xml);
            }
            JunitReport.end(xml, 0);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException failure) {
            throw new IOException(failure);
        }
        out.append(text.toString()).append('\n');
    }

    private static void suite(LintedFile file, List<Finding> findings, XMLStreamWriter xml) throws XMLStreamException {
        Map<String, List<Finding>> rules = findings.stream()
                .collect(Collectors.groupingBy(Finding::check, LinkedHashMap::new, Collectors.toList()));
        long failures = rules.values().stream()
                .filter(found -> found.stream().anyMatch(LintJunit::fails))
                .count();
        JunitReport.start(xml, "testsuite", 1);
        JunitReport.attribute(xml, "name", file.name());
        JunitReport.attribute(xml, "tests", Integer.toString(rules.size() + 1));
        JunitReport.attribute(xml, "failures", Long.toString(failures));
        JunitReport.attribute(xml, "errors", "0");
        JunitReport.attribute(xml, "skipped", file.isFollowed() ? "0" : "1");
        JunitReport.attribute(xml, "time", String.format(Locale.ENGLISH, "%.3f", file.milliseconds() / 1000));
        for (Map.Entry<String, List<Finding>> rule : rules.entrySet()) {
            testCase(file, rule.getKey(), rule.getValue(), xml);
        }
        JunitReport.start(xml, "testcase", 2);
        JunitReport.attribute(xml, "classname", file.name());
        JunitReport.attribute(xml, "name", "read and followed to the end");
        if (!file.isFollowed()) {
            JunitReport.start(xml, "skipped", 3);
            JunitReport.attribute(xml, "message", LintWords.reasons(file, Integer.MAX_VALUE));
            xml.writeEndElement();
        }
        JunitReport.end(xml, 2);
        JunitReport.end(xml, 1);
    }

    private static void testCase(LintedFile file, String rule, List<Finding> found, XMLStreamWriter xml)
            throws XMLStreamException {
        JunitReport.start(xml, "testcase", 2);
        JunitReport.attribute(xml, "classname", file.name());
        JunitReport.attribute(xml, "name", rule);
        JunitReport.attribute(
                xml,
                "line",
                found.get(0).subject().place().map(Place::fileLine).orElse(1).toString());
        List<Finding> failing = found.stream().filter(LintJunit::fails).toList();
        if (!failing.isEmpty()) {
            JunitReport.start(xml, "failure", 3);
            JunitReport.attribute(xml, "type", Wording.lower(failing.get(0).severity()));
            JunitReport.attribute(xml, "message", describe(failing.get(0)));
            xml.writeCharacters(failing.stream().map(LintJunit::describe).collect(Collectors.joining("\n")));
            xml.writeEndElement();
        }
        List<Finding> mild = found.stream().filter(finding -> !fails(finding)).toList();
        if (!mild.isEmpty()) {
            JunitReport.start(xml, "system-out", 3);
            xml.writeCharacters(mild.stream().map(LintJunit::describe).collect(Collectors.joining("\n")));
            xml.writeEndElement();
        }
        JunitReport.end(xml, 2);
    }

    private static boolean fails(Finding finding) {
        return finding.severity() != Severity.INFO && finding.confidence() != Confidence.LOW;
    }

    private static String describe(Finding finding) {
        String where = finding.subject().place().map(Place::words).orElse("");
        return Visible.text(where) + ": " + JunitReport.describe(finding);
    }
}
