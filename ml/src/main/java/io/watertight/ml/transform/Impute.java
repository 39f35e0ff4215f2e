package io.watertight.ml.transform;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.TrainingSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fills missing values in with what training rows suggest. With an indicator, a column that has missing values among the training rows
 * gets a second one that says where they were: being missing is information. A column of numbers without any value becomes 0.
 * Infinite numbers count as missing. Row weights are not looked at. Immutable; thread-safe.
 */
public final class Impute extends Blockwise {

    private enum Kind {
        MEAN,
        MEDIAN,
        MOST_FREQUENT,
        NUMBER,
        WORD
    }

    private final Columns columns;
    private final Kind kind;
    private final double number;
    private final String word;
    private final boolean indicator;

    private Impute(Columns columns, Kind kind, double number, String word, boolean indicator) {
        super(columns);
        this.columns = columns;
        this.kind = kind;
        this.number = number;
        this.word = word;
        this.indicator = indicator;
    }

    /** Numbers become the mean of their column. */
    public static Impute mean(Columns columns) {
        return new Impute(columns, Kind.MEAN, 0, "", false);
    }

    /** Numbers become the median of their column. */
    public static Impute median(Columns columns) {
        return new Impute(columns, Kind.MEDIAN, 0, "", false);
    }

    /** Numbers and categories become the most frequent value of their column; of several, the smallest or first by spelling. */
    public static Impute mostFrequent(Columns columns) {
        return new Impute(columns, Kind.MOST_FREQUENT, 0, "", false);
    }

    /** Numbers become this one. */
    public static Impute constant(Columns columns, double number) {
        return new Impute(columns, Kind.NUMBER, number, "", false);
    }

    /** Categories become this one. */
    public static Impute constant(Columns columns, String word) {
        return new Impute(columns, Kind.WORD, 0, word, false);
    }

    public Impute withIndicator() {
        return new Impute(columns, kind, number, word, true);
    }

    @Override
    public String name() {
        return switch (kind) {
            case MEAN -> "imputation by the mean";
            case MEDIAN -> "imputation by the median";
            case MOST_FREQUENT -> "imputation by the most frequent value";
            case NUMBER, WORD -> "imputation by a constant";
        };
    }

    @Override
    Lesson begin(TrainingSet training, FitContext context) {
        return block -> {
            if (block instanceof NumberBlock numbers && kind != Kind.WORD) {
                return Optional.of(Piece.alike(
                        block,
                        new FillNumbers(fill(numbers.values()), indicator && Numbers.anyMissing(numbers.values()))));
            }
            if (block instanceof CategoryBlock categories && (kind == Kind.WORD || kind == Kind.MOST_FREQUENT)) {
                LevelCounts counts = LevelCounts.of(categories);
                return Optional.of(
                        Piece.alike(block, new FillWords(fill(categories, counts), indicator && counts.missing() > 0)));
            }
            return Optional.empty();
        };
    }

    private double fill(double[] values) {
        double filled = switch (kind) {
            case MEAN -> Numbers.mean(values);
            case MEDIAN -> Numbers.quantile(Numbers.present(values), 0.5);
            case MOST_FREQUENT -> mostFrequent(values);
            case NUMBER, WORD -> number;
        };
        return Double.isNaN(filled) && kind != Kind.NUMBER ? 0 : filled;
    }

    private static double mostFrequent(double[] values) {
        Map<Double, Integer> counts = new HashMap<>();
        for (double value : values) {
            if (Double.isFinite(value)) {
                // Adding 0 turns -0.0 into 0.0, which is the same number but another key.
                counts.merge(value + 0.0, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<Double, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<Double, Integer>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse(Double.NaN);
    }

    private String fill(CategoryBlock block, LevelCounts counts) {
        if (kind == Kind.WORD) {
            return word;
        }
        int best = -1;
        for (int code = 0; code < counts.counts().length; code++) {
            boolean isMore = best < 0 || counts.counts()[code] > counts.counts()[best];
            boolean isEarlier = best >= 0
                    && counts.counts()[code] == counts.counts()[best]
                    && block.dictionary().get(code).compareTo(block.dictionary().get(best)) < 0;
            if (counts.counts()[code] > 0 && (isMore || isEarlier)) {
                best = code;
            }
        }
        return best < 0 ? "" : block.dictionary().get(best);
    }

    private static IndicatorBlock missing(String name, boolean[] missing) {
        int[] codes = new int[missing.length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = missing[row] ? 0 : -1;
        }
        return new IndicatorBlock(name + " (missing)", codes, List.of("yes"));
    }

    private record FillNumbers(double fill, boolean indicator) implements Mapping {
        @Override
        public List<Block> apply(Block block) {
            NumberBlock numbers = (NumberBlock) block;
            double[] values = numbers.values();
            double[] filled = values.clone();
            boolean[] missing = new boolean[indicator ? values.length : 0];
            for (int row = 0; row < values.length; row++) {
                if (!Double.isFinite(values[row])) {
                    filled[row] = fill;
                    if (indicator) {
                        missing[row] = true;
                    }
                }
            }
            Block complete = new NumberBlock(numbers.name(), numbers.kind(), filled);
            return indicator ? List.of(complete, missing(numbers.name(), missing)) : List.of(complete);
        }
    }

    private record FillWords(String fill, boolean indicator) implements Mapping {
        @Override
        public List<Block> apply(Block block) {
            CategoryBlock categories = (CategoryBlock) block;
            List<String> dictionary = categories.dictionary();
            int code = dictionary.indexOf(fill);
            if (code < 0) {
                dictionary = new ArrayList<>(dictionary);
                code = dictionary.size();
                dictionary.add(fill);
            }
            int[] codes = categories.codes().clone();
            boolean[] missing = new boolean[codes.length];
            for (int row = 0; row < codes.length; row++) {
                if (codes[row] < 0) {
                    codes[row] = code;
                    missing[row] = true;
                }
            }
            Block complete = new CategoryBlock(categories.name(), codes, dictionary);
            return indicator ? List.of(complete, missing(categories.name(), missing)) : List.of(complete);
        }
    }
}
