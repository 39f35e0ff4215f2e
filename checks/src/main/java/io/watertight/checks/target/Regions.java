package io.watertight.checks.target;

import io.watertight.checks.support.ChanceOfPurity;
import io.watertight.core.data.Canonical;
import io.watertight.core.statistic.Binning;
import io.watertight.core.statistic.ContingencyTable;
import io.watertight.core.study.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The regions of a column that could be a leak: levels of a column of few values, and for a number with an atom the atom and the
 * rest. Tails of a continuous number are left out on purpose: honest measurements have pure tails.
 */
final class Regions {

    /** A value this frequent among continuous ones is an atom. */
    private static final double ATOM = 0.05;

    private static final int ENOUGH_ROWS = 20;

    /** Numbers of more values than this are not levels. */
    private static final int MOST_LEVELS = 48;

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
     * @param distinct distinct values of the column: only when there are few is a bin a single value
     * @param columns columns looked at, for the correction of luck
     */
    static List<Region> of(Column column, ContingencyTable table, long distinct, int columns) {
        Regions regions = new Regions(table, columns);
        List<Region> found = new ArrayList<>();
        if (table.binning() instanceof Binning.Levels levels) {
            for (int bin = 0; bin < levels.texts().size(); bin++) {
                regions.add(Region.Kind.LEVEL, levels.texts().get(bin), table.total(bin), found);
            }
        } else if (table.binning() instanceof Binning.Cuts cuts) {
            regions.addNumbers(column, cuts.cuts(), distinct <= MOST_LEVELS, found);
        }
        found.sort(Comparator.comparingDouble(Region::log10Luck));
        return found;
    }

    private void addNumbers(Column column, double[] cuts, boolean singleValues, List<Region> found) {
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
            // The smallest and the largest are tails: an honest count can end in a pure level.
            for (int bin = 1; bin < values - 1; bin++) {
                String value = bin < cuts.length ? Canonical.text(cuts[bin]) : "the largest";
                add(Region.Kind.LEVEL, value, table.total(bin), found);
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
            add(Region.Kind.ATOM, value, at, found);
        }
    }

    private void add(Region.Kind kind, String value, double[] cell, List<Region> found) {
        long inside = (long) Arrays.stream(cell).sum();
        if (inside < ENOUGH_ROWS) {
            return;
        }
        int label = 0;
        for (int other = 1; other < cell.length; other++) {
            if (cell[other] > cell[label]) {
                label = other;
            }
        }
        long ofClass = (long) cell[label];
        double baseRate = totals[label] / rows;
        found.add(new Region(
                kind,
                value,
                label,
                inside,
                inside - ofClass,
                baseRate,
                ChanceOfPurity.log10(inside, ofClass, baseRate, looked)));
    }
}
