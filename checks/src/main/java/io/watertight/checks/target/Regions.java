package io.watertight.checks.target;

import io.watertight.checks.support.ChanceOfPurity;
import io.watertight.core.data.Canonical;
import io.watertight.core.data.PartProfile;
import io.watertight.core.statistic.Binning;
import io.watertight.core.statistic.ContingencyTable;
import io.watertight.core.study.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The regions of a column that could be a leak: levels of a column of few values, single values among continuous ones, and for a
 * number with an atom the atom and the rest. Tails of a number are left out on purpose: honest measurements have pure tails.
 */
final class Regions {

    /** A value this frequent among continuous ones is an atom. */
    private static final double ATOM = 0.05;

    private static final int ENOUGH_ROWS = 20;

    /** Numbers of more values than this are not levels. */
    static final int MOST_LEVELS = 48;

    /** Neighbours of a value that tell whether the relation leads up to it. */
    private static final double NEAR_ROWS = 100;

    private final ContingencyTable table;
    private final double[] totals;
    private final double rows;
    private final double looked;

    private Regions(ContingencyTable table, int columns) {
        this.table = table;
        this.totals = new double[table.cells()[0][0].length];
        for (int bin = 0; bin < table.bins(); bin++) {
            double[] cell = table.total(bin);
            for (int label = 0; label < totals.length; label++) {
                totals[label] += cell[label];
            }
        }
        this.rows = Arrays.stream(totals).sum();
        this.looked = (double) columns * table.bins() * totals.length;
    }

    /**
     * The regions with enough rows, each for the class that fills it most; least likely by chance first.
     *
     * @param profile of the column: only when there are few distinct values is a bin a single one
     * @param columns columns looked at, for the correction of luck
     */
    static List<Region> of(Column column, ContingencyTable table, PartProfile profile, int columns) {
        Regions regions = new Regions(table, columns);
        List<Region> found = new ArrayList<>();
        if (table.binning() instanceof Binning.Levels levels) {
            for (int bin = 0; bin < levels.texts().size(); bin++) {
                regions.add(Region.Kind.LEVEL, levels.texts().get(bin), table.total(bin), found);
            }
        } else if (table.binning() instanceof Binning.Cuts cuts) {
            regions.addNumbers(column, cuts.cuts(), profile.distinct() <= MOST_LEVELS, profile.maximum(), found);
        }
        found.sort(Comparator.comparingDouble(Region::log10Luck));
        return found;
    }

    /** The middle of three bins, a single value among continuous ones, of a table that a {@link Spikes} asked for. */
    static List<Region> ofSpike(double value, ContingencyTable table, int columns) {
        Regions regions = new Regions(table, columns);
        List<Region> found = new ArrayList<>();
        int label = fullest(table.total(1));
        double beside = Math.max(regions.share(0, 1, label), regions.share(2, 3, label));
        regions.add(Region.Kind.LEVEL, Canonical.text(value), table.total(1), beside, found);
        return found;
    }

    private void addNumbers(Column column, double[] cuts, boolean singleValues, double largest, List<Region> found) {
        int values = table.bins() - 1;
        int atom = 0;
        double present = 0;
        for (int bin = 0; bin < values; bin++) {
            double size = Arrays.stream(table.total(bin)).sum();
            present += size;
            if (size > Arrays.stream(table.total(atom)).sum()) {
                atom = bin;
            }
        }
        if (singleValues && column.integral() && values > 2) {
            for (int bin = 0; bin < values; bin++) {
                boolean last = bin == values - 1;
                String value = Canonical.text(last && bin >= cuts.length ? largest : cuts[bin]);
                addUngraded(Region.Kind.LEVEL, value, bin, values, found);
            }
        }
        double[] at = table.total(atom);
        double inAtom = Arrays.stream(at).sum();
        boolean edge = atom == 0;
        if (edge && inAtom >= ATOM * present && present - inAtom >= ENOUGH_ROWS) {
            double[] off = new double[totals.length];
            for (int bin = 0; bin < values; bin++) {
                double[] cell = table.total(bin);
                for (int label = 0; label < off.length && bin != atom; label++) {
                    off[label] += cell[label];
                }
            }
            String value = atom < cuts.length ? Canonical.text(cuts[atom]) : "the largest";
            add(Region.Kind.OFF_ATOM, value, off, found);
            addUngraded(Region.Kind.ATOM, value, atom, values, found);
        }
    }

    private void add(Region.Kind kind, String value, double[] cell, List<Region> found) {
        add(kind, value, cell, 0, found);
    }

    /**
     * Adds one value of a number, judged against what a graded relation makes of it: where all values beyond it are of one class, or the
     * nearest ones lean that way, purity is the end of a slope. Honest counts and amounts have pure tails.
     */
    private void addUngraded(Region.Kind kind, String value, int bin, int values, List<Region> found) {
        double[] cell = table.total(bin);
        int label = fullest(cell);
        double expected = Math.max(share(0, bin, label), share(bin + 1, values, label));
        if (bin > 0 && bin < values - 1) {
            expected = Math.max(expected, Math.min(nearest(bin, -1, values, label), nearest(bin, 1, values, label)));
        } else {
            double near = nearest(bin, bin == 0 ? 1 : -1, values, label);
            expected = leans(near, label) ? 1 : Math.max(expected, near);
        }
        add(kind, value, cell, expected, found);
    }

    private boolean leans(double near, int label) {
        double base = totals[label] / rows;
        return near - base > 2 * Math.sqrt(base * (1 - base) / NEAR_ROWS);
    }

    /** Share of a class among the rows of the bins next to one, so many that it means something. */
    private double nearest(int bin, int step, int values, int label) {
        double all = 0;
        double ofClass = 0;
        for (int next = bin + step; next >= 0 && next < values && all < NEAR_ROWS; next += step) {
            double[] cell = table.total(next);
            all += Arrays.stream(cell).sum();
            ofClass += cell[label];
        }
        return all == 0 ? 0 : ofClass / all;
    }

    private double share(int from, int to, int label) {
        double all = 0;
        double ofClass = 0;
        for (int bin = from; bin < to; bin++) {
            double[] cell = table.total(bin);
            all += Arrays.stream(cell).sum();
            ofClass += cell[label];
        }
        return all == 0 ? 0 : ofClass / all;
    }

    private static int fullest(double[] cell) {
        int label = 0;
        for (int other = 1; other < cell.length; other++) {
            label = cell[other] > cell[label] ? other : label;
        }
        return label;
    }

    private void add(Region.Kind kind, String value, double[] cell, double expected, List<Region> found) {
        long inside = (long) Arrays.stream(cell).sum();
        if (inside < ENOUGH_ROWS) {
            return;
        }
        int label = fullest(cell);
        long ofClass = (long) cell[label];
        double baseRate = totals[label] / rows;
        found.add(new Region(
                kind,
                value,
                label,
                inside,
                inside - ofClass,
                baseRate,
                expected >= 1 ? 0 : ChanceOfPurity.log10(inside, ofClass, Math.max(baseRate, expected), looked)));
    }
}
