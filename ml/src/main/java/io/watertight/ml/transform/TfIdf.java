package io.watertight.ml.transform;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.SparseBlock;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.TrainingSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Texts as weights of their words: how often a word occurs in the text, times ln((1 + n) / (1 + d)) + 1 where n is the number of
 * training rows and d that of those with the word, each row then scaled to length 1 (scikit-learn's TfidfVectorizer with smooth_idf).
 * Words are runs of at least two letters or digits of any script, in lower case. A missing text has no words. Immutable; thread-safe.
 */
public final class TfIdf extends Blockwise {

    private final Columns columns;
    private final int fewest;
    private final int most;
    private final boolean sublinear;

    private TfIdf(Columns columns, int fewest, int most, boolean sublinear) {
        super(columns);
        this.columns = columns;
        this.fewest = fewest;
        this.most = most;
        this.sublinear = sublinear;
    }

    public static TfIdf of(Columns columns) {
        return new TfIdf(columns, 1, Integer.MAX_VALUE, false);
    }

    /** Words of fewer training rows than this are not learnt. */
    public TfIdf withFewestRows(int rows) {
        return new TfIdf(columns, rows, most, sublinear);
    }

    /** At most this many words: those that occur most often in the training rows; of several, the first by spelling. */
    public TfIdf withMostWords(int words) {
        return new TfIdf(columns, fewest, words, sublinear);
    }

    /** A word that occurs k times in a text counts 1 + ln k times. */
    public TfIdf withSublinearCounts() {
        return new TfIdf(columns, fewest, most, true);
    }

    @Override
    public String name() {
        return "TF-IDF";
    }

    @Override
    Lesson begin(TrainingSet training, FitContext context) {
        return block -> block instanceof CategoryBlock texts ? Optional.of(learn(texts)) : Optional.empty();
    }

    /** What is counted of a word. */
    private static final class Tally {
        private final String word;
        private int rows;
        private long occurrences;
        private int lastText = -1;

        Tally(String word) {
            this.word = word;
        }
    }

    private Piece learn(CategoryBlock block) {
        int[] counts = LevelCounts.of(block).counts();
        Map<String, Tally> tallies = new HashMap<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                int text = code;
                Tokens.each(block.dictionary().get(code), word -> {
                    Tally tally = tallies.computeIfAbsent(word, Tally::new);
                    tally.occurrences += counts[text];
                    if (tally.lastText != text) {
                        tally.lastText = text;
                        tally.rows += counts[text];
                    }
                });
            }
        }
        List<Tally> kept = tallies.values().stream()
                .filter(tally -> tally.rows >= fewest)
                .sorted(Comparator.<Tally>comparingLong(tally -> -tally.occurrences)
                        .thenComparing(tally -> tally.word))
                .limit(most)
                .sorted(Comparator.comparing(tally -> tally.word))
                .toList();
        if (kept.isEmpty()) {
            return Piece.dropped(
                    "'" + block.name() + "' has no word that occurs in " + fewest + " training rows and was left out.");
        }
        double[] idf = new double[kept.size()];
        for (int word = 0; word < idf.length; word++) {
            idf[word] = Math.log((1.0 + block.rows()) / (1.0 + kept.get(word).rows)) + 1;
        }
        return Piece.alike(
                block,
                new Weighing(new Levels(kept.stream().map(tally -> tally.word).toList()), idf, sublinear));
    }

    private record Weighing(Levels words, double[] idf, boolean sublinear) implements Mapping {

        /** The words of one text. */
        private record Text(int[] columns, double[] weights) {}

        @Override
        public List<Block> apply(Block block) {
            CategoryBlock texts = (CategoryBlock) block;
            // Each text is cut once, however many rows share it.
            @Nullable Text[] weighed = new Text[texts.dictionary().size()];
            double[] counts = new double[idf.length];
            int[] starts = new int[texts.rows() + 1];
            List<Text> rows = new ArrayList<>(texts.rows());
            Text none = new Text(new int[0], new double[0]);
            for (int row = 0; row < texts.rows(); row++) {
                int code = texts.codes()[row];
                Text text = code < 0 ? none : weighed[code];
                if (text == null) {
                    text = weigh(texts.dictionary().get(code), counts);
                    weighed[code] = text;
                }
                rows.add(text);
                starts[row + 1] = starts[row] + text.columns().length;
            }
            int[] columns = new int[starts[texts.rows()]];
            double[] values = new double[columns.length];
            for (int row = 0; row < rows.size(); row++) {
                Text text = rows.get(row);
                System.arraycopy(text.columns(), 0, columns, starts[row], text.columns().length);
                System.arraycopy(text.weights(), 0, values, starts[row], text.columns().length);
            }
            return List.of(new SparseBlock(block.name(), words.words(), starts, columns, values));
        }

        /** @param counts all 0, and left so */
        private Text weigh(String text, double[] counts) {
            int[] met = Tokens.indices(text, words);
            int different = 0;
            for (int word : met) {
                if (counts[word]++ == 0) {
                    met[different++] = word;
                }
            }
            int[] columns = Arrays.copyOf(met, different);
            Arrays.sort(columns);
            double[] weights = new double[different];
            double squares = 0;
            for (int index = 0; index < different; index++) {
                double count = counts[columns[index]];
                counts[columns[index]] = 0;
                weights[index] = (sublinear ? 1 + Math.log(count) : count) * idf[columns[index]];
                squares += weights[index] * weights[index];
            }
            double length = Math.sqrt(squares);
            for (int index = 0; index < different; index++) {
                weights[index] /= length;
            }
            return new Text(columns, weights);
        }
    }
}
