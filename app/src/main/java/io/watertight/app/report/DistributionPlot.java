package io.watertight.app.report;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.data.Canonical;
import io.watertight.core.report.ClassNames;
import io.watertight.core.report.Numbers;
import io.watertight.core.statistic.Binning;
import io.watertight.core.statistic.Contingency;
import io.watertight.core.statistic.ContingencyTable;
import io.watertight.core.study.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A column's bins: the share of each class in a bin above, the rows of a bin below. */
final class DistributionPlot {

    /** More bins than this share the last bar but one. */
    private static final int MOST_BINS = 40;

    private static final int MOST_CLASSES = 6;
    private static final int WIDTH = 760;
    private static final int LEFT = 60;
    private static final int RIGHT = 10;
    private static final int TOP = 34;
    private static final int SHARES = 130;
    private static final int GAP = 12;
    private static final int COUNTS = 50;

    private record Bin(String label, double[] classes) {
        double rows() {
            return Arrays.stream(classes).sum();
        }
    }

    private DistributionPlot() {}

    /**
     * Empty unless the target has a few classes and the column was counted over all rows.
     *
     * @param id unique on the page
     */
    static Optional<Plot> of(AuditReport report, String column, String id, boolean showValues) {
        Optional<Target> target = report.study()
                .target()
                .filter(one -> one.task().isClassification() && one.classes().size() <= MOST_CLASSES);
        if (target.isEmpty() || !report.view().sample().has(column)) {
            return Optional.empty();
        }
        Contingency question = report.view().contingency(column);
        if (!report.statistics().has(question)) {
            return Optional.empty();
        }
        List<Bin> bins = bins(report.statistics().get(question), showValues);
        if (bins.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(draw(column, bins, new ClassNames(target.get(), showValues), target.get(), id));
    }

    private static List<Bin> bins(ContingencyTable table, boolean showValues) {
        List<Bin> bins = new ArrayList<>();
        double[] rest = new double[table.total(0).length];
        int merged = 0;
        for (int bin = 0; bin < table.missingBin(); bin++) {
            double[] cells = table.total(bin);
            if (Arrays.stream(cells).sum() == 0) {
                continue;
            }
            if (bins.size() < MOST_BINS) {
                bins.add(new Bin(label(table.binning(), bin, showValues), cells));
            } else {
                merged++;
                for (int index = 0; index < rest.length; index++) {
                    rest[index] += cells[index];
                }
            }
        }
        if (merged > 0) {
            bins.add(new Bin(Numbers.of(merged, "other bin"), rest));
        }
        double[] missing = table.total(table.missingBin());
        if (Arrays.stream(missing).sum() > 0) {
            bins.add(new Bin("missing", missing));
        }
        return bins;
    }

    /** A bin's bounds and levels are cell values. */
    private static String label(Binning binning, int bin, boolean showValues) {
        if (binning instanceof Binning.Cuts cuts) {
            if (!showValues) {
                return "bin " + (bin + 1) + ", ascending";
            }
            double[] bounds = cuts.cuts();
            return bin < bounds.length
                    ? "up to " + Canonical.text(bounds[bin])
                    : bounds.length == 0 ? "all" : "above " + Canonical.text(bounds[bounds.length - 1]);
        }
        List<String> texts = ((Binning.Levels) binning).texts();
        return bin >= texts.size()
                ? "all others"
                : showValues ? texts.get(bin) : "level " + (bin + 1) + " by frequency";
    }

    private static Plot draw(String column, List<Bin> bins, ClassNames names, Target target, String id) {
        int height = TOP + SHARES + GAP + COUNTS + 26;
        Svg svg = new Svg(
                id, WIDTH, height, "Classes of " + target.column() + " by bin of " + column, summary(bins, names));
        double legend = LEFT;
        for (int index = 0; index < target.classes().size(); index++) {
            String name = Svg.cut(target.column() + " = " + names.name(index), 26);
            svg.rect(legend, 6, 12, 12, "bar class" + index);
            svg.text(legend + 18, 16, "tick", "start", name);
            legend += 40 + 7 * name.length();
        }
        double step = Math.min(60, (double) (WIDTH - LEFT - RIGHT) / bins.size());
        for (int tick = 0; tick <= 2; tick++) {
            double y = TOP + SHARES * (1 - tick / 2.0);
            svg.line(LEFT - 4, y, LEFT + step * bins.size(), y, "grid");
            svg.text(LEFT - 8, y + 4, "tick", "end", 50 * tick + " %");
        }
        double most = bins.stream().mapToDouble(Bin::rows).max().orElse(1);
        double base = TOP + SHARES + GAP + COUNTS;
        for (int index = 0; index < bins.size(); index++) {
            Bin bin = bins.get(index);
            double x = LEFT + step * index;
            double y = TOP + SHARES;
            for (int label = 0; label < bin.classes().length; label++) {
                double high = SHARES * bin.classes()[label] / bin.rows();
                y -= high;
                if (high > 0) {
                    String hint = bin.label() + ": " + Numbers.count(Math.round(bin.classes()[label])) + " of "
                            + Numbers.of(Math.round(bin.rows()), "row") + " are " + names.name(label);
                    svg.rect(x + 0.75, y, step - 1.5, high, "bar class" + label, hint);
                }
            }
            double high = Math.max(1, COUNTS * bin.rows() / most);
            svg.rect(x + 0.75, base - high, step - 1.5, high, "bar rows", Numbers.of(Math.round(bin.rows()), "row"));
            if (bin.label().equals("missing")) {
                svg.text(x + step / 2, base + 16, "tick", "middle", "missing");
            }
        }
        svg.text(LEFT - 8, base - COUNTS / 2.0 + 4, "tick", "end", "rows");
        svg.line(LEFT, base, LEFT + step * bins.size(), base, "axis");
        String caption =
                "Training rows in bins of " + column + ", ascending for numbers and by frequency for words. Above:"
                        + " the share of each class in a bin. Below: how many rows the bin has. Honest features are graded; a leak"
                        + " often has bins of one class only.";
        return new Plot("Classes along " + column, caption, svg.toString());
    }

    private static String summary(List<Bin> bins, ClassNames names) {
        long pure = bins.stream()
                .filter(bin -> Arrays.stream(bin.classes()).max().orElse(0) == bin.rows())
                .count();
        return pure + " of " + bins.size() + " bins hold one class only; the first class is " + names.name(0) + ".";
    }
}
