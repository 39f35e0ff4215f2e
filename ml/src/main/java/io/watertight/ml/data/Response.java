package io.watertight.ml.data;

import java.util.Arrays;
import java.util.List;

/** What is to be predicted, by row. Its type is not that of {@link Predictions}: a measure cannot be given them the wrong way round. */
public sealed interface Response {

    int rows();

    /** Scores a model gives each row: 1 for two classes and for numbers, else one a class or label. */
    int outputs();

    Response gather(int[] rows);

    /**
     * One class a row.
     *
     * @param codes index into names, one a row
     * @param names canonical text of each class, at least two
     * @param positive index of the positive class when there are two, 0 otherwise
     */
    record Classes(int[] codes, List<String> names, int positive) implements Response {
        public Classes {
            names = List.copyOf(names);
        }

        public boolean isBinary() {
            return names.size() == 2;
        }

        /** 1 for the positive class of two, 0 for the other. */
        public double indicator(int row) {
            return codes[row] == positive ? 1 : 0;
        }

        /** How often each class occurs. */
        public int[] counts() {
            int[] counts = new int[names.size()];
            for (int code : codes) {
                counts[code]++;
            }
            return counts;
        }

        @Override
        public int rows() {
            return codes.length;
        }

        @Override
        public int outputs() {
            return isBinary() ? 1 : names.size();
        }

        @Override
        public Classes gather(int[] rows) {
            return new Classes(Codes.gather(codes, rows), names, positive);
        }
    }

    /**
     * One number a row.
     *
     * @param values finite
     */
    record Numbers(double[] values) implements Response {
        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public int outputs() {
            return 1;
        }

        @Override
        public Numbers gather(int[] rows) {
            return new Numbers(
                    Arrays.stream(rows).mapToDouble(row -> values[row]).toArray());
        }
    }

    /**
     * Any number of labels a row (multi-label).
     *
     * @param flags by label and row
     * @param names of the labels
     */
    record Labels(boolean[][] flags, List<String> names) implements Response {
        public Labels {
            names = List.copyOf(names);
        }

        @Override
        public int rows() {
            return flags[0].length;
        }

        @Override
        public int outputs() {
            return names.size();
        }

        @Override
        public Labels gather(int[] rows) {
            boolean[][] taken = new boolean[flags.length][rows.length];
            for (int label = 0; label < flags.length; label++) {
                for (int index = 0; index < rows.length; index++) {
                    taken[label][index] = flags[label][rows[index]];
                }
            }
            return new Labels(taken, names);
        }

        /** One of the labels as a problem of two classes: {@code no} and {@code yes}. */
        public Classes label(int label) {
            int[] codes = new int[flags[label].length];
            for (int row = 0; row < codes.length; row++) {
                codes[row] = flags[label][row] ? 1 : 0;
            }
            return new Classes(codes, List.of("no", "yes"), 1);
        }
    }
}
