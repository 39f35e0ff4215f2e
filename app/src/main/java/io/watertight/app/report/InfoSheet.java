package io.watertight.app.report;

import io.watertight.core.audit.Provenance;
import io.watertight.core.report.FourQuestions;
import io.watertight.core.report.Numbers;
import io.watertight.core.report.VerdictText;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Part;
import io.watertight.core.study.Signature;
import io.watertight.ml.evaluate.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A model info sheet after Kapoor and Narayanan (Patterns 4, 2023, 100804), filled by the run: for each failure mode the claim, what the
 * run itself establishes, what the audit says, and the question left to a person with the answer if somebody gave one.
 */
public final class InfoSheet {

    private final InfoSheetReport report;
    private final EvaluationReport run;
    private final EvaluationSheet scores;
    private final Declaration declaration;

    public InfoSheet(InfoSheetReport report) {
        this.report = report;
        this.run = report.run();
        this.scores = new EvaluationSheet(run);
        this.declaration = run.view().study().declaration();
    }

    public Sheet sheet() {
        List<ModeEntry> modes = new ModeEntries(report).all();
        StrongestFeatures strongest = new StrongestFeatures(report.audit());
        int unanswered = modes.stream().mapToInt(ModeEntry::unanswered).sum();
        List<SheetSection> sections = new ArrayList<>();
        sections.add(summary(modes, strongest, unanswered));
        modes.forEach(mode -> sections.add(mode.section()));
        sections.add(strongest.section());
        sections.add(fourQuestions());
        sections.add(scores.scores());
        sections.add(scores.remarks());
        sections.add(scores.otherMeasures());
        sections.add(testSet());
        sections.add(people());
        sections.add(questions());
        sections.add(data());
        sections.add(provenance());
        return new Sheet(
                run.data(),
                "Model info sheet: " + run.view().study().target().orElseThrow().column(),
                VerdictText.of(report.audit()).headline(),
                scores.headline() + "; " + Numbers.of(unanswered, "question") + " left to a person.",
                List.of(
                        new FindingCard.Fact(
                                "fits", Numbers.count(report.evidence().fits())),
                        new FindingCard.Fact(
                                "held-out rows seen",
                                Numbers.count(report.evidence().heldOutSeen())),
                        new FindingCard.Fact(
                                "findings",
                                Numbers.count(report.audit().findings().size())),
                        new FindingCard.Fact("left to a person", Numbers.count(unanswered))),
                sections,
                ScorePlot.of(run).stream().toList(),
                false,
                run.version());
    }

    private SheetSection summary(List<ModeEntry> modes, StrongestFeatures strongest, int unanswered) {
        List<String> lines = new ArrayList<>();
        lines.add(VerdictText.of(report.audit()).sentence());
        lines.add(
                "'Established by the run' is read off the log of this run's fits, its split and its rows. 'Audit' is what the"
                        + " checks found in the data. 'Left to a person' is what neither can know; it is not taken for a yes. Answer with:"
                        + " watertight answer L1.2 \"...\" --by NAME");
        List<String> missing = strongest.unanswered();
        lines.add(
                missing.isEmpty() && unanswered == 0
                        ? "Every question has an answer."
                        : "Not signed off: " + Numbers.of(unanswered, "question") + " without an answer, "
                                + Numbers.count(missing.size())
                                + " of the strongest features not said to be known in time.");
        List<List<String>> rows = new ArrayList<>();
        for (ModeEntry mode : modes) {
            rows.add(List.of(
                    mode.code(),
                    mode.title(),
                    mode.standing(),
                    mode.audit().get(0).replaceFirst(" \\(.*", ""),
                    mode.unanswered() == 0 ? "answered" : Numbers.count(mode.unanswered()) + " open"));
        }
        return new SheetSection(
                "modes",
                "Failure modes",
                lines,
                List.of(new SheetSection.Table(
                        "after Kapoor and Narayanan, Leakage and the reproducibility crisis in machine-learning-based science,"
                                + " Patterns 4 (2023) 100804",
                        List.of("mode", "what goes wrong", "this run shows", "audit", "a person"),
                        rows,
                        4)));
    }

    private SheetSection fourQuestions() {
        List<List<String>> rows = new ArrayList<>();
        for (FourQuestions.Answer answer : new RunQuestions(report).all()) {
            rows.add(List.of(
                    answer.text(),
                    answer.wanted(),
                    switch (answer.state()) {
                        case GOOD -> "as wanted";
                        case BAD -> "NOT as wanted";
                        case OPEN -> "for a person to judge";
                    },
                    answer.answer()));
        }
        return new SheetSection(
                "questions-four",
                "Four questions",
                List.of(),
                List.of(new SheetSection.Table(
                        "before one believes a score", List.of("question", "wanted", "stands", "answer"), rows, 3)));
    }

    private SheetSection testSet() {
        return new SheetSection(
                "looks",
                "Looks at the test set",
                List.of(report.history()
                        .orElse(
                                "No test set is set aside, so the ledger has nothing to count: how often these rows were scored"
                                        + " before is not known here (L1.1).")),
                List.of());
    }

    private SheetSection people() {
        List<List<String>> rows = new ArrayList<>();
        new TreeMap<>(declaration.answers()).forEach((question, answer) -> {
            Signature signature = declaration.signatures().getOrDefault(question, Signature.NONE);
            rows.add(List.of(
                    signature.question().orElse("question " + question),
                    answer,
                    signature.by().orElse("not recorded"),
                    signature.on().map(String::valueOf).orElse("not recorded")));
        });
        declaration
                .acceptances()
                .forEach(acceptance -> rows.add(List.of(
                        "Finding " + acceptance.fingerprint() + " accepted",
                        acceptance.because(),
                        acceptance.by().orElse("not recorded"),
                        acceptance.on().map(String::valueOf).orElse("not recorded"))));
        return new SheetSection(
                "people",
                "Answered by people",
                rows.isEmpty() ? List.of("Nobody has answered anything yet.") : List.of(),
                rows.isEmpty()
                        ? List.of()
                        : List.of(new SheetSection.Table(
                                "from the study file", List.of("asked", "answer", "by", "on"), rows, 3)));
    }

    private SheetSection questions() {
        List<String> lines = report.audit().questions().stream()
                .map(question -> question.text() + " (" + String.join(" or ", question.answers()) + ")")
                .toList();
        return new SheetSection("questions", "Questions of the audit", lines, List.of());
    }

    private SheetSection data() {
        long tests = run.view().profile().rows(Part.TEST);
        int columns = run.view().study().columns().size();
        boolean twoFiles = report.inputs().size() == 2 && !declaration.test().isEmpty();
        List<List<String>> rows = new ArrayList<>();
        for (InputFile file : report.inputs()) {
            OptionalLong held = report.inputs().size() == 1
                    ? OptionalLong.of(run.tableRows())
                    : twoFiles
                            ? OptionalLong.of(file.part().equals("test") ? tests : run.tableRows() - tests)
                            : OptionalLong.empty();
            rows.add(List.of(
                    file.name(),
                    file.bytes().isPresent() ? Numbers.count(file.bytes().getAsLong()) : "-",
                    held.isPresent() ? Numbers.count(held.getAsLong()) : "-",
                    file.part(),
                    file.sha256().orElse("not one file: no hash")));
        }
        return new SheetSection(
                "data",
                "Data",
                List.of(Numbers.of(run.tableRows(), "row") + " and " + Numbers.of(columns, "column") + " in all."),
                List.of(new SheetSection.Table(
                        "files read, known by their bytes",
                        List.of("file", "bytes", "rows", "part", "SHA-256"),
                        rows,
                        2)));
    }

    private SheetSection provenance() {
        Provenance provenance = report.audit().provenance();
        List<String> lines = new ArrayList<>();
        lines.add("Watertight " + run.version() + ", " + provenance.engine() + ", seed "
                + run.evaluation().seed() + ", begun " + provenance.started() + ".");
        lines.add("Learners: "
                + String.join(
                        "; ",
                        run.evaluation().learners(Standing.CANDIDATE).stream()
                                .map(learner -> learner.name())
                                .toList())
                + "; beside baselines on the same folds.");
        run.evaluation()
                .best()
                .ifPresent(best -> lines.add(
                        "Intervals: " + run.evaluation().interval(best).method() + "."));
        run.view()
                .study()
                .guesses()
                .forEach(guess ->
                        lines.add("Guessed: " + guess.about() + " " + guess.value() + " (" + guess.because() + ")."));
        return new SheetSection("provenance", "Provenance", lines, List.of());
    }
}
