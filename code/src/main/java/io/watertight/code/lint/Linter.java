package io.watertight.code.lint;

import io.watertight.code.knowledge.Knowledge;
import io.watertight.code.knowledge.KnowledgeFiles;
import io.watertight.code.rule.Rule;
import io.watertight.core.WatertightException;
import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Finding;
import io.watertight.core.engine.Progress;
import io.watertight.core.lint.LintReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Reads code and judges it, several files at a time. Nothing that is read is ever run. Stateless. */
public final class Linter {

    /** Enough for the deepest syntax tree that is read, each level of which takes several calls. */
    private static final long STACK = 512L << 20;

    private Linter() {}

    /**
     * Reads the files; one that cannot be read is listed as such.
     *
     * @param files scripts, notebooks and documents with chunks, named as they are to be called in the report
     * @throws WatertightException when the file of knowledge is wrong, or the thread is interrupted
     */
    public static LintReport lint(List<Path> files, LintOptions options, Progress progress) {
        progress.stage("Reading code", files.size());
        Knowledge knowledge = options.knowledge()
                .map(own -> KnowledgeFiles.with(List.of(own)))
                .orElseGet(Knowledge::bundled);
        List<Rule> rules = rules(options);
        FileLinter linter =
                new FileLinter(new Program(knowledge), rules, ids(Rules.all()), options.isInExecutedOrder());
        List<FileLinter.Result> results = all(files, linter, progress);
        return report(results, rules);
    }

    private static List<Rule> rules(LintOptions options) {
        return Rules.all().stream()
                .filter(rule -> options.only().isEmpty()
                        || options.only().contains(rule.info().id()))
                .filter(rule -> !options.skip().contains(rule.info().id()))
                .toList();
    }

    private static Set<String> ids(List<Rule> rules) {
        return rules.stream().map(rule -> rule.info().id()).collect(Collectors.toSet());
    }

    private static List<FileLinter.Result> all(List<Path> files, FileLinter linter, Progress progress) {
        int threads = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), files.size()));
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(null, task, "lint", STACK);
            thread.setDaemon(true);
            return thread;
        });
        AtomicInteger done = new AtomicInteger();
        try {
            List<Future<FileLinter.Result>> futures = new ArrayList<>();
            for (Path file : files) {
                futures.add(pool.submit(() -> {
                    FileLinter.Result result = linter.lint(file);
                    progress.at((double) done.incrementAndGet() / files.size());
                    return result;
                }));
            }
            List<FileLinter.Result> results = new ArrayList<>();
            for (Future<FileLinter.Result> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new WatertightException("The reading of code was interrupted.", "start it again");
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a file's fault should have been caught", failure.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static LintReport report(List<FileLinter.Result> results, List<Rule> rules) {
        List<Finding> findings =
                results.stream().flatMap(result -> result.open().stream()).toList();
        List<LintReport.Suppressed> suppressed =
                results.stream().flatMap(result -> result.suppressed().stream()).toList();
        List<CheckResult> ended = new ArrayList<>();
        Map<String, String> families = new LinkedHashMap<>();
        for (Rule rule : rules) {
            String id = rule.info().id();
            families.put(id, rule.family());
            List<Finding> own = findings.stream()
                    .filter(finding -> finding.check().equals(id))
                    .toList();
            Optional<String> failure = results.stream()
                    .flatMap(result -> Optional.ofNullable(result.failures().get(id)).stream())
                    .findFirst();
            CheckStatus status =
                    failure.isPresent() ? CheckStatus.FAILED : own.isEmpty() ? CheckStatus.PASSED : CheckStatus.FOUND;
            ended.add(new CheckResult(id, status, failure.orElse(""), 1, own, List.of()));
        }
        return new LintReport(
                results.stream().map(FileLinter.Result::file).toList(), findings, suppressed, ended, families, "");
    }
}
