package io.watertight.ml.measure;

/** Whether probabilities are as large as what comes true: slope and intercept of the logit, and the error over bins. */
final class Calibration {

    private static final int BINS = 10;

    private static final int STEPS = 50;

    private Calibration() {}

    /** 1 is right, below 1 too extreme (Cox, Biometrika 45, 1958). NaN when one class only, or separated. */
    static double slope(double[] probabilities, boolean[] positive, double[] weights) {
        return fit(logits(probabilities), positive, weights)[1];
    }

    /** With the slope held at 1: above 0, probabilities are too small on the whole (calibration in the large). */
    static double intercept(double[] probabilities, boolean[] positive, double[] weights) {
        double[] offsets = logits(probabilities);
        double intercept = 0;
        for (int step = 0; step < STEPS; step++) {
            double gradient = 0;
            double curvature = 0;
            for (int row = 0; row < offsets.length; row++) {
                double expected = logistic(intercept + offsets[row]);
                gradient += weights[row] * ((positive[row] ? 1 : 0) - expected);
                curvature += weights[row] * expected * (1 - expected);
            }
            double change = gradient / curvature;
            intercept += change;
            if (!(Math.abs(change) > 1e-12)) {
                break;
            }
        }
        return Math.abs(intercept) < 100 ? intercept : Double.NaN;
    }

    /** Expected calibration error over ten bins of equal width (Naeini, Cooper and Hauskrecht, AAAI 2015). */
    static double expectedError(double[] probabilities, boolean[] positive, double[] weights) {
        double[] gap = new double[BINS];
        double total = 0;
        for (int row = 0; row < weights.length; row++) {
            int bin = Math.max(0, Math.min(BINS - 1, (int) (probabilities[row] * BINS)));
            gap[bin] += weights[row] * (probabilities[row] - (positive[row] ? 1 : 0));
            total += weights[row];
        }
        double sum = 0;
        for (double difference : gap) {
            sum += Math.abs(difference);
        }
        return sum / total;
    }

    /** Logistic regression on one column by Newton's method: intercept and slope. */
    private static double[] fit(double[] x, boolean[] positive, double[] weights) {
        double intercept = 0;
        double slope = 1;
        for (int step = 0; step < STEPS; step++) {
            double[] sums = new double[5];
            for (int row = 0; row < x.length; row++) {
                double expected = logistic(intercept + slope * x[row]);
                double error = weights[row] * ((positive[row] ? 1 : 0) - expected);
                double spread = weights[row] * expected * (1 - expected);
                sums[0] += error;
                sums[1] += error * x[row];
                sums[2] += spread;
                sums[3] += spread * x[row];
                sums[4] += spread * x[row] * x[row];
            }
            double determinant = sums[2] * sums[4] - sums[3] * sums[3];
            double changeIntercept = (sums[4] * sums[0] - sums[3] * sums[1]) / determinant;
            double changeSlope = (sums[2] * sums[1] - sums[3] * sums[0]) / determinant;
            intercept += changeIntercept;
            slope += changeSlope;
            if (!(Math.abs(changeIntercept) + Math.abs(changeSlope) > 1e-12)) {
                break;
            }
        }
        return Math.abs(slope) < 1e3 ? new double[] {intercept, slope} : new double[] {Double.NaN, Double.NaN};
    }

    private static double[] logits(double[] probabilities) {
        double[] logits = new double[probabilities.length];
        for (int row = 0; row < logits.length; row++) {
            double inside = Math.max(1e-12, Math.min(1 - 1e-12, probabilities[row]));
            logits[row] = Math.log(inside / (1 - inside));
        }
        return logits;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
