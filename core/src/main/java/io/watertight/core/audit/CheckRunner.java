package io.watertight.core.audit;

import io.watertight.core.WatertightException;
import io.watertight.core.check.Catalogue;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Need;
import io.watertight.core.check.StudyView;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Takes every check through its three steps; what a check throws is that check's failure alone. */
final class CheckRunner {

    private final AuditOptions options;
    private final List<Run<?>> runs = new ArrayList<>();

    CheckRunner(Catalogue catalogue, AuditOptions options) {
        this.options = options;
        options.only().forEach(catalogue::get);
        options.skip().forEach(catalogue::get);
        for (Check<?> check : catalogue.checks()) {
            runs.add(new Run<>(check, excluded(check.info().id(), options)));
        }
    }

    private static Optional<String> excluded(String id, AuditOptions options) {
        if (options.skip().contains(id)) {
            return Optional.of("left out by --skip");
        }
        return options.only().isEmpty() || options.only().contains(id)
                ? Optional.empty()
                : Optional.of("not among --checks");
    }

    /** Checks are pure functions of a view that nobody changes, so several propose at a time. */
    void propose(StudyView view) {
        int threads = Math.min(
                runs.size(),
                options.resources().threads().orElse(Runtime.getRuntime().availableProcessors()));
        if (threads <= 1) {
            runs.forEach(run -> run.propose(view));
            return;
        }
        ExecutorService workers = Executors.newFixedThreadPool(threads, CheckRunner::worker);
        try {
            List<Future<?>> proposals = new ArrayList<>();
            runs.forEach(run -> proposals.add(workers.submit(() -> run.propose(view))));
            for (Future<?> proposal : proposals) {
                proposal.get();
            }
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new WatertightException("Cancelled while looking for candidates.", "run it again", cancelled);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "watertight-check");
        thread.setDaemon(true);
        return thread;
    }

    Set<Statistic<?>> needs(StudyView view) {
        Set<Statistic<?>> all = new LinkedHashSet<>();
        runs.forEach(run -> all.addAll(run.needs(view)));
        return all;
    }

    List<CheckResult> judge(StudyView view, Statistics statistics) {
        return runs.stream().map(run -> run.judge(view, statistics)).toList();
    }

    private static final class Run<C> {

        private final Check<C> check;
        private Optional<String> skipped;
        private Optional<RuntimeException> failure = Optional.empty();
        private Optional<C> candidates = Optional.empty();

        Run(Check<C> check, Optional<String> skipped) {
            this.check = check;
            this.skipped = skipped;
        }

        private boolean isOut() {
            return skipped.isPresent() || failure.isPresent();
        }

        void propose(StudyView view) {
            for (Need need : check.info().requires()) {
                if (!isOut() && !need.isMetBy(view)) {
                    skipped = Optional.of(need.explain());
                }
            }
            if (isOut()) {
                return;
            }
            try {
                candidates = Optional.of(check.propose(view));
            } catch (RuntimeException problem) {
                failure = Optional.of(problem);
            }
        }

        Set<Statistic<?>> needs(StudyView view) {
            if (isOut()) {
                return Set.of();
            }
            try {
                return check.needs(view, candidates.orElseThrow());
            } catch (RuntimeException problem) {
                failure = Optional.of(problem);
                return Set.of();
            }
        }

        CheckResult judge(StudyView view, Statistics statistics) {
            Findings findings = new Findings(check.info());
            if (!isOut()) {
                try {
                    check.evaluate(view, candidates.orElseThrow(), statistics, findings);
                } catch (Statistics.Unanswered deferred) {
                    skipped = Optional.of(String.valueOf(deferred.getMessage()));
                } catch (RuntimeException problem) {
                    failure = Optional.of(problem);
                }
            }
            if (failure.isPresent()) {
                return result(CheckStatus.FAILED, describe(failure.get()), new Findings(check.info()));
            }
            if (skipped.isPresent()) {
                return result(CheckStatus.SKIPPED, skipped.get(), new Findings(check.info()));
            }
            return result(findings.found().isEmpty() ? CheckStatus.PASSED : CheckStatus.FOUND, "", findings);
        }

        private CheckResult result(CheckStatus status, String reason, Findings findings) {
            return new CheckResult(
                    check.info().id(), status, reason, findings.coverage(), findings.found(), findings.remarks());
        }

        private static String describe(RuntimeException problem) {
            StackTraceElement[] trace = problem.getStackTrace();
            String where = trace.length == 0 ? "" : " at " + trace[0].getFileName() + ":" + trace[0].getLineNumber();
            return problem.getClass().getSimpleName() + ": " + problem.getMessage() + where;
        }
    }
}
