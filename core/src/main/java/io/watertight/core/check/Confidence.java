package io.watertight.core.check;

/** How sure a finding is, by kind of proof. Declared from surest to least sure. */
public enum Confidence {
    /** An intervention, or a fact that somebody declared. */
    PROVEN,
    /** A structural rule that holds in every row it speaks of, with luck ruled out. */
    HIGH,
    /** A statistical suspicion, or a meaning that a person must settle. */
    MEDIUM,
    /** A hint. */
    LOW;

    public boolean isSure() {
        return this == PROVEN || this == HIGH;
    }
}
