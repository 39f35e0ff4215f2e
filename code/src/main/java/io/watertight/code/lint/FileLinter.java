package io.watertight.code.lint;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.rule.Places;
import io.watertight.code.repair.Repairs;
import io.watertight.code.rule.Rule;
import io.watertight.code.source.CodeFile;
import io.watertight.code.source.CodeFiles;
import io.watertight.code.syntax.Parsed;
import io.watertight.core.WatertightException;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Findings;
import io.watertight.core.lint.LintReport;
import io.watertight.core.lint.LintedFile;
import io.watertight.core.study.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one file and judges it. Thread-safe. */
final class FileLinter {

    private final Program program;
    private final List<Rule> rules;
    private final Set<String> known;
    private final boolean onlyExecuted;

    /** @param known ids of all rules, also of those that are not run */
    FileLinter(Program program, List<Rule> rules, Set<String> known, boolean onlyExecuted) {
        this.program = program;
        this.rules = rules;
        this.known = known;
        this.onlyExecuted = onlyExecuted;
    }

    /**
     * What came of a file.
     *
     * @param failures rules that failed on it, by id, with the reason
     */
    record Result(
            LintedFile file,
            List<Finding> open,
            List<LintReport.Suppressed> suppressed,
            Map<String, String> failures) {}

    Result lint(Path path, String name) {
        long begun = System.nanoTime();
        try {
            return judged(CodeFiles.read(path, name), path, begun);
        } catch (WatertightException unreadable) {
            return unread(name, String.valueOf(unreadable.getMessage()));
        } catch (RuntimeException | StackOverflowError fault) {
            // A fault of ours costs one file only, and is told.
            return unread(name, "It could not be analysed (" + fault + "). Maybe report this with the file.");
        }
    }

    private static Result unread(String name, String reason) {
        LintedFile file = new LintedFile(name, "", 0, 0, 0, List.of(reason), List.of(), 0, 0, 0);
        return new Result(file, List.of(), List.of(), Map.of());
    }

    private Result judged(CodeFile file, Path path, long begun) {
        List<Parsed> documented = program.parse(file);
        Optional<List<Parsed>> executed = Program.executed(documented);
        Map<String, String> failures = new LinkedHashMap<>();
        CodeFacts facts = program.follow(onlyExecuted ? executed.orElse(documented) : documented, path);
        List<Finding> findings = Distinct.of(judge(facts, failures));
        if (!onlyExecuted && executed.isPresent()) {
            List<Finding> other = Distinct.of(judge(program.follow(executed.get(), path), failures));
            findings = Orders.both(findings, other);
        }
        findings = mended(findings, documented, executed, path);
        Set<String> ran = rules.stream().map(rule -> rule.info().id()).collect(Collectors.toSet());
        ran.removeAll(failures.keySet());
        Suppressions.Answer answer = Suppressions.of(file).answer(findings, known, ran);
        double milliseconds = (System.nanoTime() - begun) / 1e6;
        LintedFile linted = linted(file, documented, facts, milliseconds);
        return new Result(
                linted.withExcerpts(Excerpts.of(file, answer.open())), answer.open(), answer.suppressed(), failures);
    }

    private static LintedFile linted(CodeFile file, List<Parsed> cells, CodeFacts facts, double milliseconds) {
        List<String> notices = new ArrayList<>(file.notices());
        cells.forEach(cell -> cell.problem().ifPresent(notices::add));
        int lines = file.cells().stream().mapToInt(cell -> cell.lines().size()).sum();
        return new LintedFile(
                file.name(),
                Words.of(file.form()),
                file.cells().size(),
                lines,
                milliseconds,
                notices,
                facts.lost().stream()
                        .map(lost -> new LintedFile.NotAnalysed(Places.of(lost.site()), lost.reason()))
                        .toList(),
                facts.splits().size(),
                facts.fits().size(),
                facts.scores().size());
    }

    /** Edits hold for the order of the document; where cells were run in another, there is advice only. */
    private List<Finding> mended(
            List<Finding> findings, List<Parsed> documented, Optional<List<Parsed>> executed, Path path) {
        Repairs repairs = new Repairs(
                executed.isPresent() ? List.of() : documented,
                program.parser(),
                cells -> Distinct.of(judge(program.follow(cells, path), new HashMap<>())));
        return repairs.attach(findings);
    }

    private List<Finding> judge(CodeFacts facts, Map<String, String> failures) {
        List<Finding> all = new ArrayList<>();
        for (Rule rule : rules) {
            Findings findings = new Findings(rule.info());
            try {
                rule.judge(facts, findings);
            } catch (RuntimeException failure) {
                failures.put(rule.info().id(), String.valueOf(failure));
            }
            all.addAll(findings.found());
        }
        return all;
    }
}
