package io.watertight.core.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.watertight.core.audit.AuditReport;
import io.watertight.core.audit.CodeReading;
import io.watertight.core.check.Catalogue;
import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.core.lint.LintedFile;
import io.watertight.core.study.Acceptance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * SARIF 2.1.0, for code hosts and editors. A finding about columns names each as a logical location in the data file; a finding
 * about rows points to the file alone. Never holds cell values, whatever the options say.
 */
public final class SarifReport implements ReportWriter {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    unused -> JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .build();

    private final Catalogue catalogue;

    /** @param catalogue its checks become the rules */
    public SarifReport(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String name() {
        return "sarif";
    }

    @Override
    public String extension() {
        return "sarif";
    }

    @Override
    public void write(AuditReport report, ReportOptions options, Appendable out) throws IOException {
        Sarif.Log log = new Sarif.Log(Sarif.SCHEMA, Sarif.VERSION, List.of(run(report)));
        ObjectNode tree = MAPPER.valueToTree(log);
        out.append(Json.write(tree));
    }

    private Sarif.Run run(AuditReport report) {
        Map<String, Integer> index = new TreeMap<>();
        List<Sarif.Rule> rules = new ArrayList<>();
        for (Check<?> check : catalogue.checks()) {
            index.put(check.info().id(), rules.size());
            rules.add(rule(check.info()));
        }
        for (Finding finding : findings(report).toList()) {
            if (!index.containsKey(finding.check())) {
                index.put(finding.check(), rules.size());
                rules.add(rule(finding));
            }
        }
        List<Sarif.Artifact> artifacts = Stream.concat(
                        report.study().declaration().data().stream(),
                        report.code().stream()
                                .flatMap(code -> code.files().stream())
                                .map(LintedFile::name))
                .flatMap(path -> FileUri.of(path).stream())
                .map(uri -> new Sarif.Artifact(new Sarif.ArtifactLocation(uri)))
                .toList();
        return new Sarif.Run(
                new Sarif.Tool(
                        new Sarif.Driver("Watertight", report.provenance().version(), rules)),
                new Sarif.AutomationDetails("watertight/" + FileUri.escaped(StudyName.of(report.study()))),
                List.of(invocation(report)),
                artifacts,
                findings(report)
                        .map(finding -> result(report, finding, index.getOrDefault(finding.check(), 0)))
                        .toList(),
                "unicodeCodePoints");
    }

    private static Stream<Finding> findings(AuditReport report) {
        return Stream.concat(report.findings().stream(), report.accepted().stream());
    }

    private static Sarif.Rule rule(CheckInfo info) {
        return rule(info.id(), info.title(), info.category(), info.severity());
    }

    private static Sarif.Rule rule(Finding finding) {
        return rule(finding.check(), finding.title(), finding.category(), finding.severity());
    }

    private static Sarif.Rule rule(String id, String title, Category category, Severity severity) {
        return new Sarif.Rule(
                id,
                pascal(id),
                Sarif.Message.of(title + "."),
                Optional.of(Sarif.Message.of("Run: watertight explain " + id)),
                new Sarif.Configuration(level(severity)),
                new Sarif.Properties(List.of("data-leakage", category.code()), Map.of()));
    }

    /** {@code scaler-before-split} is {@code ScalerBeforeSplit}. */
    static String pascal(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("-", -1)) {
            if (!word.isEmpty()) {
                name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return name.toString();
    }

    private static Sarif.Invocation invocation(AuditReport report) {
        List<Sarif.Notification> notifications = new ArrayList<>();
        for (CheckResult check : report.checks()) {
            if (check.status() == CheckStatus.FAILED) {
                notifications.add(new Sarif.Notification(
                        "error",
                        Sarif.Message.of(escaped(NotChecked.reason(check))),
                        List.of(),
                        Optional.of(new Sarif.Descriptor(check.id()))));
            }
        }
        report.code()
                .map(CodeReading::gap)
                .filter(gap -> !gap.isEmpty())
                .ifPresent(gap -> notifications.add(
                        new Sarif.Notification("warning", Sarif.Message.of(gap + "."), List.of(), Optional.empty())));
        boolean successful = report.count(CheckStatus.FAILED) == 0;
        return new Sarif.Invocation(
                successful, Optional.of(report.provenance().started().toString()), notifications);
    }

    private static Sarif.Result result(AuditReport report, Finding finding, int rule) {
        StringBuilder message = new StringBuilder(finding.message());
        CodeProof.within(finding).stream()
                .filter(code -> !code.equals(finding))
                .forEach(code -> message.append(" ")
                        .append(CodeProof.where(code, finding))
                        .append("."));
        finding.fix()
                .ifPresent(fix -> message.append(" Fix: ").append(fix.summary()).append('.'));
        SarifFlow flow = SarifFlow.ofStory(finding);
        return new Sarif.Result(
                finding.check(),
                rule,
                level(finding.severity()),
                Sarif.Message.of(escaped(message.toString())),
                List.of(location(report, finding)),
                flow.related(),
                flow.codeFlows(),
                Map.of("watertight/v1", finding.fingerprint()),
                suppressions(report, finding),
                List.of(),
                Optional.empty(),
                new Sarif.Properties(
                        List.of(),
                        new TreeMap<>(Map.of(
                                "confidence",
                                Wording.lower(finding.confidence()),
                                "category",
                                finding.category().code()))));
    }

    private static Sarif.Location location(AuditReport report, Finding finding) {
        return finding.subject()
                .place()
                .map(place -> LintSarif.location(place, Optional.empty(), ""))
                .orElseGet(() -> inData(report, finding));
    }

    private static Sarif.Location inData(AuditReport report, Finding finding) {
        List<String> data = report.study().declaration().data();
        Optional<String> uri = data.isEmpty() ? Optional.empty() : FileUri.of(data.get(0));
        // The header is where a column's name stands; what is binary has no lines.
        boolean header =
                !finding.columns().isEmpty() && uri.filter(FileUri::isText).isPresent();
        Optional<Sarif.PhysicalLocation> physical = uri.map(place -> new Sarif.PhysicalLocation(
                new Sarif.ArtifactLocation(place), header ? Optional.of(Sarif.Region.line(1)) : Optional.empty()));
        List<Sarif.LogicalLocation> columns = finding.columns().stream()
                .map(column -> new Sarif.LogicalLocation(column, StudyName.of(report.study()) + "." + column, "member"))
                .toList();
        return new Sarif.Location(Optional.empty(), physical, columns, Optional.empty());
    }

    private static List<Sarif.Suppression> suppressions(AuditReport report, Finding finding) {
        if (!report.accepted().contains(finding)) {
            return List.of();
        }
        return report.study().declaration().acceptances().stream()
                .filter(one -> one.fingerprint().equals(finding.fingerprint()))
                .map(Acceptance::because)
                .map(because -> new Sarif.Suppression("external", because))
                .toList();
    }

    static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    /** Braces and brackets have a meaning in SARIF messages (placeholders and links). */
    static String escaped(String text) {
        return Visible.text(text)
                .replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace("{", "{{")
                .replace("}", "}}");
    }
}
