package io.watertight.ml.algorithm.formula;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** An arithmetic expression over columns. Immutable. */
sealed interface Expression {

    /** Its value in every row; NaN where a column is missing or the arithmetic has no answer. */
    double[] values(int rows, Function<String, double[]> columns);

    /** Adds the names of the columns it is about. */
    void addColumns(Set<String> into);

    default Set<String> columns() {
        Set<String> names = new TreeSet<>();
        addColumns(names);
        return names;
    }

    /** The same number in every row. */
    record Constant(double value) implements Expression {
        @Override
        public double[] values(int rows, Function<String, double[]> columns) {
            double[] result = new double[rows];
            java.util.Arrays.fill(result, value);
            return result;
        }

        @Override
        public void addColumns(Set<String> into) {}
    }

    /** A column. */
    record Column(String name) implements Expression {
        @Override
        public double[] values(int rows, Function<String, double[]> columns) {
            return columns.apply(name).clone();
        }

        @Override
        public void addColumns(Set<String> into) {
            into.add(name);
        }
    }

    /** What functions and operators there are; the unary ones look at the left operand only. */
    enum Operator {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        NEGATE,
        LOG,
        SQRT,
        ABS,
        MIN,
        MAX;

        double of(double left, double right) {
            return switch (this) {
                case ADD -> left + right;
                case SUBTRACT -> left - right;
                case MULTIPLY -> left * right;
                case DIVIDE -> left / right;
                case NEGATE -> -left;
                case LOG -> Math.log(left);
                case SQRT -> Math.sqrt(left);
                case ABS -> Math.abs(left);
                case MIN -> Math.min(left, right);
                case MAX -> Math.max(left, right);
            };
        }
    }

    /** An operator applied to one operand or to two. */
    record Operation(Operator operator, List<Expression> operands) implements Expression {
        public Operation {
            operands = List.copyOf(operands);
        }

        @Override
        public double[] values(int rows, Function<String, double[]> columns) {
            double[] left = operands.get(0).values(rows, columns);
            double[] right = operands.get(operands.size() - 1).values(rows, columns);
            for (int row = 0; row < rows; row++) {
                left[row] = operator.of(left[row], right[row]);
            }
            return left;
        }

        @Override
        public void addColumns(Set<String> into) {
            operands.forEach(operand -> operand.addColumns(into));
        }
    }
}
