package io.watertight.ml.ledger;

import io.watertight.core.Spelling;
import io.watertight.core.WatertightException;
import java.util.List;

/** How often a test set may be assessed. */
public sealed interface AssessmentPolicy {

    /** The word for it in {@code study.yml} and in the ledger. */
    String word();

    /** A second assessment is refused. */
    record Once() implements AssessmentPolicy {
        @Override
        public String word() {
            return "once";
        }
    }

    /** Every assessment is allowed and counted; choosing among several marks the set as tuned on. */
    record Recorded() implements AssessmentPolicy {
        @Override
        public String word() {
            return "record";
        }
    }

    /**
     * Answers come through {@link Thresholdout}, until the budget is used up.
     *
     * @param threshold how far training and test score may differ before the test set is asked, in units of the measure
     * @param noise scale of the Laplace noise, in units of the measure
     * @param budget answers that may come from the test set
     */
    record Reusable(double threshold, double noise, int budget) implements AssessmentPolicy {
        public Reusable {
            if (!(threshold > 0) || !(noise > 0) || budget < 1) {
                throw new WatertightException(
                        "Thresholdout cannot work with threshold " + threshold + ", noise " + noise + ", budget "
                                + budget + ".",
                        "threshold and noise must be above 0 and the budget at least 1");
            }
        }

        /**
         * The setting for a measure between 0 and 1: noise of about a proportion's sampling error, 1 / sqrt(rows), and a threshold of four
         * times that; with 10,000 rows these are the 0.01 and 0.04 of the experiment in Science 349 (2015). The budget, sqrt(rows), is a
         * judgement: what theory guarantees is less.
         */
        public static Reusable of(long rows) {
            double noise = 1 / Math.sqrt(Math.max(1, rows));
            return new Reusable(4 * noise, noise, (int) Math.max(1, Math.sqrt(rows)));
        }

        @Override
        public String word() {
            return "thresholdout";
        }
    }

    /** The policies a person can name. */
    List<String> WORDS = List.of("once", "record", "thresholdout");

    /**
     * Reads the word of a policy.
     *
     * @param rows of the test set, for Thresholdout's setting
     * @throws WatertightException if there is no such policy
     */
    static AssessmentPolicy of(String word, long rows) {
        return switch (word.strip()) {
            case "once" -> new Once();
            case "record" -> new Recorded();
            case "thresholdout" -> Reusable.of(rows);
            default ->
                throw new WatertightException(
                        "There is no policy '" + word + "' for assessments.",
                        Spelling.nearest(word, WORDS)
                                .map(near -> "you mean '" + near + "'")
                                .orElse("it is one of " + String.join(", ", WORDS)));
        };
    }
}
