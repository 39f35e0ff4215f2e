package io.watertight.ml.algorithm.kernel;

/**
 * Sequential minimal optimisation with second-order choice of the working set (Fan, Chen and Lin, JMLR 6, 2005) of half a'Qa + p'a, 0 ≤ a
 * ≤ c, y'a = 0, with Q(s, t) = y(s) y(t) K(s, t) and K(t, t) = 1. There may be twice as many variables as rows of the kernel: the second
 * half then stands for the same rows, as regression needs it. Not thread-safe.
 */
final class Smo {

    private static final double TINY = 1e-12;

    private final KernelRows kernel;
    private final boolean[] positive;
    private final double[] limits;
    private final double tolerance;
    private final double[] alphas;

    /** By variable: -y times the gradient. */
    private final double[] slopes;

    private final boolean[] mayRise;
    private final boolean[] mayFall;
    private double bias;

    Smo(KernelRows kernel, boolean[] positive, double[] linear, double[] limits, double tolerance) {
        this.kernel = kernel;
        this.positive = positive;
        this.limits = limits;
        this.tolerance = tolerance;
        int size = positive.length;
        this.alphas = new double[size];
        this.slopes = new double[size];
        this.mayRise = new boolean[size];
        this.mayFall = new boolean[size];
        for (int index = 0; index < size; index++) {
            slopes[index] = positive[index] ? -linear[index] : linear[index];
            mark(index);
        }
    }

    /** Whether y a may grow, and shrink. */
    private void mark(int index) {
        boolean below = alphas[index] < limits[index];
        boolean above = alphas[index] > 0;
        mayRise[index] = positive[index] ? below : above;
        mayFall[index] = positive[index] ? above : below;
    }

    /** Finds the minimum, to the tolerance of the optimality conditions. */
    void solve() {
        int rows = kernel.rows();
        long most = Math.max(10_000_000L, 100L * alphas.length);
        int first = steepest();
        for (long step = 0; step < most && first >= 0; step++) {
            float[] firstRow = kernel.row(first % rows);
            int second = partner(first, firstRow);
            if (second < 0) {
                break;
            }
            first = move(first, second, firstRow, kernel.row(second % rows));
        }
        bias = middle();
    }

    private int steepest() {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int index = 0; index < slopes.length; index++) {
            if (mayRise[index] && slopes[index] > most) {
                most = slopes[index];
                best = index;
            }
        }
        return best;
    }

    /** The variable that together with the first promises the largest fall; -1 when the conditions hold. */
    private int partner(int first, float[] row) {
        double top = slopes[first];
        double lowest = Double.POSITIVE_INFINITY;
        double best = 0;
        int second = -1;
        for (int start = 0; start < slopes.length; start += kernel.rows()) {
            for (int index = 0; index < kernel.rows(); index++) {
                int variable = start + index;
                if (mayFall[variable]) {
                    double slope = slopes[variable];
                    double violation = top - slope;
                    lowest = Math.min(lowest, slope);
                    if (violation > 0) {
                        double promise = violation * violation / Math.max(2 - 2.0 * row[index], TINY);
                        if (promise > best) {
                            best = promise;
                            second = variable;
                        }
                    }
                }
            }
        }
        return top - lowest < tolerance ? -1 : second;
    }

    /** Moves both variables along y'a = 0 as far as is best and allowed; the next first variable. */
    private int move(int first, int second, float[] firstRow, float[] secondRow) {
        double curve = Math.max(2 - 2.0 * firstRow[second % kernel.rows()], TINY);
        double length = (slopes[first] - slopes[second]) / curve;
        length = Math.min(length, positive[first] ? limits[first] - alphas[first] : alphas[first]);
        length = Math.min(length, positive[second] ? alphas[second] : limits[second] - alphas[second]);
        shift(first, length);
        shift(second, -length);
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int start = 0; start < slopes.length; start += kernel.rows()) {
            for (int index = 0; index < kernel.rows(); index++) {
                double slope = slopes[start + index] - length * (firstRow[index] - (double) secondRow[index]);
                slopes[start + index] = slope;
                if (slope > most && mayRise[start + index]) {
                    most = slope;
                    best = start + index;
                }
            }
        }
        return best;
    }

    /** Changes y a, and lands on a bound when next to it. */
    private void shift(int index, double by) {
        double next = alphas[index] + (positive[index] ? by : -by);
        double limit = limits[index];
        alphas[index] = next < limit * 1e-12 ? 0 : next > limit * (1 - 1e-12) ? limit : next;
        mark(index);
    }

    private double middle() {
        double sum = 0;
        int free = 0;
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        for (int index = 0; index < slopes.length; index++) {
            if (mayRise[index] && mayFall[index]) {
                sum += slopes[index];
                free++;
            } else if (mayRise[index]) {
                low = Math.max(low, slopes[index]);
            } else if (mayFall[index]) {
                high = Math.min(high, slopes[index]);
            }
        }
        if (free > 0) {
            return sum / free;
        }
        double middle = (low + high) / 2;
        return Double.isFinite(middle) ? middle : Double.isFinite(low) ? low : Double.isFinite(high) ? high : 0;
    }

    /** What is added to the sum over support vectors. */
    double bias() {
        return bias;
    }

    /** y a by row of the kernel, both halves added. */
    double[] coefficients() {
        double[] result = new double[kernel.rows()];
        for (int index = 0; index < alphas.length; index++) {
            result[index % result.length] += positive[index] ? alphas[index] : -alphas[index];
        }
        return result;
    }
}
