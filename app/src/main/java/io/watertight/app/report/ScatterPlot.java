package io.watertight.app.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Two axes and what is drawn between them. Not thread-safe. */
final class ScatterPlot {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 360;
    private static final int LEFT = 64;
    private static final int RIGHT = 20;
    private static final int TOP = 24;
    private static final int BOTTOM = 48;

    private final Svg svg;
    private final double lowX;
    private final double highX;
    private final double lowY;
    private final double highY;

    /** Axes wide enough for these values; what lies outside later is not drawn. */
    ScatterPlot(String id, String title, String description, double[] x, double[] y) {
        svg = new Svg(id, WIDTH, HEIGHT, title, description);
        double[] rangeX = range(x);
        double[] rangeY = range(y);
        lowX = rangeX[0];
        highX = rangeX[1];
        lowY = rangeY[0];
        highY = rangeY[1];
    }

    private static double[] range(double[] values) {
        double low = DoubleStream.of(values).filter(Double::isFinite).min().orElse(0);
        double high = DoubleStream.of(values).filter(Double::isFinite).max().orElse(1);
        double margin = high > low ? 0.05 * (high - low) : 1;
        return new double[] {low - margin, high + margin};
    }

    private double x(double value) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (value - lowX) / (highX - lowX);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (value - lowY) / (highY - lowY);
    }

    ScatterPlot axes(String nameX, String nameY) {
        for (double tick = first(lowX, step(lowX, highX)); tick <= highX; tick += step(lowX, highX)) {
            svg.line(x(tick), TOP, x(tick), HEIGHT - BOTTOM, "grid");
            svg.text(x(tick), HEIGHT - BOTTOM + 16, "tick", "middle", label(tick, step(lowX, highX)));
        }
        for (double tick = first(lowY, step(lowY, highY)); tick <= highY; tick += step(lowY, highY)) {
            svg.line(LEFT, y(tick), WIDTH - RIGHT, y(tick), "grid");
            svg.text(LEFT - 8, y(tick) + 4, "tick", "end", label(tick, step(lowY, highY)));
        }
        svg.line(LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM, "axis");
        svg.text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 10, "tick", "middle", nameX);
        svg.text(4, 14, "tick", "start", nameY);
        return this;
    }

    /** About six round steps: 1, 2 or 5 times a power of ten. */
    private static double step(double low, double high) {
        double rough = (high - low) / 6;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double share = rough / power;
        return power * (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10);
    }

    private static double first(double low, double step) {
        return Math.ceil(low / step) * step;
    }

    private static String label(double tick, double step) {
        int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
        double round = Math.abs(tick) < step / 1e6 ? 0 : tick;
        return decimals > 6 || Math.abs(tick) >= 1e7
                ? String.format(Locale.ENGLISH, "%.1e", round)
                : String.format(Locale.ENGLISH, "%." + decimals + "f", round);
    }

    ScatterPlot dot(double atX, double atY, String hint) {
        svg.dot(x(atX), y(atY), "dot", hint);
        return this;
    }

    /** A point that is named beside it. */
    ScatterPlot named(double atX, double atY, String name) {
        boolean right = x(atX) > WIDTH - 90;
        svg.dot(x(atX), y(atY), "dot far", name);
        svg.text(x(atX) + (right ? -7 : 7), y(atY) + 4, "value", right ? "end" : "start", name);
        return this;
    }

    /** A line through points of the plot, clipped to it by leaving out points outside. */
    ScatterPlot line(String style, double[] xs, double[] ys) {
        double[] points = new double[2 * xs.length];
        int count = 0;
        for (int index = 0; index < xs.length; index++) {
            if (xs[index] >= lowX && xs[index] <= highX && ys[index] >= lowY && ys[index] <= highY) {
                points[count++] = x(xs[index]);
                points[count++] = y(ys[index]);
            }
        }
        if (count >= 4) {
            svg.path(style, Arrays.copyOf(points, count));
        }
        return this;
    }

    /** A straight line across the whole plot. */
    ScatterPlot straight(String style, double intercept, double slope) {
        int steps = 200;
        double[] xs = new double[steps + 1];
        double[] ys = new double[steps + 1];
        for (int index = 0; index <= steps; index++) {
            xs[index] = lowX + (highX - lowX) * index / steps;
            ys[index] = intercept + slope * xs[index];
        }
        return line(style, xs, ys);
    }

    double highX() {
        return highX;
    }

    Plot plot(String heading, String caption) {
        return new Plot(heading, caption, svg.toString());
    }
}
