package io.watertight.core.report;

import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Fingerprint;
import io.watertight.core.check.Place;
import io.watertight.core.lint.LintReport;
import io.watertight.core.lint.LintReport.Suppressed;
import io.watertight.core.lint.LintRule;
import io.watertight.core.lint.LintedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * SARIF 2.1.0 of findings in code: the flow from the source to the model as a code flow, edits as fixes. In a notebook the region is the
 * line of its JSON text, where code hosts show it; the cell and its line stand in the message and in the logical location.
 */
public final class LintSarif implements LintReportWriter {

    private final List<LintRule> known;

    /** @param rules they become the rules of the tool, each with its page as help */
    public LintSarif(List<LintRule> rules) {
        this.known = List.copyOf(rules);
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
    public void write(LintReport report, ReportOptions options, Appendable out) throws IOException {
        Sarif.Log log = new Sarif.Log(Sarif.SCHEMA, Sarif.VERSION, List.of(run(report)));
        ObjectNode tree = SarifReport.MAPPER.valueToTree(log);
        out.append(Json.write(tree));
    }

    private Sarif.Run run(LintReport report) {
        Map<String, Integer> index = new HashMap<>();
        List<Sarif.Rule> rules = new ArrayList<>();
        for (LintRule rule : known) {
            index.put(rule.id(), rules.size());
            rules.add(rule(rule));
        }
        report.everything()
                .filter(finding -> !index.containsKey(finding.check()))
                .forEach(finding -> {
                    if (index.putIfAbsent(finding.check(), rules.size()) == null) {
                        rules.add(rule(new LintRule(
                                finding.check(),
                                finding.title(),
                                finding.category(),
                                finding.severity(),
                                report.families().getOrDefault(finding.check(), ""),
                                "")));
                    }
                });
        List<Sarif.Artifact> artifacts = report.files().stream()
                .flatMap(file -> FileUri.of(file.name()).stream())
                .map(uri -> new Sarif.Artifact(new Sarif.ArtifactLocation(uri)))
                .toList();
        Map<String, Integer> repeats = new HashMap<>();
        List<Sarif.Result> results = Stream.concat(
                        report.findings().stream().map(finding -> new Answered(finding, Optional.empty())),
                        report.suppressed().stream().map(one -> new Answered(one.finding(), Optional.of(one))))
                .map(one -> result(one, report, index.getOrDefault(one.finding().check(), 0), repeats))
                .toList();
        return new Sarif.Run(
                new Sarif.Tool(new Sarif.Driver("Watertight", report.version(), rules)),
                new Sarif.AutomationDetails("watertight-lint/"),
                List.of(invocation(report)),
                artifacts,
                results,
                "unicodeCodePoints");
    }

    private record Answered(Finding finding, Optional<Suppressed> reason) {}

    private static Sarif.Rule rule(LintRule rule) {
        String run = "Run: watertight explain " + rule.id();
        return new Sarif.Rule(
                rule.id(),
                SarifReport.pascal(rule.id()),
                Sarif.Message.of(rule.title() + "."),
                Optional.of(new Sarif.Message(run, Optional.of(rule.page()).filter(page -> !page.isBlank()))),
                new Sarif.Configuration(SarifReport.level(rule.severity())),
                new Sarif.Properties(
                        Stream.of("data-leakage", rule.category().code(), rule.family())
                                .filter(tag -> !tag.isEmpty())
                                .toList(),
                        Map.of()));
    }

    private static Sarif.Invocation invocation(LintReport report) {
        List<Sarif.Notification> notifications = new ArrayList<>();
        report.rules().stream()
                .filter(rule -> rule.status() == CheckStatus.FAILED)
                .forEach(rule -> notifications.add(new Sarif.Notification(
                        "error",
                        Sarif.Message.of(SarifReport.escaped(NotChecked.reason(rule))),
                        List.of(),
                        Optional.of(new Sarif.Descriptor(rule.id())))));
        for (LintedFile file : report.files()) {
            List<Sarif.Location> whole = FileUri.of(file.name()).stream()
                    .map(uri -> new Sarif.PhysicalLocation(new Sarif.ArtifactLocation(uri), Optional.empty()))
                    .map(place -> new Sarif.Location(Optional.empty(), Optional.of(place), List.of(), Optional.empty()))
                    .toList();
            file.notices()
                    .forEach(notice -> notifications.add(notification(
                            "warning", file.name() + (file.isRead() ? ": " : " was not read: ") + notice, whole)));
            file.notAnalysed()
                    .forEach(lost -> notifications.add(notification(
                            "note",
                            "Not analysed: " + lost.reason(),
                            List.of(location(lost.place(), Optional.empty(), "")))));
        }
        boolean successful = report.rules().stream().noneMatch(rule -> rule.status() == CheckStatus.FAILED);
        return new Sarif.Invocation(successful, Optional.empty(), notifications);
    }

    private static Sarif.Notification notification(String level, String text, List<Sarif.Location> locations) {
        return new Sarif.Notification(level, Sarif.Message.of(SarifReport.escaped(text)), locations, Optional.empty());
    }

    private static Sarif.Result result(Answered one, LintReport report, int rule, Map<String, Integer> repeats) {
        Finding finding = one.finding();
        Optional<Place> place = finding.subject().place();
        StringBuilder message = new StringBuilder();
        place.filter(at -> at.cell() > 0)
                .ifPresent(at -> message.append("Cell ")
                        .append(at.cell())
                        .append(", line ")
                        .append(at.line())
                        .append(": "));
        message.append(finding.message());
        finding.fix()
                .ifPresent(fix -> message.append(" Fix: ").append(fix.summary()).append('.'));
        SarifFlow flow = SarifFlow.of(finding);
        Map<String, String> properties = new TreeMap<>(Map.of(
                "confidence",
                Wording.lower(finding.confidence()),
                "category",
                finding.category().code()));
        Optional.ofNullable(report.families().get(finding.check()))
                .ifPresent(family -> properties.put("family", family));
        return new Sarif.Result(
                finding.check(),
                rule,
                SarifReport.level(finding.severity()),
                Sarif.Message.of(SarifReport.escaped(message.toString())),
                place.map(at -> List.of(location(at, Optional.empty(), ""))).orElse(List.of()),
                flow.related(),
                flow.codeFlows(),
                fingerprints(finding, repeats),
                one.reason().stream()
                        .map(reason ->
                                new Sarif.Suppression(reason.isInSource() ? "inSource" : "external", reason.because()))
                        .toList(),
                finding.fix().stream()
                        .flatMap(fix -> LintSarifFix.of(fix).stream())
                        .toList(),
                Optional.of(rank(finding.confidence())),
                new Sarif.Properties(List.of(), properties));
    }

    /** The line's text and how often it was met before: stable when lines are added above, as code hosts want it. */
    private static Map<String, String> fingerprints(Finding finding, Map<String, Integer> repeats) {
        Map<String, String> all = new TreeMap<>();
        all.put("watertight/v1", finding.fingerprint());
        finding.subject().place().ifPresent(place -> {
            String hash = Fingerprint.of(place.text());
            int count = repeats.merge(finding.check() + "\n" + place.file() + "\n" + hash, 1, Integer::sum);
            all.put("primaryLocationLineHash", hash + ":" + count);
        });
        return all;
    }

    /** Rank is SARIF's measure of how much a result deserves to be looked at, 0 to 100. */
    private static double rank(Confidence confidence) {
        return switch (confidence) {
            case PROVEN -> 100;
            case HIGH -> 80;
            case MEDIUM -> 50;
            case LOW -> 20;
        };
    }

    static Sarif.Location location(Place place, Optional<Integer> id, String message) {
        Optional<Sarif.PhysicalLocation> physical = FileUri.of(place.file())
                .map(uri -> new Sarif.PhysicalLocation(new Sarif.ArtifactLocation(uri), Optional.of(region(place))));
        List<Sarif.LogicalLocation> logical = place.cell() == 0
                ? List.of()
                : List.of(
                        new Sarif.LogicalLocation("cell " + place.cell() + ":" + place.line(), place.words(), "cell"));
        return new Sarif.Location(
                id,
                physical,
                logical,
                Optional.of(message)
                        .filter(text -> !text.isEmpty())
                        .map(text -> Sarif.Message.of(SarifReport.escaped(text))));
    }

    private static Sarif.Region region(Place place) {
        Sarif.Message snippet = Sarif.Message.of(Visible.text(place.text()));
        if (LintSarifFix.isNotebook(place.file())) {
            return new Sarif.Region(
                    Math.max(1, place.fileLine()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(snippet));
        }
        return new Sarif.Region(
                Math.max(1, place.fileLine()),
                Optional.of(place.column() + 1),
                Optional.of(place.fileLine() + place.endLine() - place.line()),
                Optional.of(place.endColumn() + 1),
                Optional.of(snippet));
    }
}
