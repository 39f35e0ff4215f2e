package io.watertight.ml.algorithm.linear;

/** Inner loops, written so that the compiler can turn them into vector instructions. */
final class Products {

    private Products() {}

    static double dot(double[] left, int start, double[] right, int length) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int index = 0;
        for (; index + 3 < length; index += 4) {
            first += left[start + index] * right[index];
            second += left[start + index + 1] * right[index + 1];
            third += left[start + index + 2] * right[index + 2];
            fourth += left[start + index + 3] * right[index + 3];
        }
        for (; index < length; index++) {
            first += left[start + index] * right[index];
        }
        return first + second + (third + fourth);
    }

    static double dot(double[] left, double[] right) {
        return dot(left, 0, right, left.length);
    }

    /** Adds a multiple of a stretch of one array to a stretch of another. */
    static void add(double factor, double[] from, int start, double[] into, int place, int length) {
        for (int index = 0; index < length; index++) {
            into[place + index] += factor * from[start + index];
        }
    }

    /**
     * Adds weighted products of all pairs of dense columns to a lower triangle.
     *
     * @param panel {@code stride} numbers a row, the first of them that of row {@code from}
     * @param byRow weights
     * @param into rows of {@code width} numbers
     */
    static void lowerGram(double[] panel, int stride, double[] byRow, int from, int to, double[] into, int width) {
        int row = from;
        for (; row + 3 < to; row += 4) {
            int first = (row - from) * stride;
            int second = first + stride;
            int third = second + stride;
            int fourth = third + stride;
            for (int column = 0; column < stride; column++) {
                double a = byRow[row] * panel[first + column];
                double b = byRow[row + 1] * panel[second + column];
                double c = byRow[row + 2] * panel[third + column];
                double d = byRow[row + 3] * panel[fourth + column];
                int place = column * width;
                for (int other = 0; other <= column; other++) {
                    into[place + other] += a * panel[first + other]
                            + b * panel[second + other]
                            + c * panel[third + other]
                            + d * panel[fourth + other];
                }
            }
        }
        for (; row < to; row++) {
            int start = (row - from) * stride;
            for (int column = 0; column < stride; column++) {
                add(byRow[row] * panel[start + column], panel, start, into, column * width, column + 1);
            }
        }
    }
}
