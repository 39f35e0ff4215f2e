package io.watertight.ml.algorithm.linear;

/**
 * A quadratic form over the inner columns of a design, the intercept minimised out of it: half of w'Qw minus b'w. Columns of Q are
 * worked out when they are first asked for, or all at once. Not thread-safe.
 */
final class Quadratic {

    /** Up to this many columns the whole matrix is made at once. */
    static final int MOST_AT_ONCE = 1000;

    private final Design design;
    private final double[] weights;
    private final double[][] columns;
    private final double[] means;
    private final double[] diagonal;
    private final double total;

    /** Q is transposed X times diag(weights) times X, less what the intercept explains. */
    Quadratic(Design design, double[] weights) {
        this.design = design;
        this.weights = weights;
        int width = design.width();
        this.columns = new double[width][0];
        this.diagonal = new double[width];
        int intercept = design.intercept();
        if (width > MOST_AT_ONCE) {
            this.means = design.transposedTimes(weights);
            this.total = means[intercept];
            double[] squares = design.squares(weights);
            for (int column = 0; column < width; column++) {
                diagonal[column] = squares[column] - means[column] * means[column] / total;
            }
            return;
        }
        double[] lower = design.gram(weights);
        this.means = new double[width];
        for (int column = 0; column < width; column++) {
            means[column] = lower[Math.max(column, intercept) * width + Math.min(column, intercept)];
        }
        this.total = means[intercept];
        for (int column = 0; column < width; column++) {
            columns[column] = new double[width];
            for (int other = 0; other < width; other++) {
                columns[column][other] = lower[Math.max(column, other) * width + Math.min(column, other)]
                        - means[column] * means[other] / total;
            }
            diagonal[column] = columns[column][column];
        }
    }

    private double[] column(int column) {
        if (columns[column].length == 0) {
            double[] values = design.column(column);
            for (int row = 0; row < values.length; row++) {
                values[row] *= weights[row];
            }
            double[] products = design.transposedTimes(values);
            for (int other = 0; other < products.length; other++) {
                products[other] -= means[column] * means[other] / total;
            }
            columns[column] = products;
        }
        return columns[column];
    }

    /**
     * Minimises the form plus penalties by coordinate descent with covariance updates over an active set (Friedman, Hastie and
     * Tibshirani, Journal of Statistical Software 33(1), 2010).
     *
     * @param linear b, by inner column
     * @param absolute penalty on absolute values
     * @param squared penalty on half of squares
     * @param start where to start from; written over with the minimum. The intercept's entry is set last
     * @param unit size of the form: changes below {@code unit} times 1e-15 end the descent
     */
    void minimise(double[] linear, double[] absolute, double[] squared, double[] start, double unit) {
        int width = design.width();
        int intercept = design.intercept();
        double[] gradient = new double[width];
        for (int column = 0; column < width; column++) {
            gradient[column] = linear[column] - means[column] * linear[intercept] / total;
        }
        for (int column = 0; column < width; column++) {
            if (column != intercept && start[column] != 0) {
                Products.add(-start[column], column(column), 0, gradient, 0, width);
            }
        }
        int[] active = new int[width];
        boolean[] isActive = new boolean[width];
        int size = 0;
        double least = unit * 1e-15;
        for (int pass = 0; pass < 1000; pass++) {
            double change = 0;
            for (int column = 0; column < width; column++) {
                double moved = move(column, gradient, absolute, squared, start);
                change = Math.max(change, moved);
                if (start[column] != 0 && !isActive[column] && column != intercept) {
                    isActive[column] = true;
                    active[size++] = column;
                }
            }
            if (change <= least) {
                break;
            }
            for (int inner = 0; inner < 10_000; inner++) {
                double most = 0;
                for (int index = 0; index < size; index++) {
                    most = Math.max(most, move(active[index], gradient, absolute, squared, start));
                }
                if (most <= least) {
                    break;
                }
            }
        }
        double rest = linear[intercept];
        for (int column = 0; column < width; column++) {
            rest -= column == intercept ? 0 : means[column] * start[column];
        }
        start[intercept] = rest / total;
    }

    /** Moves one coordinate to its minimum; how much the form fell, about. */
    private double move(int column, double[] gradient, double[] absolute, double[] squared, double[] at) {
        double curve = diagonal[column];
        if (column == design.intercept() || !(curve > 1e-14 * total)) {
            return 0;
        }
        double aim = gradient[column] + curve * at[column];
        double shrunk = Math.max(0, Math.abs(aim) - absolute[column]);
        double next = Math.copySign(shrunk / (curve + squared[column]), aim);
        double step = next - at[column];
        if (step == 0) {
            return 0;
        }
        at[column] = next;
        Products.add(-step, column(column), 0, gradient, 0, gradient.length);
        return curve * step * step;
    }
}
