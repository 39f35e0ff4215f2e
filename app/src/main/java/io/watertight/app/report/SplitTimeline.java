package io.watertight.app.report;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.NumberVector;
import io.watertight.core.report.Numbers;
import io.watertight.core.study.Column;
import io.watertight.core.study.Key;
import io.watertight.core.study.Part;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the parts of the split lie in time. */
final class SplitTimeline {

    private static final int BINS = 60;
    private static final int WIDTH = 760;
    private static final int LEFT = 90;
    private static final int RIGHT = 20;
    private static final int LANE = 70;

    private SplitTimeline() {}

    /** By the first time column that holds dates; empty without one. */
    static Optional<Plot> of(AuditReport report) {
        Optional<Column> time = report.study().times().stream()
                .map(Key::columns)
                .flatMap(columns -> columns.stream())
                .flatMap(name -> report.study().find(name).stream())
                .filter(Column::isTime)
                .filter(column -> report.view().sample().has(column.name()))
                .findFirst();
        return time.flatMap(column -> draw(report, column.name()));
    }

    private static Optional<Plot> draw(AuditReport report, String column) {
        ColumnBatch sample = report.view().sample();
        if (!(sample.column(column) instanceof NumberVector times)) {
            return Optional.empty();
        }
        double start =
                Arrays.stream(times.values()).filter(Double::isFinite).min().orElse(Double.NaN);
        double end =
                Arrays.stream(times.values()).filter(Double::isFinite).max().orElse(Double.NaN);
        if (!(end > start)) {
            return Optional.empty();
        }
        Map<Part, long[]> counts = new EnumMap<>(Part.class);
        long latestTrain = Long.MIN_VALUE;
        for (int row = 0; row < sample.rows(); row++) {
            double at = times.values()[row];
            if (Double.isFinite(at)) {
                int bin = (int) Math.min(BINS - 1, (at - start) / (end - start) * BINS);
                counts.computeIfAbsent(sample.part(row), unused -> new long[BINS])[bin]++;
                if (sample.part(row) == Part.TRAIN) {
                    latestTrain = Math.max(latestTrain, (long) at);
                }
            }
        }
        boolean split = report.study().hasSplit();
        long before = 0;
        for (int row = 0; row < sample.rows(); row++) {
            if (sample.part(row) == Part.TEST && times.values()[row] < latestTrain) {
                before++;
            }
        }
        long tested = Arrays.stream(counts.getOrDefault(Part.TEST, new long[0])).sum();
        String says = !split
                ? "Rows over " + column + "; no split was given."
                : Numbers.count(before) + " of " + Numbers.count(tested)
                        + " test rows lie before the latest training row.";
        List<Part> lanes = List.copyOf(counts.keySet());
        int bottom = 10 + LANE * lanes.size();
        Svg svg = new Svg("timeline", WIDTH, bottom + 26, "Rows over " + column + " by part of the split", says);
        for (TimeAxis.Tick tick : new TimeAxis(start, end).ticks()) {
            double x = LEFT + (WIDTH - LEFT - RIGHT) * (tick.at() - start) / (end - start);
            svg.line(x, 6, x, bottom + 4, "grid");
            svg.text(x, bottom + 20, "tick", "middle", tick.label());
        }
        for (int lane = 0; lane < lanes.size(); lane++) {
            Part part = lanes.get(lane);
            lane(svg, part, counts.getOrDefault(part, new long[0]), split, 10 + LANE * (lane + 1));
        }
        String caption = says + " Each bar counts the rows of a stretch of time"
                + (sample.isComplete() ? "." : ", in the sample.")
                + (split
                        ? " If the model is meant for later rows, the test set should begin where training ends."
                        : "");
        return Optional.of(new Plot(split ? "Timeline of the split" : "Rows over time", caption, svg.toString()));
    }

    private static void lane(Svg svg, Part part, long[] counts, boolean split, double base) {
        long most = Arrays.stream(counts).max().orElse(1);
        String name = !split
                ? "rows"
                : switch (part) {
                    case TRAIN -> "training";
                    case VALIDATION -> "validation";
                    case TEST -> "test";
                };
        svg.text(LEFT - 12, base - LANE / 3.0, "label", "end", name);
        double step = (double) (WIDTH - LEFT - RIGHT) / BINS;
        for (int bin = 0; bin < BINS; bin++) {
            if (counts[bin] > 0) {
                double high = Math.max(1.5, (LANE - 16.0) * counts[bin] / most);
                svg.rect(
                        LEFT + step * bin + 0.5,
                        base - high,
                        step - 1,
                        high,
                        part == Part.TEST ? "bar test" : part == Part.TRAIN ? "bar train" : "bar validation",
                        Numbers.of(counts[bin], "row"));
            }
        }
        svg.line(LEFT, base, WIDTH - RIGHT, base, "axis");
    }
}
