package io.watertight.app.report;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.check.Finding;
import io.watertight.core.report.RowNumbers;
import io.watertight.core.study.Part;
import io.watertight.core.study.SplitSource;
import java.util.List;
import java.util.Optional;

/** Rows that belong together, as arcs over the rows of the table. */
final class RepeatedRowsPlot {

    private static final int WIDTH = 760;
    private static final int SIDE = 20;
    private static final int BASE = 110;

    private RepeatedRowsPlot() {}

    /**
     * Empty for a finding without groups of rows.
     *
     * @param id unique on the page
     */
    static Optional<Plot> of(AuditReport report, Finding finding, String id) {
        List<List<Long>> groups = finding.evidence().rowGroups();
        long rows = report.view().profile().rows();
        if (groups.isEmpty() || rows < 2) {
            return Optional.empty();
        }
        RowNumbers numbers = new RowNumbers(report.view());
        boolean file = report.study().split() == SplitSource.TEST_FILE;
        long train = file ? rows - report.view().profile().rows(Part.TEST) : rows;
        Svg svg = new Svg(
                id, WIDTH, BASE + 40, "Example rows that belong together", "Groups: " + numbers.groups(groups) + ".");
        for (List<Long> group : groups) {
            for (int index = 0; index < group.size(); index++) {
                svg.line(x(group.get(index), rows), BASE, x(group.get(index), rows), BASE + 6, "axis");
                if (index > 0) {
                    double from = x(Math.min(group.get(index - 1), group.get(index)), rows);
                    double to = x(Math.max(group.get(index - 1), group.get(index)), rows);
                    boolean shared = group.get(index - 1) < train != group.get(index) < train;
                    double rise = Math.min(BASE - 12, Math.max(6, (to - from) / 3));
                    String hint = numbers.label(group.get(index - 1)) + " = " + numbers.label(group.get(index));
                    svg.arc(from, to, BASE, rise, shared ? "arc accused" : "arc", hint);
                }
            }
        }
        double border = x(train, rows);
        svg.rect(SIDE, BASE, border - SIDE, 5, "bar train");
        svg.rect(border, BASE, WIDTH - SIDE - border, 5, "bar test");
        svg.text(SIDE, BASE + 24, "tick", "start", file ? "training rows" : "row 1");
        if (file) {
            svg.text(WIDTH - SIDE, BASE + 24, "tick", "end", "test rows");
        } else {
            svg.text(WIDTH - SIDE, BASE + 24, "tick", "end", "row " + numbers.label(rows - 1));
        }
        String caption = "Examples, by row number. An arc joins rows that belong together"
                + (file ? "; where it ends on the other side, the test set repeats what the model has seen." : ".");
        return Optional.of(new Plot("Rows that belong together", caption, svg.toString()));
    }

    private static double x(long row, long rows) {
        return SIDE + (double) (WIDTH - 2 * SIDE) * row / rows;
    }
}
