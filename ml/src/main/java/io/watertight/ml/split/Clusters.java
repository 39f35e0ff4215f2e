package io.watertight.ml.split;

import io.watertight.core.WatertightException;
import io.watertight.core.split.SplitPlan.DuplicateClusters;
import io.watertight.core.split.SplitPlan.DuplicateClusters.Grain;
import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.learn.SplitterInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Connected components of rows linked by (near) equality. Near: equal in all columns after rounding down to cells, in one of two grids
 * of which the second is shifted by half a cell, so that no pair of almost equal numbers is parted by both.
 */
final class Clusters {

    private final int[] parent;

    private Clusters(int rows) {
        parent = new int[rows];
        java.util.Arrays.setAll(parent, row -> row);
    }

    static Units of(SplitterInput input, DuplicateClusters plan) {
        Clusters clusters = new Clusters(input.rows());
        clusters.link(input, plan, 0);
        if (plan.isNear()) {
            clusters.link(input, plan, 0.5);
        }
        long[] ids = input.rowIds();
        int[] codes = new int[ids.length];
        // A cluster is known by the smallest id in it: contents of linked rows differ.
        long[] smallest = new long[ids.length];
        java.util.Arrays.fill(smallest, Long.MAX_VALUE);
        for (int row = 0; row < codes.length; row++) {
            codes[row] = clusters.root(row);
            smallest[codes[row]] = Math.min(smallest[codes[row]], ids[row]);
        }
        return Units.of(codes, smallest, ids);
    }

    private void link(SplitterInput input, DuplicateClusters plan, double shift) {
        Map<List<String>, Integer> seen = new HashMap<>();
        List<Block> blocks = new ArrayList<>();
        for (Grain grain : plan.grains()) {
            blocks.add(input.features()
                    .find(grain.column())
                    .orElseThrow(() -> new WatertightException(
                            "The split compares '" + grain.column() + "', which is no feature of the data.",
                            "do not leave it out")));
        }
        for (int row = 0; row < parent.length; row++) {
            List<String> key = new ArrayList<>(blocks.size());
            for (int index = 0; index < blocks.size(); index++) {
                key.add(text(blocks.get(index), plan.grains().get(index).width(), shift, row));
            }
            Integer other = seen.putIfAbsent(key, row);
            if (other != null) {
                parent[root(row)] = root(other);
            }
        }
    }

    private static String text(Block block, double width, double shift, int row) {
        if (block instanceof NumberBlock numbers) {
            double value = numbers.values()[row];
            if (Double.isNaN(value)) {
                return "missing";
            }
            return width > 0 ? "#" + Math.floor(value / width + shift) : Double.toString(value + 0.0);
        }
        if (block instanceof CategoryBlock words) {
            int code = words.codes()[row];
            return code < 0 ? "missing" : "=" + words.dictionary().get(code);
        }
        throw new IllegalStateException("'" + block.name() + "' was transformed before the split");
    }

    private int root(int row) {
        int at = row;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
