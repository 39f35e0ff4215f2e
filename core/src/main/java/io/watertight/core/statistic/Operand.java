package io.watertight.core.statistic;

/** A value computed from a row. Missing as soon as one of its parts is missing, or when it is not a finite number. */
public sealed interface Operand {

    /** The number, or the time in seconds since 1970 UTC, in a column. */
    record ColumnValue(String column) implements Operand {}

    /** A constant. */
    record Constant(double value) implements Operand {}

    /** Two operands joined. */
    record Arithmetic(Operator operator, Operand left, Operand right) implements Operand {}

    /** The natural logarithm; missing for zero and below. */
    record Logarithm(Operand of) implements Operand {}

    /** The row's id, its position in the data from 0. */
    record RowPosition() implements Operand {}

    /** How two operands are joined. MINUS, TIMES and so on as in arithmetic; division by zero is missing. */
    enum Operator {
        PLUS,
        MINUS,
        TIMES,
        DIVIDED_BY,
        MINIMUM,
        MAXIMUM
    }

    static Operand column(String name) {
        return new ColumnValue(name);
    }

    static Operand number(double value) {
        return new Constant(value);
    }

    default Operand plus(Operand other) {
        return new Arithmetic(Operator.PLUS, this, other);
    }

    default Operand minus(Operand other) {
        return new Arithmetic(Operator.MINUS, this, other);
    }

    default Operand times(Operand other) {
        return new Arithmetic(Operator.TIMES, this, other);
    }

    default Operand dividedBy(Operand other) {
        return new Arithmetic(Operator.DIVIDED_BY, this, other);
    }
}
