package io.watertight.app.report;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.numeric.Strength;
import io.watertight.core.report.Numbers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How well each feature alone predicts the target, against what a column that says nothing would reach by luck. */
final class StrengthPlot {

    /** Rows drawn; the rest is in a table. */
    static final int MOST = 40;

    private static final int WIDTH = 760;
    private static final int LEFT = 190;
    private static final int RIGHT = 70;
    private static final int ROW = 20;
    private static final int TOP = 26;

    /** The band's half width in standard errors: one of about 700 columns that say nothing lies beyond it. */
    private static final double BAND = 3;

    private StrengthPlot() {}

    static Optional<Plot> of(AuditReport report) {
        List<Strength> shown = report.strengths().stream().limit(MOST).toList();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        Set<String> accused = Set.copyOf(report.accused());
        Strength first = shown.get(0);
        double low = first.nothing();
        int bottom = TOP + ROW * shown.size();
        long marked =
                shown.stream().filter(one -> accused.contains(one.column())).count();
        Svg svg = new Svg(
                "strength",
                WIDTH,
                bottom + 40,
                "Strength of each feature",
                String.format(
                        Locale.ENGLISH,
                        "%d features, from %s %.2f (%s) to %.2f; %d of them accused.",
                        shown.size(),
                        first.measure(),
                        first.value(),
                        first.column(),
                        shown.get(shown.size() - 1).value(),
                        marked));
        axis(svg, first.measure(), low, bottom);
        for (int index = 0; index < shown.size(); index++) {
            row(svg, shown.get(index), accused, low, TOP + ROW * index + ROW / 2.0);
        }
        String caption = "Out-of-fold " + first.measure()
                + " of each feature alone. A diamond is accused by a finding, a"
                + " circle is not. The grey band is what luck reaches: three standard errors above "
                + (low == 0 ? "0" : "0.5") + ". Strength is no proof: what counts is the kind of proof in the finding.";
        return Optional.of(new Plot("Strength of every feature", caption, svg.toString()));
    }

    private static void axis(Svg svg, String measure, double low, int bottom) {
        for (int tick = 0; tick <= 5; tick++) {
            double value = low + (1 - low) * tick / 5;
            double x = x(value, low);
            svg.line(x, TOP - 6, x, bottom + 4, tick == 0 ? "axis" : "grid");
            svg.text(x, bottom + 20, "tick", "middle", String.format(Locale.ENGLISH, "%.1f", value));
        }
        svg.text(x(low, low), bottom + 36, "tick", "start", "says nothing");
        svg.text(x(1, low), bottom + 36, "tick", "end", "says everything");
        svg.text(x(low, low), 12, "tick", "start", measure);
    }

    private static void row(Svg svg, Strength one, Set<String> accused, double low, double y) {
        boolean guilty = accused.contains(one.column());
        String hint = one.column() + ": " + one.measure() + " " + Numbers.measured(one.value()) + ", "
                + Numbers.measured(one.z()) + " standard errors above nothing" + (guilty ? ", accused" : "");
        double band = Math.min(1, low + BAND * one.standardError());
        svg.rect(x(low, low), y - 7, x(band, low) - x(low, low), 14, "band");
        double value = Math.max(low, Math.min(1, one.value()));
        svg.line(x(low, low), y, x(value, low), y, guilty ? "stem accused" : "stem");
        svg.mark(guilty ? 1 : 0, x(value, low), y, guilty ? "mark accused" : "mark", hint);
        svg.text(LEFT - 12, y + 4, guilty ? "label accused" : "label", "end", Svg.cut(one.column(), 24));
        svg.text(WIDTH - 4, y + 4, "value", "end", String.format(Locale.ENGLISH, "%.3f", one.value()));
    }

    private static double x(double value, double low) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (value - low) / (1 - low);
    }
}
