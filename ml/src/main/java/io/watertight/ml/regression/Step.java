package io.watertight.ml.regression;

/** What to try when a regression disappoints, in the order in which to try it. */
public enum Step {
    ALGORITHM("other algorithm"),
    REGULARISATION("regularisation"),
    FORM("functional form"),
    POLYNOMIAL("polynomial terms"),
    FEATURES("other features"),
    DATA("more data");

    private final String title;

    Step(String title) {
        this.title = title;
    }

    /** As people say it. */
    public String title() {
        return title;
    }
}
