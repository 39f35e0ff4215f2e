package io.watertight.ml.ledger;

import io.watertight.core.WatertightException;
import java.util.OptionalDouble;

/** What can stand in the ledger. A test set is named by the digest of its identity. */
public sealed interface Entry {

    /** A test set was set aside; from here on its looks are counted. */
    record Locked(TestSetIdentity identity, String study, AssessmentPolicy policy) implements Entry, AboutSet {
        public Locked {
            requireText(study, "the name of the study");
        }

        @Override
        public String set() {
            return identity.digest();
        }
    }

    /**
     * Something other than a score used the labels of a test set: statistics of an audit, or a person's eyes.
     *
     * @param set the digest of the set
     * @param what was looked at
     */
    record Inspected(String set, String what) implements Entry, AboutSet {
        public Inspected {
            requireText(what, "what was inspected");
        }
    }

    /** A model is about to be scored. Stands in the ledger before anybody knows the score, and counts as a look. */
    record Assessed(String set, AssessmentSubject subject) implements Entry, AboutSet {}

    /**
     * The score that a look brought.
     *
     * @param assessment the hash of its {@link Assessed}
     * @param value of the measure
     * @param standardError of the value on this set, if known
     */
    record Scored(String assessment, double value, OptionalDouble standardError) implements Entry, Outcome {
        public Scored {
            requireNumber(value, "score");
        }
    }

    /**
     * What Thresholdout answered; the score on the test set itself is not kept anywhere.
     *
     * @param assessment the hash of its {@link Assessed}
     * @param value the answer
     * @param standardError of a score on this set, if known
     * @param fromTest whether the answer comes from the test set (with noise), and so used up budget
     * @param threshold with its noise, for the next question
     */
    record Answered(String assessment, double value, OptionalDouble standardError, boolean fromTest, double threshold)
            implements Entry, Outcome {
        public Answered {
            requireNumber(value, "answer");
            requireNumber(threshold, "threshold");
        }
    }

    /** The set served to choose a model: it no longer is held out. */
    record TunedOn(String set, String because) implements Entry, AboutSet {
        public TunedOn {
            requireText(because, "why the set counts as tuned on");
        }
    }

    /** Somebody changed the rule for a set and gave a reason. */
    record PolicyChanged(String set, AssessmentPolicy policy, String because) implements Entry, AboutSet {
        public PolicyChanged {
            requireText(because, "the reason for another policy");
        }
    }

    /** An entry that names its test set. */
    sealed interface AboutSet {
        /** The digest of the set's identity. */
        String set();
    }

    /** An entry that ends an assessment. */
    sealed interface Outcome {
        /** The hash of the {@link Assessed} it belongs to. */
        String assessment();

        double value();

        OptionalDouble standardError();
    }

    private static void requireText(String text, String what) {
        if (text.isBlank()) {
            throw new WatertightException("The ledger needs " + what + ", and got nothing.", "say it in a few words");
        }
    }

    private static void requireNumber(double value, String what) {
        if (!Double.isFinite(value)) {
            throw new WatertightException(
                    "A " + what + " of " + value + " cannot be entered in the ledger.",
                    "the measure is not defined on this test set: look for classes without rows");
        }
    }
}
