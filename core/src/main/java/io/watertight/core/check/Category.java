package io.watertight.core.check;

/** The failure modes of Kapoor and Narayanan (Patterns 2023, arXiv:2207.07048), and NONE for the integrity of the data. */
public enum Category {
    NO_TEST_SET("L1.1"),
    PREPROCESSING("L1.2"),
    FEATURE_SELECTION("L1.3"),
    DUPLICATES("L1.4"),
    ILLEGITIMATE_FEATURE("L2"),
    TEMPORAL("L3.1"),
    NON_INDEPENDENCE("L3.2"),
    SAMPLING_BIAS("L3.3"),
    NONE("none");

    private final String code;

    Category(String code) {
        this.code = code;
    }

    /** The code in the taxonomy, e.g. {@code L1.2}. */
    public String code() {
        return code;
    }
}
