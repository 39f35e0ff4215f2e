package io.watertight.ml.evaluate;

/** What a learner is in an evaluation for. */
public enum Standing {
    /** What is to be judged. */
    CANDIDATE("candidate"),
    /** The same prediction for every row. */
    CONSTANT("constant"),
    /** The column that predicts best on its own. */
    SINGLE_FEATURE("best single feature"),
    /** A column or expression the user named; nothing is fitted. */
    FORMULA("formula"),
    /** A linear or logistic model. */
    LINEAR("linear model");

    private final String text;

    Standing(String text) {
        this.text = text;
    }

    public boolean isBaseline() {
        return this != CANDIDATE;
    }

    public String text() {
        return text;
    }
}
