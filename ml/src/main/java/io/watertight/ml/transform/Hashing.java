package io.watertight.ml.transform;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.SparseBlock;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.TrainingSet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Deals levels or words to a fixed number of columns by their hash, each with a sign of its own, so that what falls together cancels out
 * on average (Weinberger and others, Feature hashing for large scale multitask learning, ICML 2009). It learns nothing, and any level
 * has its place. The hash is FNV-1a of the UTF-8 bytes with a final mix: the same on every machine and in every version. A missing value
 * is all zeros. Immutable; thread-safe.
 */
public final class Hashing extends Blockwise {

    private final int width;
    private final boolean words;

    private Hashing(Columns columns, int width, boolean words) {
        super(columns);
        if (width < 1) {
            throw new IllegalArgumentException("hashing needs at least one column, not " + width);
        }
        this.width = width;
        this.words = words;
    }

    /** Each level goes to one column. */
    public static Hashing ofLevels(Columns columns, int width) {
        return new Hashing(columns, width, false);
    }

    /** Each word of a text goes to one column, as often as it occurs. */
    public static Hashing ofWords(Columns columns, int width) {
        return new Hashing(columns, width, true);
    }

    @Override
    public String name() {
        return words ? "hashing of words" : "hashing of levels";
    }

    @Override
    Lesson begin(TrainingSet training, FitContext context) {
        List<String> terms =
                IntStream.range(0, width).mapToObj(column -> "hash " + column).toList();
        return block -> block instanceof CategoryBlock
                ? Optional.of(Piece.alike(block, new Dealing(terms, words)))
                : Optional.empty();
    }

    private record Dealing(List<String> terms, boolean words) implements Mapping {

        private record Row(int[] columns, double[] values) {}

        @Override
        public List<Block> apply(Block block) {
            CategoryBlock categories = (CategoryBlock) block;
            @Nullable Row[] dealt = new Row[categories.dictionary().size()];
            int[] starts = new int[categories.rows() + 1];
            for (int row = 0; row < categories.rows(); row++) {
                starts[row + 1] = starts[row] + length(row(categories, row, dealt));
            }
            int[] columns = new int[starts[categories.rows()]];
            double[] values = new double[columns.length];
            for (int row = 0; row < categories.rows(); row++) {
                Row made = row(categories, row, dealt);
                if (made != null) {
                    System.arraycopy(made.columns(), 0, columns, starts[row], made.columns().length);
                    System.arraycopy(made.values(), 0, values, starts[row], made.columns().length);
                }
            }
            return List.of(new SparseBlock(block.name(), terms, starts, columns, values));
        }

        private static int length(@Nullable Row row) {
            return row == null ? 0 : row.columns().length;
        }

        private @Nullable Row row(CategoryBlock block, int row, @Nullable Row[] dealt) {
            int code = block.codes()[row];
            if (code < 0) {
                return null;
            }
            Row known = dealt[code];
            if (known == null) {
                known = deal(block.dictionary().get(code));
                dealt[code] = known;
            }
            return known;
        }

        private Row deal(String text) {
            TreeMap<Integer, Double> sums = new TreeMap<>();
            if (words) {
                Tokens.each(text, word -> add(word, sums));
            } else {
                add(text, sums);
            }
            sums.values().removeIf(value -> value == 0);
            return new Row(
                    sums.keySet().stream().mapToInt(Integer::intValue).toArray(),
                    sums.values().stream().mapToDouble(Double::doubleValue).toArray());
        }

        private void add(String word, TreeMap<Integer, Double> sums) {
            long hash = hash(word);
            int column = (int) Long.remainderUnsigned(hash >>> 1, terms.size());
            sums.merge(column, (hash & 1) == 0 ? 1.0 : -1.0, Double::sum);
        }

        private static long hash(String word) {
            long hash = 0xCBF29CE484222325L;
            for (byte part : word.getBytes(StandardCharsets.UTF_8)) {
                hash = (hash ^ (part & 0xFF)) * 0x100000001B3L;
            }
            // The low bits of FNV are weak; this is the last step of MurmurHash3.
            hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
            hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
            return hash ^ (hash >>> 33);
        }
    }
}
