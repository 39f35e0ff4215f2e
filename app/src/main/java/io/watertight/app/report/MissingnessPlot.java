package io.watertight.app.report;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.report.ClassNames;
import io.watertight.core.report.Numbers;
import io.watertight.core.statistic.Contingency;
import io.watertight.core.statistic.ContingencyTable;
import io.watertight.core.study.Column;
import io.watertight.core.study.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The share of missing values by class of the target: an honest gap knows nothing of the outcome. */
final class MissingnessPlot {

    private static final int MOST_COLUMNS = 20;
    private static final int MOST_CLASSES = 4;
    private static final int WIDTH = 760;
    private static final int LEFT = 190;
    private static final int RIGHT = 30;
    private static final int ROW = 22;
    private static final int TOP = 34;

    private record Gaps(String column, double[] shares) {
        double range() {
            return Arrays.stream(shares).max().orElse(0)
                    - Arrays.stream(shares).min().orElse(0);
        }
    }

    private MissingnessPlot() {}

    /** Empty for a number as target, for more than a few classes, and where nothing is missing. */
    static Optional<Plot> of(AuditReport report, boolean showValues) {
        Optional<Target> target = report.study()
                .target()
                .filter(one -> one.task().isClassification() && one.classes().size() <= MOST_CLASSES);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        List<Gaps> gaps = gaps(report).stream()
                .sorted(Comparator.comparingDouble(Gaps::range).reversed())
                .limit(MOST_COLUMNS)
                .toList();
        if (gaps.isEmpty()) {
            return Optional.empty();
        }
        ClassNames names = new ClassNames(target.get(), showValues);
        Gaps widest = gaps.get(0);
        int bottom = TOP + ROW * gaps.size();
        Svg svg = new Svg(
                "missingness",
                WIDTH,
                bottom + 28,
                "Missing values by class",
                widest.column() + " differs most: missing in " + shares(widest, names) + ".");
        for (int tick = 0; tick <= 4; tick++) {
            svg.line(x(tick / 4.0), TOP - 6, x(tick / 4.0), bottom + 2, tick == 0 ? "axis" : "grid");
            svg.text(x(tick / 4.0), bottom + 18, "tick", "middle", 25 * tick + " %");
        }
        double legend = LEFT;
        for (int index = 0; index < target.get().classes().size(); index++) {
            String name = Svg.cut(target.get().column() + " = " + names.name(index), 26);
            svg.mark(index, legend + 6, 12, "mark series" + index, "");
            svg.text(legend + 18, 16, "tick", "start", name);
            legend += 40 + 7 * name.length();
        }
        for (int row = 0; row < gaps.size(); row++) {
            draw(svg, gaps.get(row), names, TOP + ROW * row + ROW / 2.0);
        }
        String caption =
                "Share of rows without a value, by class of the target; only features with gaps. Marks that lie"
                        + " apart mean that being empty tells the outcome.";
        return Optional.of(new Plot("Missing values by class", caption, svg.toString()));
    }

    private static List<Gaps> gaps(AuditReport report) {
        List<Gaps> gaps = new ArrayList<>();
        for (Column column : report.study().features()) {
            if (!report.view().sample().has(column.name())) {
                continue;
            }
            Contingency question = report.view().contingency(column.name());
            if (report.statistics().has(question)) {
                ContingencyTable table = report.statistics().get(question);
                double[] missing = table.total(table.missingBin());
                if (Arrays.stream(missing).sum() > 0) {
                    gaps.add(new Gaps(column.name(), shares(table, missing)));
                }
            }
        }
        return gaps;
    }

    private static double[] shares(ContingencyTable table, double[] missing) {
        double[] rows = new double[missing.length];
        for (int bin = 0; bin < table.bins(); bin++) {
            double[] cells = table.total(bin);
            for (int index = 0; index < rows.length; index++) {
                rows[index] += cells[index];
            }
        }
        double[] shares = new double[missing.length];
        for (int index = 0; index < rows.length; index++) {
            shares[index] = rows[index] == 0 ? 0 : missing[index] / rows[index];
        }
        return shares;
    }

    private static String shares(Gaps gaps, ClassNames names) {
        List<String> parts = new ArrayList<>();
        for (int index = 0; index < gaps.shares().length; index++) {
            parts.add(Numbers.share(gaps.shares()[index]) + " of " + names.name(index));
        }
        return String.join(", ", parts);
    }

    private static void draw(Svg svg, Gaps gaps, ClassNames names, double y) {
        double low = Arrays.stream(gaps.shares()).min().orElse(0);
        double high = Arrays.stream(gaps.shares()).max().orElse(0);
        svg.text(LEFT - 12, y + 4, "label", "end", Svg.cut(gaps.column(), 24));
        svg.line(x(low), y, x(high), y, "range");
        for (int index = 0; index < gaps.shares().length; index++) {
            String hint =
                    gaps.column() + ", " + names.name(index) + ": missing in " + Numbers.share(gaps.shares()[index]);
            svg.mark(index, x(gaps.shares()[index]), y, "mark series" + index, hint);
        }
    }

    private static double x(double share) {
        return LEFT + (WIDTH - LEFT - RIGHT) * share;
    }
}
