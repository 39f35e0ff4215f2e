package io.watertight.ml.split;

import io.watertight.core.WatertightException;
import io.watertight.core.split.KeyHash;
import io.watertight.core.split.SplitPlan.SpatialBlocks;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.learn.Division;
import io.watertight.ml.learn.SplitterInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cells of a grid. A row without a place is a cell of its own. */
final class Grid {

    private final SpatialBlocks plan;
    private final Units units;
    private final List<Cell> cells = new ArrayList<>();

    /** A cell by its number along both axes; rows without a place have none. */
    private record Cell(long x, long y, boolean placed) {}

    Grid(SplitterInput input, SpatialBlocks plan) {
        this.plan = plan;
        double[] x = numbers(input, plan.x());
        double[] y = numbers(input, plan.y());
        long[] ids = input.rowIds();
        int[] codes = new int[ids.length];
        long[] keys = new long[ids.length];
        Map<Cell, Integer> codeOf = new HashMap<>();
        for (int row = 0; row < codes.length; row++) {
            boolean placed = Double.isFinite(x[row]) && Double.isFinite(y[row]);
            Cell cell = placed ? new Cell(index(x[row]), index(y[row]), true) : new Cell(ids[row], 0, false);
            int next = cells.size();
            codes[row] = codeOf.computeIfAbsent(cell, one -> next);
            if (codes[row] == next) {
                cells.add(cell);
                keys[next] = placed ? KeyHash.of(List.of(Long.toString(cell.x()), Long.toString(cell.y()))) : ids[row];
            }
        }
        this.units = Units.of(codes, keys, ids);
    }

    private long index(double coordinate) {
        return (long) Math.floor(coordinate / plan.size());
    }

    private static double[] numbers(SplitterInput input, String name) {
        if (input.features().find(name).orElse(null) instanceof NumberBlock block) {
            return block.values();
        }
        throw new WatertightException(
                "The split needs the coordinates in '" + name + "', which is no feature of numbers.",
                "name other columns, or do not leave it out");
    }

    List<Division> divisions(long seed) {
        int[] bins = units.deal(new int[units.of().length], plan.shape(), seed);
        int[] rows = units.rowsOf(bins);
        if (plan.bufferCells() == 0) {
            return Divisions.of(rows, plan.shape().divisions());
        }
        List<Division> divisions = new ArrayList<>();
        for (int number = 0; number < plan.shape().divisions(); number++) {
            int evaluated = number;
            boolean[] near = near(bins, number);
            divisions.add(Divisions.where(
                    rows.length,
                    row -> rows[row] != evaluated && !near[units.of()[row]],
                    row -> rows[row] == evaluated));
        }
        return divisions;
    }

    /** Cells within the buffer of an evaluated one. Units are numbered as cells are: by first occurrence. */
    private boolean[] near(int[] bins, int evaluated) {
        Set<Cell> held = new HashSet<>();
        for (int cell = 0; cell < bins.length; cell++) {
            if (bins[cell] == evaluated && cells.get(cell).placed()) {
                held.add(cells.get(cell));
            }
        }
        boolean[] near = new boolean[bins.length];
        int reach = plan.bufferCells();
        for (int cell = 0; cell < bins.length; cell++) {
            Cell here = cells.get(cell);
            for (long x = here.x() - reach; here.placed() && x <= here.x() + reach; x++) {
                for (long y = here.y() - reach; y <= here.y() + reach; y++) {
                    near[cell] |= held.contains(new Cell(x, y, true));
                }
            }
        }
        return near;
    }
}
