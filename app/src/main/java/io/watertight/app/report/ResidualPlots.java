package io.watertight.app.report;

import io.watertight.core.report.Numbers;
import io.watertight.ml.regression.Observations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The four pictures that show what a table of tests cannot. Fitted values are in standard deviations from their mean unless values
 * may be shown: with the residuals beside them the axis would tell the target of every row.
 */
final class ResidualPlots {

    /** More points hide each other and make the page heavy; the outermost are always drawn. */
    private static final int MOST_POINTS = 2_000;

    private static final int NAMED = 3;
    private static final int BINS = 12;

    private final Observations rows;
    private final double[] fitted;
    private final String fittedName;
    private final double[] residuals;
    private final String residualName;
    private final int coefficients;
    private final int[] order;

    private ResidualPlots(RegressionReport report) {
        rows = report.sheet().observations();
        coefficients = report.sheet().coefficients().size();
        double mean = DoubleStream.of(rows.fitted()).average().orElse(0);
        double spread = Math.sqrt(report.sheet().squares().sst() / Math.max(1, rows.rows() - 1));
        boolean shown = report.showValues();
        fitted = shown
                ? rows.fitted()
                : DoubleStream.of(rows.fitted())
                        .map(value -> (value - mean) / spread)
                        .toArray();
        fittedName = shown ? "fitted value" : "fitted value, in standard deviations of the target from its mean";
        residuals = shown
                ? rows.residuals()
                : DoubleStream.of(rows.residuals()).map(value -> value / spread).toArray();
        residualName = shown ? "residual" : "residual, in standard deviations of the target";
        // Rows with leverage 1 have no standardised residual and lie on the line anyway.
        order = IntStream.range(0, rows.rows())
                .filter(row -> Double.isFinite(rows.standardised()[row]))
                .toArray();
    }

    static List<Plot> of(RegressionReport report) {
        ResidualPlots plots = new ResidualPlots(report);
        return plots.order.length == 0
                ? List.of()
                : List.of(plots.fitted(), plots.normal(), plots.scale(), plots.leverage());
    }

    private Plot fitted() {
        ScatterPlot plot = new ScatterPlot(
                        "fitted",
                        "Residuals against fitted values",
                        described(row -> Math.abs(rows.standardised()[row]), "The largest residuals are in"),
                        picked(fitted),
                        picked(residuals))
                .axes(fittedName, residualName)
                .straight("bound", 0, 0);
        draw(plot, row -> fitted[row], row -> residuals[row], row -> Math.abs(rows.standardised()[row]));
        trend(plot, residuals);
        return plot.plot(
                "Residuals against fitted values",
                "A bent trend asks for another form or another column; the line joins the means of slices of equal count."
                        + points());
    }

    private Plot normal() {
        int[] sorted = IntStream.of(order)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> rows.standardised()[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] scores = Observations.normalScores(sorted.length);
        double[] place = new double[rows.rows()];
        for (int index = 0; index < sorted.length; index++) {
            place[sorted[index]] = scores[index];
        }
        ScatterPlot plot = new ScatterPlot(
                        "normal",
                        "Standardised residuals against normal quantiles",
                        described(row -> Math.abs(rows.standardised()[row] - place[row]), "Farthest from the line are"),
                        picked(place),
                        picked(rows.standardised()))
                .axes("normal quantile", "standardised residual")
                .straight("bound", 0, 1);
        draw(
                plot,
                row -> place[row],
                row -> rows.standardised()[row],
                row -> Math.abs(rows.standardised()[row] - place[row]));
        return plot.plot(
                "Normal quantiles",
                "Normal errors lie along the dashed line; ends that leave it are heavier or lighter tails." + points());
    }

    private Plot scale() {
        double[] roots = DoubleStream.of(rows.standardised())
                .map(value -> Math.sqrt(Math.abs(value)))
                .toArray();
        ScatterPlot plot = new ScatterPlot(
                        "scale",
                        "Size of residuals against fitted values",
                        described(row -> roots[row], "The largest are in"),
                        picked(fitted),
                        picked(roots))
                .axes(fittedName, "root of the standardised residual's size");
        draw(plot, row -> fitted[row], row -> roots[row], row -> roots[row]);
        trend(plot, roots);
        return plot.plot(
                "Scale and location",
                "A trend that rises or falls is a variance that changes: robust errors, weights or a logarithm."
                        + points());
    }

    private Plot leverage() {
        ScatterPlot plot = new ScatterPlot(
                        "leverage",
                        "Standardised residuals against leverage",
                        described(row -> rows.cook()[row], "Cook's distance is largest in"),
                        picked(rows.leverage()),
                        picked(rows.standardised()))
                .axes("leverage", "standardised residual")
                .straight("bound", 0, 0);
        for (double distance : new double[] {0.5, 1}) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] xs = new double[200];
                double[] ys = new double[200];
                for (int index = 0; index < xs.length; index++) {
                    xs[index] = plot.highX() * (index + 1) / xs.length;
                    double free = Math.max(0, 1 - xs[index]);
                    ys[index] = sign * Math.sqrt(distance * coefficients * free / xs[index]);
                }
                plot.line("bound", xs, ys);
            }
        }
        draw(plot, row -> rows.leverage()[row], row -> rows.standardised()[row], row -> rows.cook()[row]);
        return plot.plot(
                "Influence",
                "Rows far to the right and far from 0 pull the coefficients; the dashed curves are Cook's distance 0.5 and 1."
                        + points());
    }

    private double[] picked(double[] values) {
        return IntStream.of(order).mapToDouble(row -> values[row]).toArray();
    }

    /** The rows where something is largest, descending. */
    private List<Integer> top(IntToDoubleFunction size, int count) {
        return IntStream.of(order)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -size.applyAsDouble(row)))
                .limit(count)
                .toList();
    }

    private String described(IntToDoubleFunction size, String lead) {
        return Numbers.of(order.length, "row") + ". " + lead + " "
                + top(size, NAMED).stream().map(this::name).collect(Collectors.joining(", ")) + ".";
    }

    private String name(int row) {
        return "row " + Numbers.count(rows.rowIds()[row] + 1);
    }

    private String points() {
        return order.length <= MOST_POINTS
                ? ""
                : String.format(
                        Locale.ENGLISH,
                        " %,d of %,d points are drawn, the outermost among them.",
                        MOST_POINTS,
                        order.length);
    }

    private void draw(ScatterPlot plot, IntToDoubleFunction x, IntToDoubleFunction y, IntToDoubleFunction size) {
        List<Integer> far = top(size, NAMED);
        List<Integer> drawn = new ArrayList<>();
        if (order.length <= MOST_POINTS) {
            IntStream.of(order).forEach(drawn::add);
        } else {
            drawn.addAll(top(size, MOST_POINTS / 4));
            Set<Integer> taken = Set.copyOf(drawn);
            int every = order.length / (MOST_POINTS - drawn.size()) + 1;
            IntStream.range(0, order.length)
                    .filter(index -> index % every == 0 && !taken.contains(order[index]))
                    .forEach(index -> drawn.add(order[index]));
        }
        for (int row : drawn) {
            if (!far.contains(row)) {
                plot.dot(x.applyAsDouble(row), y.applyAsDouble(row), name(row));
            }
        }
        far.forEach(row -> plot.named(x.applyAsDouble(row), y.applyAsDouble(row), name(row)));
    }

    /** Means of slices of equal count along the fitted values. */
    private void trend(ScatterPlot plot, double[] values) {
        int[] sorted = IntStream.of(order)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> fitted[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        int bins = Math.min(BINS, sorted.length / 4);
        double[] xs = new double[Math.max(0, bins)];
        double[] ys = new double[xs.length];
        for (int bin = 0; bin < bins; bin++) {
            int from = (int) ((long) sorted.length * bin / bins);
            int to = (int) ((long) sorted.length * (bin + 1) / bins);
            for (int index = from; index < to; index++) {
                xs[bin] += fitted[sorted[index]] / (to - from);
                ys[bin] += values[sorted[index]] / (to - from);
            }
        }
        plot.line("trend", xs, ys);
    }
}
