package io.watertight.core.statistic;

import java.util.List;

/** A statement about a row that is true, false, or unknown because a value it needs is missing. */
public sealed interface Condition {

    /** Whether a column has no value (NULL, or NaN in a number). Never unknown. */
    record IsMissing(String column) implements Condition {}

    /** Whether a column's canonical text is one of these. Unknown where missing. */
    record IsOneOf(String column, List<String> texts) implements Condition {
        public IsOneOf {
            texts = List.copyOf(texts);
        }
    }

    /** Whether two columns hold the same canonical text. Unknown where one is missing. */
    record SameText(String left, String right) implements Condition {}

    /** Whether left stands in this relation to right. Unknown where an operand is missing. */
    record Compare(Operand left, Relation relation, Operand right) implements Condition {}

    /** Whether {@code |left - right| <= absolute + relative * |right|}. Unknown where an operand is missing. */
    record Close(Operand left, Operand right, double absolute, double relative) implements Condition {}

    /** True when both are; false when one is false; else unknown (SQL's three-valued logic). */
    record And(Condition left, Condition right) implements Condition {}

    /** SQL's three-valued OR. */
    record Or(Condition left, Condition right) implements Condition {}

    /** SQL's three-valued NOT. */
    record Not(Condition of) implements Condition {}

    /** An order relation. */
    enum Relation {
        LESS,
        AT_MOST,
        EQUAL,
        AT_LEAST,
        GREATER,
        DIFFERENT
    }

    default Condition and(Condition other) {
        return new And(this, other);
    }

    default Condition or(Condition other) {
        return new Or(this, other);
    }

    default Condition negate() {
        return new Not(this);
    }

    static Condition compare(Operand left, Relation relation, Operand right) {
        return new Compare(left, relation, right);
    }
}
