package io.watertight.ml.data;

import java.util.List;

/**
 * Many columns that are mostly zero (words of a text), row by row in compressed form.
 *
 * @param name the column it comes from
 * @param terms what each column stands for
 * @param starts where each row begins in {@code columns} and {@code values}: rows + 1 numbers, ascending from 0
 * @param columns the columns that are not zero, ascending within a row
 * @param values their values
 */
public record SparseBlock(String name, List<String> terms, int[] starts, int[] columns, double[] values)
        implements Block {

    public SparseBlock {
        terms = List.copyOf(terms);
    }

    @Override
    public int rows() {
        return starts.length - 1;
    }

    @Override
    public int width() {
        return terms.size();
    }

    @Override
    public String columnName(int column) {
        return name + ":" + terms.get(column);
    }

    @Override
    public SparseBlock gather(int[] rows) {
        int[] begins = new int[rows.length + 1];
        for (int index = 0; index < rows.length; index++) {
            begins[index + 1] = begins[index] + starts[rows[index] + 1] - starts[rows[index]];
        }
        int[] taken = new int[begins[rows.length]];
        double[] numbers = new double[taken.length];
        for (int index = 0; index < rows.length; index++) {
            int length = begins[index + 1] - begins[index];
            System.arraycopy(columns, starts[rows[index]], taken, begins[index], length);
            System.arraycopy(values, starts[rows[index]], numbers, begins[index], length);
        }
        return new SparseBlock(name, terms, begins, taken, numbers);
    }
}
