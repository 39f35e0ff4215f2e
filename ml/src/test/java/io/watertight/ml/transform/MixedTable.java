package io.watertight.ml.transform;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.learn.Dataset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Generated tables of every kind of column. Chosen rows can be drawn anew while the others stay what they are to the last bit. */
final class MixedTable {

    private static final String[] WORDS = {
        "late", "paid", "call", "again", "house", "car", "loan", "zero", "never", "rich"
    };

    private MixedTable() {}

    /**
     * A table of a seed.
     *
     * @param disturbed rows whose features and outcome come from another generator; dictionaries are shuffled then, too
     */
    static Dataset of(int rows, long seed, IntPredicate disturbed, long disturbance) {
        boolean any = IntStream.range(0, rows).anyMatch(disturbed);
        List<Block> blocks = new ArrayList<>();
        for (int column = 0; column < 3; column++) {
            double[] values = new double[rows];
            for (int row = 0; row < rows; row++) {
                Random random = random(row, column, seed, disturbed, disturbance);
                double scale = disturbed.test(row) ? 1e6 : 1;
                values[row] = random.nextInt(8) == 0 ? Double.NaN : Math.exp(random.nextGaussian()) * scale - column;
            }
            blocks.add(NumberBlock.of("x" + column, values));
        }
        double[] times = new double[rows];
        List<String> cities = new ArrayList<>();
        List<String> sexes = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        int[] codes = new int[rows];
        for (int row = 0; row < rows; row++) {
            Random random = random(row, 10, seed, disturbed, disturbance);
            String fresh = disturbed.test(row) ? "new" : "";
            times[row] = random.nextInt(10) == 0
                    ? Double.NaN
                    : 1.6e9 + random.nextInt(50_000_000) * (fresh.isEmpty() ? 1 : 10.0);
            cities.add(random.nextInt(12) == 0 ? "" : fresh + "city" + (int) Math.abs(random.nextGaussian() * 20));
            sexes.add(random.nextBoolean() ? "f" : "m" + fresh);
            StringBuilder note = new StringBuilder(fresh);
            for (int word = 0; word < 4 + random.nextInt(6); word++) {
                note.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
            }
            notes.add(note.toString().strip());
            ids.add(fresh + "id" + row);
            codes[row] = random.nextInt(3) == 0 ? 1 : 0;
        }
        blocks.add(new NumberBlock("when", NumberBlock.Kind.TIME, times));
        blocks.add(words("city", cities, any, disturbance));
        blocks.add(words("sex", sexes, any, disturbance));
        blocks.add(words("note", notes, any, disturbance));
        blocks.add(words("id", ids, any, disturbance));
        blocks.add(NumberBlock.of("constant", new double[rows]));
        return Dataset.of(new Features(rows, blocks), FirstRows.binary(codes));
    }

    static Dataset of(int rows, long seed) {
        return of(rows, seed, row -> false, 0);
    }

    private static Random random(int row, int column, long seed, IntPredicate disturbed, long disturbance) {
        long salt = disturbed.test(row) ? disturbance + 1 : 0;
        Random random = new Random(seed * 1_000_003 + row * 131L + column + salt * 7_777_777_777L);
        random.nextLong();
        return random;
    }

    private static CategoryBlock words(String name, List<String> values, boolean shuffled, long seed) {
        CategoryBlock block = FirstRows.words(name, values);
        if (!shuffled) {
            return block;
        }
        List<Integer> order = new ArrayList<>(
                IntStream.range(0, block.dictionary().size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        int[] place = new int[order.size()];
        IntStream.range(0, place.length).forEach(index -> place[order.get(index)] = index);
        int[] codes = block.codes().clone();
        for (int row = 0; row < codes.length; row++) {
            codes[row] = codes[row] < 0 ? -1 : place[codes[row]];
        }
        return new CategoryBlock(
                name, codes, order.stream().map(block.dictionary()::get).toList());
    }
}
