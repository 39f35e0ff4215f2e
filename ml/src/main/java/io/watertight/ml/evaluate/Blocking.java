package io.watertight.ml.evaluate;

import io.watertight.core.numeric.Ranks;
import io.watertight.ml.learn.Dataset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which rows stand or fall together when rows are drawn again: those of an entity, or of a stretch of time.
 *
 * @param name what a block is, for people: {@code rows}, {@code 'patient'}, {@code stretches of time}
 * @param codes block of each row of the dataset, from 0
 * @param blocks how many there are
 */
record Blocking(String name, int[] codes, int blocks) {

    private static final int FEWEST_STRETCHES = 10;

    private static final int MOST_STRETCHES = 50;

    /** One for every declared group, one for a declared time; single rows where neither is declared. */
    static List<Blocking> of(Dataset dataset) {
        List<Blocking> all = new ArrayList<>();
        for (Dataset.Group group : dataset.groups()) {
            all.add(numbered("'" + group.name() + "'", group.codes()));
        }
        dataset.times().ifPresent(times -> all.add(stretches(times)));
        if (all.isEmpty()) {
            all.add(new Blocking("rows", IntStream.range(0, dataset.rows()).toArray(), dataset.rows()));
        }
        return List.copyOf(all);
    }

    /** Whether rows are drawn one by one. */
    boolean isByRow() {
        return name.equals("rows");
    }

    /** The blocks that have a row in these pools, numbered anew: none other can be drawn. */
    Blocking within(List<Pool> pools) {
        int[] numberOf = new int[blocks];
        int number = 0;
        for (Pool pool : pools) {
            for (int position : pool.positions()) {
                if (numberOf[codes[position]] == 0) {
                    numberOf[codes[position]] = ++number;
                }
            }
        }
        int[] renumbered = new int[codes.length];
        for (int row = 0; row < codes.length; row++) {
            renumbered[row] = numberOf[codes[row]] - 1;
        }
        return new Blocking(name, renumbered, number);
    }

    private static Blocking numbered(String name, int[] entities) {
        Map<Integer, Integer> numberOf = new HashMap<>();
        int[] codes = new int[entities.length];
        for (int row = 0; row < codes.length; row++) {
            Integer number = numberOf.putIfAbsent(entities[row], numberOf.size());
            codes[row] = number == null ? numberOf.size() - 1 : number;
        }
        return new Blocking(name, codes, numberOf.size());
    }

    /**
     * About as many stretches as the square root of the rows, of equally many rows each; rows of one moment are never parted, and rows
     * without a time are a stretch of their own.
     */
    private static Blocking stretches(double[] times) {
        int wanted = (int) Math.max(FEWEST_STRETCHES, Math.min(MOST_STRETCHES, Math.sqrt(times.length)));
        int[] order = Ranks.order(times);
        int[] codes = new int[times.length];
        int block = 0;
        int first = 0;
        for (int index = 0; index < order.length; index++) {
            boolean sameMoment = index > 0 && times[order[index]] == times[order[index - 1]];
            if (!sameMoment && index - first >= (double) order.length / wanted) {
                block++;
                first = index;
            }
            codes[order[index]] = block;
        }
        int blocks = block + 1;
        for (int row = 0; row < codes.length; row++) {
            codes[row] = Double.isNaN(times[row]) ? blocks : codes[row];
        }
        return new Blocking("stretches of time", codes, order.length < times.length ? blocks + 1 : blocks);
    }
}
