package io.watertight.app.report;

import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import io.watertight.core.check.FlowStep;
import io.watertight.core.check.Place;
import io.watertight.core.lint.Excerpt;
import io.watertight.core.lint.LintReport;
import io.watertight.core.lint.LintRule;
import io.watertight.core.lint.LintedFile;
import io.watertight.core.report.LintWords;
import io.watertight.core.report.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the cards of findings in code. Used for one page; not thread-safe. */
final class LintCards {

    private final LintReport report;
    private final Map<String, LintRule> rules;
    private final Map<String, List<Excerpt>> excerpts;
    private final Map<String, String> explained = new HashMap<>();

    LintCards(LintReport report, List<LintRule> rules) {
        this.report = report;
        this.rules = rules.stream().collect(Collectors.toMap(LintRule::id, Function.identity(), (one, two) -> one));
        this.excerpts = report.files().stream()
                .collect(Collectors.toMap(LintedFile::name, LintedFile::excerpts, (one, two) -> one));
    }

    LintCard card(int number, Finding finding) {
        String page = Optional.ofNullable(rules.get(finding.check()))
                .map(LintRule::page)
                .orElse("");
        String anchor = explained.getOrDefault(finding.check(), "");
        String why = anchor.isEmpty() ? CheckPage.section(page, "Why it misleads") : "";
        String limits = anchor.isEmpty() ? CheckPage.section(page, "Limits") : "";
        if (!why.isEmpty()) {
            explained.put(finding.check(), "finding-" + number);
        }
        String family = report.families().getOrDefault(finding.check(), "");
        String place = finding.subject().place().map(Place::words).orElse("");
        return new LintCard(
                number,
                finding.check(),
                family,
                Wording.lower(finding.severity()),
                Wording.lower(finding.confidence()),
                dots(finding.confidence()),
                finding.category().code(),
                Wording.title(finding.category()),
                finding.title(),
                place,
                finding.message(),
                code(finding),
                steps(finding),
                finding.fix().map(Fix::summary).map(ReportPages::sentence).orElse(""),
                finding.fix().map(this::diff).orElse(""),
                why,
                why.isEmpty() ? anchor : "",
                limits,
                "# watertight: ignore[" + finding.check() + "] because ...",
                finding.fingerprint(),
                number == 1,
                String.join(" ", finding.check(), family, finding.title(), finding.message(), place)
                        .toLowerCase(Locale.ROOT));
    }

    static int dots(Confidence confidence) {
        return switch (confidence) {
            case PROVEN -> 4;
            case HIGH -> 3;
            case MEDIUM -> 2;
            case LOW -> 1;
        };
    }

    private static List<LintCard.Step> steps(Finding finding) {
        return finding.evidence().flow().stream()
                .map(step -> new LintCard.Step(
                        (LintWords.line(step, finding).matches("\\d+") ? "line " : "") + LintWords.line(step, finding),
                        step.role(),
                        step.message(),
                        step.place().text()))
                .toList();
    }

    /** The excerpts that the finding or its flow touches; without any, the line itself. */
    private List<LintCard.Code> code(Finding finding) {
        List<Place> places = Stream.concat(
                        finding.subject().place().stream(),
                        finding.evidence().flow().stream().map(FlowStep::place))
                .toList();
        List<LintCard.Code> pieces = new ArrayList<>();
        for (String file : places.stream().map(Place::file).distinct().toList()) {
            for (Excerpt excerpt : excerpts.getOrDefault(file, List.of())) {
                boolean touched = places.stream()
                        .anyMatch(place -> place.file().equals(file) && excerpt.holds(place.cell(), place.line()));
                if (touched) {
                    pieces.add(piece(file, excerpt, finding));
                }
            }
        }
        if (pieces.isEmpty()) {
            finding.subject()
                    .place()
                    .map(place -> new Excerpt(place.cell(), place.line(), List.of(place.text())))
                    .ifPresent(line -> pieces.add(
                            piece(finding.subject().place().map(Place::file).orElse(""), line, finding)));
        }
        return pieces;
    }

    private static LintCard.Code piece(String file, Excerpt excerpt, Finding finding) {
        List<FlowStep> flow = finding.evidence().flow();
        List<LintCard.Line> lines = new ArrayList<>();
        for (int index = 0; index < excerpt.lines().size(); index++) {
            int number = excerpt.firstLine() + index;
            String steps = IntStream.range(0, flow.size())
                    .filter(step -> {
                        Place place = flow.get(step).place();
                        return place.file().equals(file) && place.cell() == excerpt.cell() && place.line() == number;
                    })
                    .mapToObj(step -> Integer.toString(step + 1))
                    .collect(Collectors.joining(" "));
            boolean accused = finding.subject()
                    .place()
                    .filter(place -> place.file().equals(file)
                            && place.cell() == excerpt.cell()
                            && place.line() <= number
                            && number <= Math.max(place.line(), place.endLine()))
                    .isPresent();
            lines.add(new LintCard.Line(number, excerpt.lines().get(index), steps, accused));
        }
        return new LintCard.Code(excerpt.cell() == 0 ? file : file + ", cell " + excerpt.cell(), lines);
    }

    /** The edit as lines taken out and put in; lines taken out are shown as far as the report holds them. */
    private String diff(Fix fix) {
        if (!(fix instanceof Fix.CodeEdit code)) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        for (Fix.LineEdit edit : code.edits()) {
            lines.add("@@ " + edit.file() + (edit.cell() == 0 ? "" : " cell " + edit.cell()) + " line "
                    + edit.firstLine() + " @@");
            for (int line = edit.firstLine(); line <= edit.lastLine(); line++) {
                int number = line;
                excerpts.getOrDefault(edit.file(), List.of()).stream()
                        .filter(excerpt -> excerpt.holds(edit.cell(), number))
                        .findFirst()
                        .ifPresentOrElse(
                                excerpt -> lines.add("-" + excerpt.lines().get(number - excerpt.firstLine())),
                                () -> lines.add("-(line " + number + ")"));
            }
            edit.replacement().forEach(line -> lines.add("+" + line));
        }
        return String.join("\n", lines);
    }
}
