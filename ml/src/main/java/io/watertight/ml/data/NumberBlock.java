package io.watertight.ml.data;

/**
 * One column of numbers.
 *
 * @param name the column
 * @param kind what the numbers are
 * @param values one a row; NaN is missing; times are seconds since 1970 UTC
 */
public record NumberBlock(String name, Kind kind, double[] values) implements Block {

    /** What a number stands for. */
    public enum Kind {
        NUMBER,
        /** Seconds since 1970 UTC: a date has parts, and its size is rarely a feature. */
        TIME
    }

    public static NumberBlock of(String name, double[] values) {
        return new NumberBlock(name, Kind.NUMBER, values);
    }

    @Override
    public int rows() {
        return values.length;
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public String columnName(int column) {
        return name;
    }

    @Override
    public NumberBlock gather(int[] rows) {
        double[] taken = new double[rows.length];
        for (int index = 0; index < rows.length; index++) {
            taken[index] = values[rows[index]];
        }
        return new NumberBlock(name, kind, taken);
    }
}
