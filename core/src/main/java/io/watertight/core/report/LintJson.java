package io.watertight.core.report;

import io.watertight.core.check.Finding;
import io.watertight.core.check.FlowStep;
import io.watertight.core.check.Place;
import io.watertight.core.check.Question;
import io.watertight.core.lint.LintReport;
import io.watertight.core.lint.LintedFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The lint report as JSON, by the same schema as an audit's ({@link JsonReport#SCHEMA}); it has {@code files} and {@code suppressed}
 * where an audit has its study. Cells, lines count from 1; a finding carries its file, cell and line flat as well.
 */
public final class LintJson implements LintReportWriter {

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String extension() {
        return "json";
    }

    @Override
    public void write(LintReport report, ReportOptions options, Appendable out) throws IOException {
        ObjectNode root = Json.object();
        root.put("version", JsonReport.VERSION);
        root.put("verdict", Wording.lower(report.verdict()));
        root.put("verdict_text", LintWords.answer(report));
        ArrayNode findings = root.putArray("findings");
        report.findings().forEach(finding -> findings.add(finding(finding, report)));
        ArrayNode suppressed = root.putArray("suppressed");
        report.suppressed().forEach(one -> {
            ObjectNode node = finding(one.finding(), report);
            node.putObject("accepted").put("because", one.because());
            suppressed.add(node);
        });
        List<Question> questions = report.findings().stream()
                .flatMap(finding -> finding.question().stream())
                .distinct()
                .limit(5)
                .toList();
        root.set("questions", JsonReport.questions(questions));
        root.set("checks", JsonReport.checks(report.rules()));
        root.set("files", files(report));
        ObjectNode provenance = root.putObject("provenance");
        provenance.put("version", report.version());
        provenance.set(
                "inputs",
                Json.strings(report.files().stream().map(LintedFile::name).toList()));
        Json.put(provenance, "seconds", report.seconds());
        out.append(Json.write(root));
    }

    static ObjectNode finding(Finding finding, LintReport report) {
        ObjectNode node = Json.object();
        Optional<Place> place = finding.subject().place();
        node.put("check", finding.check());
        node.put("title", finding.title());
        node.put("family", report.families().getOrDefault(finding.check(), ""));
        node.put("category", finding.category().code());
        node.put("severity", Wording.lower(finding.severity()));
        node.put("confidence", Wording.lower(finding.confidence()));
        place(place, node);
        place.ifPresentOrElse(at -> node.put("file_line", at.fileLine()), () -> node.putNull("file_line"));
        node.put("code", place.map(Place::text).orElse(""));
        node.set("columns", Json.strings(finding.columns()));
        ObjectNode subject = node.putObject("subject");
        subject.putNull("dataset");
        subject.putObject("items");
        place(place, subject);
        subject.put("aspect", finding.subject().aspect());
        node.put("message", finding.message());
        node.set("evidence", JsonFindings.evidence(finding.evidence(), ReportOptions.DEFAULT));
        node.set("price", finding.price().map(JsonFindings::price).orElseGet(Json::object));
        node.set("fix", finding.fix().map(JsonFindings::fix).orElseGet(Json::object));
        ArrayNode related = node.putArray("related");
        finding.evidence().flow().forEach(step -> related.add(step(step)));
        node.put("fingerprint", finding.fingerprint());
        return node;
    }

    private static ObjectNode step(FlowStep step) {
        ObjectNode node = Json.object();
        place(Optional.of(step.place()), node);
        node.put("file_line", step.place().fileLine());
        node.put("role", step.role());
        node.put("message", step.message());
        node.put("code", step.place().text());
        return node;
    }

    private static void place(Optional<Place> place, ObjectNode node) {
        place.ifPresentOrElse(at -> node.put("file", at.file()), () -> node.putNull("file"));
        place.filter(at -> at.cell() > 0)
                .ifPresentOrElse(at -> node.put("cell", at.cell()), () -> node.putNull("cell"));
        place.ifPresentOrElse(at -> node.put("line", at.line()), () -> node.putNull("line"));
    }

    static ArrayNode files(LintReport report) {
        ArrayNode files = Json.strings(List.of());
        report.files().forEach(file -> files.add(file(file)));
        return files;
    }

    private static ObjectNode file(LintedFile file) {
        ObjectNode node = Json.object();
        node.put("file", file.name());
        node.put("status", !file.isRead() ? "not-read" : file.isFollowed() ? "followed" : "partly-followed");
        node.put("form", file.form());
        node.put("cells", file.cells());
        node.put("lines", file.lines());
        Json.put(node, "milliseconds", file.milliseconds());
        node.put("splits", file.splits());
        node.put("fits", file.fits());
        node.put("scores", file.scores());
        node.set("notices", Json.strings(file.notices()));
        ArrayNode lost = node.putArray("not_analysed");
        file.notAnalysed().forEach(one -> {
            ObjectNode entry = lost.addObject();
            place(Optional.of(one.place()), entry);
            entry.put("file_line", one.place().fileLine());
            entry.put("reason", one.reason());
        });
        return node;
    }
}
