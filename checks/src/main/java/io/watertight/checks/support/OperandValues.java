package io.watertight.checks.support;

import io.watertight.core.statistic.Operand;
import java.util.Arrays;

/** Computes an operand in memory, by the rules of the engines. */
public final class OperandValues {

    private OperandValues() {}

    /** One number a row of the sample, NaN where missing. */
    public static double[] of(LabelledSample sample, Operand operand) {
        if (operand instanceof Operand.ColumnValue value) {
            return sample.numbers(value.column());
        }
        double[] result = new double[sample.size()];
        if (operand instanceof Operand.Constant constant) {
            Arrays.fill(result, constant.value());
        } else if (operand instanceof Operand.Logarithm logarithm) {
            double[] of = of(sample, logarithm.of());
            for (int row = 0; row < result.length; row++) {
                result[row] = of[row] > 0 ? Math.log(of[row]) : Double.NaN;
            }
        } else if (operand instanceof Operand.Arithmetic arithmetic) {
            double[] left = of(sample, arithmetic.left());
            double[] right = of(sample, arithmetic.right());
            for (int row = 0; row < result.length; row++) {
                result[row] = join(arithmetic.operator(), left[row], right[row]);
            }
        } else {
            throw new IllegalArgumentException("a sample has no " + operand);
        }
        return result;
    }

    /** Two numbers joined; NaN when one is, or when the result is not finite. */
    public static double join(Operand.Operator operator, double left, double right) {
        double result = switch (operator) {
            case PLUS -> left + right;
            case MINUS -> left - right;
            case TIMES -> left * right;
            case DIVIDED_BY -> left / right;
            case MINIMUM -> Math.min(left, right);
            case MAXIMUM -> Math.max(left, right);
        };
        return Double.isFinite(result) ? result : Double.NaN;
    }
}
