package io.watertight.ml.split;

import io.watertight.core.WatertightException;
import io.watertight.core.split.Balance;
import io.watertight.core.split.Deal;
import io.watertight.core.split.Shape;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.SplitterInput;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What goes to one side as a whole: groups, cells, clusters.
 *
 * @param of the unit of each row, from 0
 * @param keys number of each unit
 * @param first smallest row id of each unit
 */
record Units(int[] of, long[] keys, long[] first) {

    /** @throws WatertightException if the data has no such group */
    static Units of(SplitterInput input, String name) {
        Dataset.Group group = input.groups().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WatertightException(
                        "The split needs the group '" + name + "', which the data does not have.",
                        "declare it: --group " + name));
        return of(group.codes(), group.keys(), input.rowIds());
    }

    /** Units by codes, of which only those that occur count. */
    static Units of(int[] codes, long[] keysByCode, long[] ids) {
        Map<Integer, Integer> unitOf = new HashMap<>();
        int[] units = new int[codes.length];
        long[] keys = new long[codes.length];
        long[] first = new long[codes.length];
        for (int row = 0; row < codes.length; row++) {
            int next = unitOf.size();
            int unit = unitOf.computeIfAbsent(codes[row], code -> next);
            units[row] = unit;
            first[unit] = unit == next ? ids[row] : Math.min(first[unit], ids[row]);
            keys[unit] = keysByCode[codes[row]];
        }
        return new Units(units, Arrays.copyOf(keys, unitOf.size()), Arrays.copyOf(first, unitOf.size()));
    }

    int number() {
        return keys.length;
    }

    /** The bin of each unit. */
    int[] deal(int[] strata, Shape shape, long seed) {
        Deal.refuseTooFew(number(), shape);
        int classes = Arrays.stream(strata).max().orElse(0) + 1;
        int[] counts = new int[number() * classes];
        for (int row = 0; row < of.length; row++) {
            counts[of[row] * classes + strata[row]]++;
        }
        return new Balance(keys, first, counts, classes).deal(shape.shares(), seed);
    }

    /** The place of each unit in the order of their numbers. */
    int[] ranks() {
        int[] order = Order.of(keys, first);
        int[] ranks = new int[order.length];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }

    /** What a row gets when its unit gets this. */
    int[] rowsOf(int[] byUnit) {
        return Arrays.stream(of).map(unit -> byUnit[unit]).toArray();
    }
}
