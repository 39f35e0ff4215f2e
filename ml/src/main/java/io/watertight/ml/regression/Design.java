package io.watertight.ml.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The target and the columns that explain it; the first column is the intercept. Every column may carry a second array with what
 * rounding to a double left of its values, so that powers are as exact as the certified problems suppose. Arrays are shared:
 * nobody writes to them. Thread-safe.
 */
public final class Design {

    private static final double[] EXACT = {};

    private final double[] target;
    private final List<Term> terms;
    private final List<double[]> heads;
    private final List<double[]> tails;

    private Design(double[] target, List<Term> terms, List<double[]> heads, List<double[]> tails) {
        this.target = target;
        this.terms = List.copyOf(terms);
        this.heads = List.copyOf(heads);
        this.tails = List.copyOf(tails);
    }

    /**
     * Only the intercept yet.
     *
     * @param target one finite number a row
     */
    public static Design of(double[] target) {
        double[] ones = new double[target.length];
        Arrays.fill(ones, 1);
        return new Design(target, List.of(Term.INTERCEPT), List.of(ones), List.of(EXACT));
    }

    /**
     * With one more column.
     *
     * @param values one finite number a row
     */
    public Design with(Term term, double[] values) {
        return with(term, values, EXACT);
    }

    public Design with(String name, double[] values) {
        return with(Term.of(name), values);
    }

    /** With the power of a column, exact to 32 digits. */
    public Design withPower(String name, double[] base, int exponent) {
        double[] head = new double[base.length];
        double[] tail = new double[base.length];
        for (int row = 0; row < base.length; row++) {
            DoubleDouble power = new DoubleDouble(1, 0);
            for (int factor = 0; factor < exponent; factor++) {
                power = power.times(new DoubleDouble(base[row], 0));
            }
            head[row] = power.high();
            tail[row] = power.low();
        }
        return with(Term.of(name), head, tail);
    }

    private Design with(Term term, double[] head, double[] tail) {
        if (head.length != rows()) {
            throw new IllegalArgumentException(
                    "column '" + term.column() + "' has " + head.length + " values for " + rows() + " rows");
        }
        List<Term> moreTerms = new ArrayList<>(terms);
        List<double[]> moreHeads = new ArrayList<>(heads);
        List<double[]> moreTails = new ArrayList<>(tails);
        moreTerms.add(term);
        moreHeads.add(head);
        moreTails.add(tail);
        return new Design(target, moreTerms, moreHeads, moreTails);
    }

    public int rows() {
        return target.length;
    }

    /** The intercept and the columns. */
    public List<Term> terms() {
        return terms;
    }

    double[] target() {
        return target;
    }

    double[] column(int term) {
        return heads.get(term);
    }

    /** What rounding left, empty where the column is exact. */
    double[] tail(int term) {
        return tails.get(term);
    }
}
