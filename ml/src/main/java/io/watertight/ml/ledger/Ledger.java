package io.watertight.ml.ledger;

import io.watertight.core.WatertightException;
import io.watertight.ml.ledger.LedgerHistory.Look;
import io.watertight.ml.ledger.LedgerHistory.Related;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The evaluation ledger of a study: an append-only record, beside {@code study.yml}, of every test set and every look at one. Each
 * entry is on the disk before the method that makes it returns. Tamper-evident, not tamper-proof. Safe for several threads and
 * processes.
 */
public final class Ledger {

    private final LedgerFolder files;
    private final RandomGenerator random;

    private Ledger(LedgerFolder files, RandomGenerator random) {
        this.files = files;
        this.random = random;
    }

    /**
     * The ledger of a study. Nothing is written before the first entry.
     *
     * @param folder where {@code study.yml} is
     * @param clock the time of entries
     * @param writer who makes them
     */
    public static Ledger open(Path folder, Clock clock, WriterIdentity writer) {
        return open(folder, clock, writer, new SecureRandom());
    }

    /** @param random the noise of Thresholdout; thread-safe */
    static Ledger open(Path folder, Clock clock, WriterIdentity writer, RandomGenerator random) {
        return new Ledger(new LedgerFolder(folder, clock, writer), random);
    }

    RandomGenerator random() {
        return random;
    }

    /** Reads and verifies the ledger in a study's folder for somebody who will not write. */
    public static LedgerReading read(Path folder) {
        return open(folder, Clock.systemUTC(), new WriterIdentity("reader", "reader"))
                .read();
    }

    /** Reads and verifies everything. Does not throw for a ledger that was tampered with: the problems are in the answer. */
    public LedgerReading read() {
        return files.reading();
    }

    /** What is known about a test set and those that overlap it by half. */
    public LedgerHistory history(TestSetIdentity identity) {
        return LedgerHistory.of(identity, read());
    }

    /**
     * Sets a test set aside, with the rule for its use. A set that has been entered before keeps its first entry and its policy.
     *
     * @param study the name of the study
     */
    public LedgerRecord lock(TestSetIdentity identity, String study, AssessmentPolicy policy) {
        return files.exclusively(session -> {
            Optional<Related> own =
                    LedgerHistory.of(identity, session.reading()).own();
            return own.isPresent() ? own.get().record() : session.append(new Entry.Locked(identity, study, policy));
        });
    }

    /**
     * Enters that something other than a score used the labels of a test set.
     *
     * @param what in a few words, e.g. {@code audit: label shift between parts}
     * @throws WatertightException if the set was not entered
     */
    public LedgerRecord inspect(TestSetIdentity identity, String what) {
        return about(identity, new Entry.Inspected(identity.digest(), what));
    }

    /**
     * Marks a test set as tuned on, because scores on it served to choose a model.
     *
     * @throws WatertightException if the set was not entered
     */
    public LedgerRecord markTunedOn(TestSetIdentity identity, String because) {
        return about(identity, new Entry.TunedOn(identity.digest(), because));
    }

    /**
     * Changes the rule for a set and all that overlap it by half. The looks so far stay.
     *
     * @param because the reason, which everybody can read
     * @throws WatertightException if the set was not entered
     */
    public LedgerRecord changePolicy(TestSetIdentity identity, AssessmentPolicy policy, String because) {
        return about(identity, new Entry.PolicyChanged(identity.digest(), policy, because));
    }

    private LedgerRecord about(TestSetIdentity identity, Entry entry) {
        return files.exclusively(session -> {
            requireOwn(LedgerHistory.of(identity, session.reading()));
            return session.append(entry);
        });
    }

    /**
     * Enters one look at a test set, if its policy allows another.
     *
     * @param subject what will be scored
     * @return the right to score it, once
     * @throws WatertightException if the set was not entered, the policy forbids another look, or the ledger was tampered with
     */
    public AssessmentPermit assess(TestSetIdentity identity, AssessmentSubject subject) {
        return files.exclusively(session -> {
            LedgerReading reading = session.reading();
            requireSound(reading);
            LedgerHistory before = LedgerHistory.of(identity, reading);
            requireOwn(before);
            AssessmentPolicy policy = before.policy().orElseThrow();
            if (policy instanceof AssessmentPolicy.Once) {
                requireFirst(before, subject);
            } else if (policy instanceof AssessmentPolicy.Reusable reusable) {
                requireBudget(before, reusable);
            }
            LedgerRecord look = session.append(new Entry.Assessed(identity.digest(), subject));
            return new AssessmentPermit(this, look, before, policy);
        });
    }

    AssessmentResult finish(TestSetIdentity identity, Function<LedgerHistory, Entry> outcome) {
        return files.exclusively(session -> {
            LedgerRecord record = session.append(outcome.apply(LedgerHistory.of(identity, session.reading())));
            LedgerHistory history = LedgerHistory.of(identity, session.reading());
            if (record.entry() instanceof Entry.Outcome entered) {
                return new AssessmentResult(entered.value(), history);
            }
            throw new IllegalStateException(record + " is no outcome");
        });
    }

    private static void requireSound(LedgerReading reading) {
        List<LedgerProblem> problems = reading.isSound()
                ? List.of()
                : reading.problems().stream()
                        .filter(problem -> problem.kind() == LedgerProblem.Kind.NEWER
                                || problem.kind().isTampering())
                        .toList();
        if (problems.isEmpty()) {
            return;
        }
        boolean isNewer = problems.get(0).kind() == LedgerProblem.Kind.NEWER;
        throw new WatertightException(
                "The ledger cannot be relied on. " + problems.get(0) + "."
                        + (problems.size() > 1 ? " And " + (problems.size() - 1) + " more." : ""),
                isNewer
                        ? "a newer Watertight reads it"
                        : "bring the folder " + LedgerFolder.NAME
                                + " back from version control; 'watertight ledger verify' lists what is wrong");
    }

    private static void requireOwn(LedgerHistory history) {
        if (history.own().isEmpty()) {
            throw new WatertightException(
                    "The ledger does not know the " + history.identity() + ".",
                    "the test set was changed, or was never set aside: enter it first");
        }
    }

    /** A look that was interrupted told nobody anything, so the same model may try again. */
    private static void requireFirst(LedgerHistory before, AssessmentSubject subject) {
        for (Look look : before.looks()) {
            boolean isRetry =
                    look.outcome().isEmpty() && look.assessed().subject().hash().equals(subject.hash());
            if (!isRetry) {
                throw new WatertightException(
                        "The " + before.identity() + " was assessed on "
                                + look.record().time() + " by " + look.record().by()
                                + ", and its policy allows one assessment.",
                        "report that score"
                                + look.outcome()
                                        .map(outcome -> " ("
                                                + look.assessed().subject().measure() + " " + outcome.value() + ")")
                                        .orElse("")
                                + ", get a fresh test set, or change the policy and give a reason");
            }
        }
    }

    private static void requireBudget(LedgerHistory before, AssessmentPolicy.Reusable policy) {
        if (before.answersFromTest() >= policy.budget()) {
            throw new WatertightException(
                    "The budget of " + policy.budget() + " answers from the " + before.identity() + " is used up.",
                    "a fresh test set is due; this one can say nothing more that could be relied on");
        }
    }
}
