package io.watertight.testkit;

import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.Operand;
import org.jspecify.annotations.Nullable;

/** Operands and conditions, one row at a time. */
final class PlainConditions {

    private final PlainTable table;

    PlainConditions(PlainTable table) {
        this.table = table;
    }

    /** Null where missing. */
    @Nullable
    Double value(Operand operand, int row) {
        Double value = raw(operand, row);
        return value != null && Double.isFinite(value) ? value : null;
    }

    private @Nullable Double raw(Operand operand, int row) {
        if (operand instanceof Operand.ColumnValue column) {
            return table.number(row, column.column());
        }
        if (operand instanceof Operand.Constant constant) {
            return constant.value();
        }
        if (operand instanceof Operand.RowPosition) {
            return (double) row;
        }
        if (operand instanceof Operand.Logarithm logarithm) {
            Double of = value(logarithm.of(), row);
            return (of == null || of <= 0) ? null : Double.valueOf(Math.log(of));
        }
        Operand.Arithmetic arithmetic = (Operand.Arithmetic) operand;
        Double left = value(arithmetic.left(), row);
        Double right = value(arithmetic.right(), row);
        if (left == null || right == null) {
            return null;
        }
        return switch (arithmetic.operator()) {
            case PLUS -> left + right;
            case MINUS -> left - right;
            case TIMES -> left * right;
            case DIVIDED_BY -> left / right;
            case MINIMUM -> Math.min(left, right);
            case MAXIMUM -> Math.max(left, right);
        };
    }

    /** Null where unknown. */
    @Nullable
    Boolean holds(Condition condition, int row) {
        if (condition instanceof Condition.IsMissing missing) {
            return table.value(row, missing.column()) == null;
        }
        if (condition instanceof Condition.IsOneOf oneOf) {
            String text = table.text(row, oneOf.column());
            return text == null ? null : Boolean.valueOf(oneOf.texts().contains(text));
        }
        if (condition instanceof Condition.SameText same) {
            String left = table.text(row, same.left());
            String right = table.text(row, same.right());
            return (left == null || right == null) ? null : Boolean.valueOf(left.equals(right));
        }
        if (condition instanceof Condition.Compare compare) {
            return compare(compare, row);
        }
        if (condition instanceof Condition.Close close) {
            Double left = value(close.left(), row);
            Double right = value(close.right(), row);
            if (left == null || right == null) {
                return null;
            }
            return Math.abs(left - right) <= close.absolute() + (close.relative() * Math.abs(right));
        }
        if (condition instanceof Condition.Not not) {
            Boolean of = holds(not.of(), row);
            return of == null ? null : Boolean.valueOf(!of);
        }
        if (condition instanceof Condition.And and) {
            return both(holds(and.left(), row), holds(and.right(), row));
        }
        Condition.Or or = (Condition.Or) condition;
        Boolean neither = both(negated(holds(or.left(), row)), negated(holds(or.right(), row)));
        return negated(neither);
    }

    private static @Nullable Boolean negated(@Nullable Boolean value) {
        return value == null ? null : Boolean.valueOf(!value);
    }

    private static @Nullable Boolean both(@Nullable Boolean left, @Nullable Boolean right) {
        if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
            return false;
        }
        return (left == null || right == null) ? null : Boolean.TRUE;
    }

    private @Nullable Boolean compare(Condition.Compare compare, int row) {
        Double left = value(compare.left(), row);
        Double right = value(compare.right(), row);
        if (left == null || right == null) {
            return null;
        }
        double a = left;
        double b = right;
        return switch (compare.relation()) {
            case LESS -> a < b;
            case AT_MOST -> a <= b;
            case EQUAL -> a == b;
            case AT_LEAST -> a >= b;
            case GREATER -> a > b;
            case DIFFERENT -> a != b;
        };
    }
}
