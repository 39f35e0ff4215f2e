package io.watertight.checks.support;

import io.watertight.core.statistic.SequenceReport;

/**
 * How far a row's neighbour gives its target away.
 *
 * <p>For classes the measure is Cohen's kappa of neighbours, {@code (p - q) / (1 - q)}, with {@code p} the share of neighbours of
 * equal class; for regression the lag-1 correlation. Both are also taken within blocks of the order, where a drift or a sorting by
 * a column no longer helps: what is left there is serial dependence.
 *
 * @param rows labelled rows
 * @param runs stretches of equal class; 0 for regression
 * @param overall dependence over the whole order
 * @param local dependence within blocks
 * @param drift share of the target's variance (Gini variance for classes) between blocks
 */
public record SerialDependence(long rows, long runs, double overall, double local, double drift) {

    private static final double LEAST_Z = 8;

    /** Local dependence over its standard error without any. */
    public double z() {
        return local * Math.sqrt(Math.max(0.0, rows - 1.0));
    }

    /** A neighbour is as good as a strong feature. */
    public boolean isStrong() {
        return local >= 0.3 && z() >= LEAST_Z;
    }

    public boolean isNotable() {
        return local >= 0.1 && z() >= LEAST_Z;
    }

    public static SerialDependence of(SequenceReport report, boolean classes) {
        return classes ? ofClasses(report) : ofNumbers(report);
    }

    private static SerialDependence ofClasses(SequenceReport report) {
        double[][] blocks = report.blocks();
        double[] totals = new double[blocks.length == 0 ? 0 : blocks[0].length];
        double within = 0;
        double rows = 0;
        for (double[] block : blocks) {
            double size = 0;
            double equal = 0;
            for (int label = 0; label < block.length; label++) {
                totals[label] += block[label];
                size += block[label];
                equal += block[label] * (block[label] - 1);
            }
            rows += size;
            within += size > 1 ? equal / (size - 1) : size;
        }
        double equal = 0;
        for (double total : totals) {
            equal += total * (total - 1);
        }
        double neighbours = Math.max(1, report.rows() - 1);
        double same = report.samePairs() / neighbours;
        double chance = rows > 1 ? equal / (rows * (rows - 1)) : 1;
        double local = rows > 0 ? within / rows : 1;
        return new SerialDependence(
                report.rows(),
                report.rows() - report.samePairs(),
                kappa(same, chance),
                kappa(same, local),
                Math.max(0, kappa(local, chance)));
    }

    private static double kappa(double agreement, double chance) {
        return chance >= 1 ? 0 : (agreement - chance) / (1 - chance);
    }

    private static SerialDependence ofNumbers(SequenceReport report) {
        double count = 0;
        double sum = 0;
        double squares = 0;
        double between = 0;
        int used = 0;
        for (double[] block : report.blocks()) {
            if (block[0] > 0) {
                count += block[0];
                sum += block[1];
                squares += block[2];
                between += block[1] * block[1] / block[0];
                used++;
            }
        }
        double total = squares - sum * sum / Math.max(1, count);
        double inner = squares - between;
        double freedom = Math.max(1, count - used);
        double drift = total <= 0 || count < 2 ? 0 : Math.max(0, 1 - inner / freedom / (total / (count - 1)));
        double overall = Double.isNaN(report.correlation()) ? 0 : report.correlation();
        double local = drift >= 1 ? 0 : (overall - drift) / (1 - drift);
        return new SerialDependence(report.rows(), 0, overall, local, drift);
    }
}
