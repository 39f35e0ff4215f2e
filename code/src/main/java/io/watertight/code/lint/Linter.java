package io.watertight.code.lint;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.code.source.CodeFile;
import io.watertight.code.source.CodeFiles;
import io.watertight.code.syntax.Parsed;
import io.watertight.core.WatertightException;
import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Findings;
import io.watertight.core.lint.LintReport;
import io.watertight.core.lint.LintReport.Suppressed;
import io.watertight.core.lint.LintedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads code and judges it. Nothing that is read is ever run. Thread-safe. */
public final class Linter {

    private static final long STACK = 64L << 20;

    private final LintOptions options;
    private final List<Rule> rules;

    public Linter(LintOptions options) {
        this.options = options;
        this.rules = Rules.all().stream()
                .filter(rule -> options.only().isEmpty()
                        || options.only().contains(rule.info().id()))
                .filter(rule -> !options.skipped().contains(rule.info().id()))
                .toList();
    }

    /** A file and how it is called in reports. */
    public record Input(Path path, String name) {}

    private record Read(
            LintedFile file, List<Finding> findings, List<Suppressed> suppressed, Map<String, String> failures) {}

    /**
     * Reads and judges files, several at a time.
     *
     * @param done told the name of each file when it is read; from several threads
     */
    public LintReport lint(List<Input> inputs, Consumer<String> done) {
        Program program = new Program(options.knowledge(), options.root());
        int threads = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), inputs.size()));
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> new Thread(null, task, "lint", STACK));
        try {
            List<Future<Read>> futures = new ArrayList<>();
            for (Input input : inputs) {
                futures.add(pool.submit(() -> {
                    Read read = read(program, input);
                    done.accept(input.name());
                    return read;
                }));
            }
            List<Read> all = new ArrayList<>();
            for (Future<Read> future : futures) {
                all.add(future.get());
            }
            return report(all);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new WatertightException("The reading of code was interrupted.", "start it again");
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof WatertightException known
                    ? known
                    : new IllegalStateException(failure.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private LintReport report(List<Read> all) {
        List<Finding> findings =
                all.stream().flatMap(read -> read.findings().stream()).toList();
        List<CheckResult> results = new ArrayList<>();
        Map<String, String> families = new LinkedHashMap<>();
        families.put(SuppressionComment.ID, SuppressionComment.FAMILY);
        for (Rule rule : rules) {
            String id = rule.info().id();
            families.put(id, rule.family());
            List<Finding> own = findings.stream()
                    .filter(finding -> finding.check().equals(id))
                    .toList();
            Optional<String> failure = all.stream()
                    .flatMap(read -> Optional.ofNullable(read.failures().get(id)).stream())
                    .findFirst();
            CheckStatus status =
                    failure.isPresent() ? CheckStatus.FAILED : own.isEmpty() ? CheckStatus.PASSED : CheckStatus.FOUND;
            results.add(new CheckResult(id, status, failure.orElse(""), 1, own, List.of()));
        }
        return new LintReport(
                all.stream().map(Read::file).toList(),
                findings,
                all.stream().flatMap(read -> read.suppressed().stream()).toList(),
                results,
                families,
                options.version());
    }

    private Read read(Program program, Input input) {
        long begun = System.nanoTime();
        CodeFile file;
        try {
            file = CodeFiles.read(input.path(), input.name());
        } catch (WatertightException unreadable) {
            return unread(input, unreadable);
        }
        List<Parsed> cells = program.parse(file);
        List<String> notices = new ArrayList<>(file.notices());
        cells.forEach(cell -> cell.problem().ifPresent(notices::add));
        Map<String, String> failures = new LinkedHashMap<>();
        CodeFacts facts;
        List<Finding> findings;
        try {
            facts = program.follow(cells, input.path());
            findings = judge(facts, failures);
        } catch (RuntimeException | StackOverflowError failure) {
            // A fault of ours costs one file, and is told.
            if (Boolean.getBoolean("watertight.trace")) {
                failure.printStackTrace();
            }
            return unread(
                    input,
                    new WatertightException(
                            input.name() + " could not be analysed: " + failure, "report it with the file"));
        }
        double milliseconds = (System.nanoTime() - begun) / 1e6;
        int lines = file.cells().stream().mapToInt(cell -> cell.lines().size()).sum();
        LintedFile linted = new LintedFile(
                file.name(),
                file.form().name().toLowerCase(Locale.ROOT).replace('_', '-'),
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
        Set<String> known = Rules.all().stream().map(rule -> rule.info().id()).collect(Collectors.toSet());
        Set<String> ran = rules.stream().map(rule -> rule.info().id()).collect(Collectors.toSet());
        ran.removeAll(failures.keySet());
        Suppressions.Answer answer = Suppressions.of(file).answer(findings, known, ran);
        return new Read(linted.withExcerpts(Excerpts.of(file, findings)), answer.open(), answer.suppressed(), failures);
    }

    private static Read unread(Input input, WatertightException problem) {
        LintedFile file =
                new LintedFile(input.name(), "unread", 0, 0, 0, List.of(problem.getMessage()), List.of(), 0, 0, 0);
        return new Read(file, List.of(), List.of(), Map.of());
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
