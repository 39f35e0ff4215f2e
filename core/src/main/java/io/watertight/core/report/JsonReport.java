package io.watertight.core.report;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.audit.Provenance;
import io.watertight.core.check.CheckResult;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Question;
import io.watertight.core.numeric.Strength;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The report as JSON, by {@code report.schema.json} beside this class. Enumerations are in lower case, what was not measured is
 * null, row ids count from 0, and nothing is ever removed once released.
 */
public final class JsonReport implements ReportWriter {

    /** Raised when a reader of an older version could misread a report; additions do not raise it. */
    public static final int VERSION = 1;

    /** Where the published schema lies, for {@link Class#getResourceAsStream}. */
    public static final String SCHEMA = "/io/watertight/core/report/report.schema.json";

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String extension() {
        return "json";
    }

    @Override
    public void write(AuditReport report, ReportOptions options, Appendable out) throws IOException {
        ObjectNode root = Json.object();
        root.put("version", VERSION);
        root.put("verdict", Wording.lower(report.verdict()));
        root.put("verdict_text", VerdictText.of(report).sentence());
        root.put("values_shown", options.showValues());
        root.set("study", JsonStudy.of(report.study(), options));
        root.set("findings", findings(report, report.findings(), options));
        root.set("accepted", findings(report, report.accepted(), options));
        root.set("questions", questions(report.questions()));
        root.set("checks", checks(report.checks()));
        root.set("strengths", strengths(report.strengths()));
        report.code().ifPresent(code -> root.set("code", LintJson.files(code)));
        root.set("provenance", provenance(report.provenance()));
        out.append(Json.write(root));
    }

    private static ArrayNode findings(AuditReport report, List<Finding> findings, ReportOptions options) {
        JsonFindings writer = new JsonFindings(report, options);
        ArrayNode array = Json.strings(List.of());
        findings.forEach(finding -> array.add(writer.of(finding)));
        return array;
    }

    static ArrayNode questions(List<Question> questions) {
        ArrayNode array = Json.strings(List.of());
        for (Question question : questions) {
            ObjectNode node = array.addObject();
            node.put("text", question.text());
            node.set("answers", Json.strings(question.answers()));
            node.set("columns", Json.strings(question.columns()));
            node.put("fingerprint", question.fingerprint());
        }
        return array;
    }

    static ArrayNode checks(List<CheckResult> checks) {
        ArrayNode array = Json.strings(List.of());
        for (CheckResult check : checks) {
            ObjectNode node = array.addObject();
            node.put("id", check.id());
            node.put("status", Wording.lower(check.status()));
            node.put("reason", NotChecked.reason(check));
            Json.put(node, "coverage", check.coverage());
            node.set("remarks", Json.strings(check.remarks()));
        }
        return array;
    }

    private static ArrayNode strengths(List<Strength> strengths) {
        ArrayNode array = Json.strings(List.of());
        for (Strength strength : strengths) {
            ObjectNode node = array.addObject();
            node.put("column", strength.column());
            node.put("measure", strength.measure());
            Json.put(node, "value", strength.value());
            Json.put(node, "standard_error", strength.standardError());
            node.put("rows", strength.rows());
        }
        return array;
    }

    private static ObjectNode provenance(Provenance provenance) {
        ObjectNode node = Json.object();
        node.put("version", provenance.version());
        node.put("engine", provenance.engine());
        node.set("inputs", Json.strings(provenance.inputs()));
        node.put("seed", provenance.seed());
        node.put("started", provenance.started().toString());
        Json.put(node, "seconds", provenance.seconds());
        node.put("queries", provenance.queries());
        node.put("rows", provenance.rows());
        node.put("sampled_rows", provenance.sampledRows());
        ObjectNode stages = node.putObject("stages");
        provenance.stages().forEach((stage, seconds) -> Json.put(stages, stage, (double) seconds));
        return node;
    }
}
