package io.watertight.core.report;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.check.Evidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Price;
import io.watertight.core.lint.LintReport;
import io.watertight.core.study.Acceptance;
import io.watertight.core.study.Study;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Findings as JSON. */
final class JsonFindings {

    private final Study study;
    private final Optional<LintReport> code;
    private final ReportOptions options;

    JsonFindings(AuditReport report, ReportOptions options) {
        this.study = report.study();
        this.code = report.code();
        this.options = options;
    }

    /** A finding about code has the form that a lint report gives it, with the findings that it leads before the steps of its flow. */
    ObjectNode of(Finding finding) {
        return code.filter(unused -> finding.subject().place().isPresent())
                .map(reading -> inCode(finding, reading))
                .orElseGet(() -> inData(finding));
    }

    private ObjectNode inCode(Finding finding, LintReport reading) {
        ObjectNode node = LintJson.finding(finding, reading);
        ArrayNode related = Json.strings(List.of());
        finding.supporting().forEach(other -> related.add(of(other)));
        node.path("related").forEach(related::add);
        node.set("related", related);
        reading.suppressed().stream()
                .filter(one -> one.finding().equals(finding))
                .findFirst()
                .ifPresent(one -> node.putObject("accepted").put("because", one.because()));
        accept(finding, node);
        return node;
    }

    private ObjectNode inData(Finding finding) {
        ObjectNode node = Json.object();
        node.put("check", finding.check());
        node.put("title", finding.title());
        node.put("category", finding.category().code());
        node.put("severity", Wording.lower(finding.severity()));
        node.put("confidence", Wording.lower(finding.confidence()));
        node.set("columns", Json.strings(finding.columns()));
        node.set("subject", subject(finding));
        node.put("message", finding.message());
        node.set("evidence", evidence(finding.evidence(), options));
        node.set("price", finding.price().map(JsonFindings::price).orElseGet(Json::object));
        node.set("fix", finding.fix().map(JsonFindings::fix).orElseGet(Json::object));
        ArrayNode related = node.putArray("related");
        finding.supporting().forEach(other -> related.add(of(other)));
        node.put("fingerprint", finding.fingerprint());
        accept(finding, node);
        return node;
    }

    private void accept(Finding finding, ObjectNode node) {
        acceptance(finding).ifPresent(acceptance -> {
            ObjectNode accepted = node.putObject("accepted");
            accepted.put("because", acceptance.because());
            acceptance.by().ifPresent(person -> accepted.put("by", person));
            acceptance.until().ifPresent(day -> accepted.put("until", day.toString()));
        });
    }

    private Optional<Acceptance> acceptance(Finding finding) {
        return study.declaration().acceptances().stream()
                .filter(one -> one.fingerprint().equals(finding.fingerprint()))
                .findFirst();
    }

    private ObjectNode subject(Finding finding) {
        ObjectNode node = Json.object();
        node.put("dataset", StudyName.of(study));
        ObjectNode items = node.putObject("items");
        if (!finding.evidence().rows().isEmpty()) {
            items.set("rows", Json.numbers(finding.evidence().rows()));
        }
        List<String> data = study.declaration().data();
        if (data.size() == 1) {
            node.put("file", data.get(0));
        } else {
            node.putNull("file");
        }
        node.putNull("cell");
        node.putNull("line");
        node.put("aspect", finding.subject().aspect());
        return node;
    }

    static ObjectNode evidence(Evidence evidence, ReportOptions options) {
        ObjectNode node = Json.object();
        node.put("measure", evidence.measure());
        Json.put(node, "value", evidence.value());
        Json.put(node, "threshold", evidence.threshold());
        ObjectNode facts = node.putObject("facts");
        evidence.facts().forEach((name, value) -> Json.put(facts, name, value));
        node.set("rows", Json.numbers(evidence.rows()));
        ArrayNode groups = node.putArray("row_groups");
        evidence.rowGroups().forEach(group -> groups.add(Json.numbers(group)));
        Json.put(node, "coverage", evidence.coverage());
        if (options.showValues()) {
            node.set("values", Json.map(evidence.values()));
        }
        return node;
    }

    static ObjectNode price(Price price) {
        ObjectNode node = Json.object();
        node.put("measure", price.measure());
        Json.put(node, "before", price.before());
        Json.put(node, "after", price.after());
        Json.put(node, "difference", price.difference());
        Json.put(node, "low", price.low());
        Json.put(node, "high", price.high());
        node.put("paired", price.paired());
        node.put("meaning", Price.MEANING);
        node.put("note", price.note());
        return node;
    }

    static ObjectNode fix(Fix fix) {
        ObjectNode node = Json.object();
        node.put("summary", fix.summary());
        if (fix instanceof Fix.ConfigEdit edit) {
            node.put("path", edit.path());
            node.set("values", Json.strings(edit.values()));
        } else if (fix instanceof Fix.CodeEdit edit) {
            ArrayNode edits = node.putArray("edits");
            edit.edits().forEach(lines -> edits.add(edit(lines)));
        }
        return node;
    }

    private static ObjectNode edit(Fix.LineEdit lines) {
        ObjectNode node = Json.object();
        node.put("file", lines.file());
        if (lines.cell() == 0) {
            node.putNull("cell");
        } else {
            node.put("cell", lines.cell());
        }
        node.put("first_line", lines.firstLine());
        node.put("last_line", lines.lastLine());
        node.set("replacement", Json.strings(lines.replacement()));
        return node;
    }
}
