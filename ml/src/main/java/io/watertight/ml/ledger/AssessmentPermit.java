package io.watertight.ml.ledger;

import io.watertight.core.WatertightException;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * The right to score one model once on one test set. The look is in the ledger when the permit exists; the score is in the ledger
 * before a method of this class returns it. Thread-safe.
 */
public final class AssessmentPermit {

    private final Ledger ledger;
    private final LedgerRecord look;
    private final LedgerHistory before;
    private final AssessmentPolicy policy;
    private final AtomicBoolean isUsed = new AtomicBoolean();
    private final AtomicBoolean isRedeemed = new AtomicBoolean();

    AssessmentPermit(Ledger ledger, LedgerRecord look, LedgerHistory before, AssessmentPolicy policy) {
        this.ledger = ledger;
        this.look = look;
        this.before = before;
        this.policy = policy;
    }

    /** The entry of this look. */
    public LedgerRecord look() {
        return look;
    }

    /** What was known before this look. */
    public LedgerHistory before() {
        return before;
    }

    /** The policy that is in force. */
    public AssessmentPolicy policy() {
        return policy;
    }

    /** Whether the score must be told through {@link #answer}. */
    public boolean needsTrainingScore() {
        return policy instanceof AssessmentPolicy.Reusable;
    }

    /**
     * Spends the right to open the test set: one permit opens it once.
     *
     * @throws IllegalStateException if it was spent
     */
    public void redeem() {
        if (!isRedeemed.compareAndSet(false, true)) {
            throw new IllegalStateException("this permit has opened a test set before");
        }
    }

    /**
     * Enters the score.
     *
     * @param value on the test set
     * @param standardError of the value, if known
     * @return what is to be told: the value, and the history with it
     * @throws WatertightException if the policy is Thresholdout, or the ledger cannot be written
     */
    public AssessmentResult score(double value, OptionalDouble standardError) {
        if (needsTrainingScore()) {
            throw new WatertightException(
                    "This test set answers through Thresholdout, which needs the score on the training set too.",
                    "give the model instead of its test scores, or scores of the training rows as well");
        }
        return end(session -> new Entry.Scored(look.hash(), value, standardError));
    }

    /**
     * Asks Thresholdout; the state of its budget is read and entered in one step, whoever else is asking.
     *
     * @param training score on the training set
     * @param test score on the test set; told to nobody unless it differs from the training score
     * @param standardError of a score on the test set, if known
     * @throws WatertightException if the policy is another, the budget is used up, or the ledger cannot be written
     */
    public AssessmentResult answer(double training, double test, OptionalDouble standardError) {
        if (!(policy instanceof AssessmentPolicy.Reusable reusable)) {
            throw new WatertightException(
                    "The policy of this test set is '" + policy.word() + "', not thresholdout.",
                    "change it with a reason before the first look");
        }
        if (!Double.isFinite(training) || !Double.isFinite(test)) {
            throw new WatertightException(
                    "Thresholdout cannot compare a training score of " + training + " with a test score of " + test
                            + ".",
                    "the measure is not defined on one of the sets: look for classes without rows");
        }
        Thresholdout mechanism = new Thresholdout(reusable, ledger.random());
        return end(now -> {
            Thresholdout.State begin = mechanism.begin();
            Thresholdout.State state = new Thresholdout.State(
                    now.lastThreshold().orElse(begin.threshold()), reusable.budget() - now.answersFromTest());
            Thresholdout.Answer answer = mechanism.ask(state, training, test);
            return new Entry.Answered(
                    look.hash(),
                    answer.value(),
                    standardError,
                    answer.fromTest(),
                    answer.next().threshold());
        });
    }

    private AssessmentResult end(Function<LedgerHistory, Entry> outcome) {
        if (!isUsed.compareAndSet(false, true)) {
            throw new IllegalStateException("this permit has been used");
        }
        return ledger.finish(before.identity(), outcome);
    }
}
