package io.watertight.ml.transform;

/**
 * Weight, mean and squared distances of an outcome by level, and the shrunken means that follow. Parts are merged and never subtracted
 * (Chan, Golub and LeVeque, 1983): what subtraction leaves of a row that was taken out is rounding, and rounding can be learnt from. Not
 * thread-safe while it is added to.
 */
final class LevelMeans {

    private final double[] weights;
    private final double[] means;
    private final double[] distances;

    LevelMeans(int levels) {
        weights = new double[levels];
        means = new double[levels];
        distances = new double[levels];
    }

    int levels() {
        return weights.length;
    }

    /** Adds a row; those without weight are not seen. */
    void add(int level, double value, double weight) {
        if (weight > 0) {
            weights[level] += weight;
            double before = value - means[level];
            means[level] += before * weight / weights[level];
            distances[level] += weight * before * (value - means[level]);
        }
    }

    void merge(LevelMeans part) {
        for (int level = 0; level < weights.length; level++) {
            if (part.weights[level] > 0) {
                double both = weights[level] + part.weights[level];
                double apart = part.means[level] - means[level];
                distances[level] += part.distances[level] + apart * apart * weights[level] * part.weights[level] / both;
                means[level] += apart * part.weights[level] / both;
                weights[level] = both;
            }
        }
    }

    /** All levels as one. */
    private LevelMeans together() {
        LevelMeans all = new LevelMeans(1);
        LevelMeans one = new LevelMeans(1);
        for (int level = 0; level < weights.length; level++) {
            one.weights[0] = weights[level];
            one.means[0] = means[level];
            one.distances[0] = distances[level];
            all.merge(one);
        }
        return all;
    }

    /** The mean over all levels, 0 without rows. */
    double prior() {
        return together().means[0];
    }

    /** By level: its own mean, shrunk towards that over all levels. */
    double[] encodings() {
        LevelMeans all = together();
        double prior = all.means[0];
        double variance = all.weights[0] > 0 ? all.distances[0] / all.weights[0] : 0;
        double[] encodings = new double[weights.length];
        for (int level = 0; level < weights.length; level++) {
            double signal = variance * weights[level];
            double noise = weights[level] > 0 ? distances[level] / weights[level] : 0;
            double share = signal + noise > 0 ? signal / (signal + noise) : 0;
            encodings[level] = share * means[level] + (1 - share) * prior;
        }
        return encodings;
    }
}
