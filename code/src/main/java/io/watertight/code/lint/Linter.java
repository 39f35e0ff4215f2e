package io.watertight.code.lint;

import io.watertight.code.rule.Rule;
import io.watertight.core.WatertightException;
import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Finding;
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
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads code and judges it, several files at a time. Nothing that is read is ever run. Thread-safe. */
public final class Linter {

    /** Enough for the deepest syntax tree that is read, each level of which takes several calls. */
    private static final long STACK = 512L << 20;

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

    /**
     * Reads and judges files; one that cannot be read is listed as such.
     *
     * @param done told the name of each file when it is read; from several threads
     * @throws WatertightException when the thread is interrupted
     */
    public LintReport lint(List<Input> inputs, Consumer<String> done) {
        Program program = new Program(options.knowledge(), options.root());
        FileLinter linter = new FileLinter(program, rules, ids(Rules.all()), options.executedOrder());
        return report(all(inputs, linter, done));
    }

    private static Set<String> ids(List<Rule> rules) {
        return rules.stream().map(rule -> rule.info().id()).collect(Collectors.toSet());
    }

    private static List<FileLinter.Result> all(List<Input> inputs, FileLinter linter, Consumer<String> done) {
        int threads = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), inputs.size()));
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(null, task, "lint", STACK);
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<FileLinter.Result>> futures = new ArrayList<>();
            for (Input input : inputs) {
                futures.add(pool.submit(() -> {
                    FileLinter.Result result = linter.lint(input.path(), input.name());
                    done.accept(input.name());
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

    private LintReport report(List<FileLinter.Result> results) {
        List<Finding> findings =
                results.stream().flatMap(result -> result.open().stream()).toList();
        List<LintReport.Suppressed> suppressed =
                results.stream().flatMap(result -> result.suppressed().stream()).toList();
        List<CheckResult> ended = new ArrayList<>();
        Map<String, String> families = new LinkedHashMap<>();
        families.put(SuppressionComment.ID, SuppressionComment.FAMILY);
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
                results.stream().map(FileLinter.Result::file).toList(),
                findings,
                suppressed,
                ended,
                families,
                options.version());
    }
}
