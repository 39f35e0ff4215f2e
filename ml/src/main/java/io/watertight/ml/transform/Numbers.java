package io.watertight.ml.transform;

import java.util.Arrays;

/** Statistics of one column of numbers; what is not finite is missing and left out. Stateless; thread-safe. */
final class Numbers {

    private Numbers() {}

    static boolean anyMissing(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return true;
            }
        }
        return false;
    }

    /** Those that are not missing, in a new array. */
    static double[] present(double[] values) {
        double[] present = new double[values.length];
        int count = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                present[count++] = value;
            }
        }
        return Arrays.copyOf(present, count);
    }

    /** NaN without any number. */
    static double mean(double[] values) {
        double sum = 0;
        int count = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** Mean of squared distances from the mean, divided by the number of values; NaN without any. */
    static double variance(double[] values, double mean) {
        double sum = 0;
        int count = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                double distance = value - mean;
                sum += distance * distance;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /**
     * The quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan, 1996). Selects instead of sorting, which
     * takes time in proportion to the values.
     *
     * @param values without NaN; reordered
     * @return NaN without any number
     */
    static double quantile(double[] values, double share) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double position = share * (values.length - 1);
        int below = (int) Math.floor(position);
        double low = select(values, below);
        if (position == below) {
            return low;
        }
        // Everything behind the selected place is at least as large.
        double high = Double.POSITIVE_INFINITY;
        for (int index = below + 1; index < values.length; index++) {
            high = Math.min(high, values[index]);
        }
        return low + (position - below) * (high - low);
    }

    /** Hoare's selection with the median of three. */
    private static double select(double[] values, int wanted) {
        int left = 0;
        int right = values.length - 1;
        while (right > left) {
            double pivot = median(values[left], values[(left + right) >>> 1], values[right]);
            int up = left;
            int down = right;
            while (up <= down) {
                while (values[up] < pivot) {
                    up++;
                }
                while (values[down] > pivot) {
                    down--;
                }
                if (up <= down) {
                    double swapped = values[up];
                    values[up++] = values[down];
                    values[down--] = swapped;
                }
            }
            if (wanted <= down) {
                right = down;
            } else if (wanted >= up) {
                left = up;
            } else {
                return values[wanted];
            }
        }
        return values[wanted];
    }

    private static double median(double first, double second, double third) {
        return Math.max(Math.min(first, second), Math.min(Math.max(first, second), third));
    }
}
