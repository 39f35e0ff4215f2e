package io.watertight.checks.target;

import io.watertight.checks.support.LinearFit;
import io.watertight.core.statistic.Operand;
import io.watertight.core.statistic.Operand.Operator;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A number made of columns.
 *
 * @param operand how it is computed
 * @param words how a person writes it
 * @param rounding how many rounded numbers add up in it
 */
record Formula(Operand operand, String words, double rounding) {

    /** The weighted sum of columns, or of their logarithms. */
    static Formula sum(List<String> columns, LinearFit fit, boolean logarithms) {
        Operand sum = Operand.number(fit.intercept());
        StringBuilder words = new StringBuilder();
        boolean first = fit.intercept() == 0;
        double rounding = 0;
        for (int index = 0; index < columns.size(); index++) {
            double weight = fit.weights()[index];
            String name = logarithms ? "log " + columns.get(index) : columns.get(index);
            Operand column = Operand.column(columns.get(index));
            Operand value = logarithms ? new Operand.Logarithm(column) : column;
            Operand term = Math.abs(weight) == 1 ? value : value.times(Operand.number(Math.abs(weight)));
            sum = weight < 0 ? sum.minus(term) : first ? term : sum.plus(term);
            first = false;
            words.append(weight < 0 ? " - " : words.isEmpty() ? "" : " + ")
                    .append(factor(Math.abs(weight)))
                    .append(name);
            rounding += Math.abs(weight);
        }
        if (fit.intercept() != 0) {
            words.append(fit.intercept() < 0 ? " - " : " + ").append(spell(Math.abs(fit.intercept())));
        }
        return new Formula(sum, words.toString().strip(), logarithms ? 0 : rounding);
    }

    private static String factor(double weight) {
        return weight == 1 ? "" : spell(weight) + " ";
    }

    private static String spell(double number) {
        return number == Math.rint(number) && number < 1e9
                ? Long.toString((long) number)
                : new BigDecimal(number, new MathContext(5))
                        .stripTrailingZeros()
                        .toString();
    }

    /** The product of powers of columns, when all exponents are whole; with a round factor and with the factor as fitted. */
    static Stream<Formula> products(List<String> columns, LinearFit logarithmic) {
        double[] exponents =
                Arrays.stream(logarithmic.weights()).map(Math::rint).toArray();
        for (int index = 0; index < exponents.length; index++) {
            double off = Math.abs(exponents[index] - logarithmic.weights()[index]);
            if (off > 0.02 || exponents[index] == 0 || Math.abs(exponents[index]) > 3) {
                return Stream.empty();
            }
        }
        double factor = Math.exp(logarithmic.intercept());
        return Stream.of(LinearFit.near(factor), factor, -LinearFit.near(factor), -factor)
                .distinct()
                .map(one -> product(columns, exponents, one));
    }

    private static Formula product(List<String> columns, double[] exponents, double factor) {
        Operand product = Operand.number(factor);
        boolean first = factor == 1;
        StringBuilder words = new StringBuilder(first ? "" : spell(factor));
        for (int round = 0; round < 2; round++) {
            for (int index = 0; index < exponents.length; index++) {
                boolean divides = exponents[index] < 0;
                Operand column = Operand.column(columns.get(index));
                for (int power = 0; power < Math.abs(exponents[index]) && divides == (round == 1); power++) {
                    product = divides ? product.dividedBy(column) : first ? column : product.times(column);
                    first = false;
                    String sign = divides ? (words.isEmpty() ? "1 / " : " / ") : words.isEmpty() ? "" : " * ";
                    words.append(sign).append(columns.get(index));
                }
            }
        }
        return new Formula(product, words.toString(), 0);
    }

    /** The smaller or the larger of two columns. */
    static Formula extreme(Operator operator, List<String> columns) {
        Operand operand =
                new Operand.Arithmetic(operator, Operand.column(columns.get(0)), Operand.column(columns.get(1)));
        String word = operator == Operator.MINIMUM ? "the smaller of " : "the larger of ";
        return new Formula(operand, word + columns.get(0) + " and " + columns.get(1), 0);
    }

    /** Two formulas joined by an operator. */
    static Formula joined(Operator operator, Formula left, Formula right) {
        String sign = switch (operator) {
            case PLUS -> " + ";
            case MINUS -> " - ";
            case TIMES -> " * ";
            case DIVIDED_BY -> " / ";
            case MINIMUM -> " or, if smaller, ";
            case MAXIMUM -> " or, if larger, ";
        };
        return new Formula(
                new Operand.Arithmetic(operator, left.operand(), right.operand()),
                left.words() + sign + right.words(),
                left.rounding() + right.rounding());
    }

    static Formula column(String name) {
        return new Formula(Operand.column(name), name, 1);
    }
}
