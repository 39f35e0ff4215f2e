package io.watertight.ml.transform;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.TrainingSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One indicator for each level that training rows have, sorted by spelling. Missing is a level of its own when training rows have it.
 * Levels that are rare there share the indicator {@code (other)}, and so do levels that were never seen; without rare levels a level
 * never seen sets no indicator. Immutable; thread-safe.
 */
public final class OneHot extends Blockwise {

    static final String OTHER = "(other)";
    static final String MISSING = "(missing)";

    private final Columns columns;
    private final int fewest;
    private final int most;
    private final boolean halved;

    private OneHot(Columns columns, int fewest, int most, boolean halved) {
        super(columns);
        this.columns = columns;
        this.fewest = fewest;
        this.most = most;
        this.halved = halved;
    }

    public static OneHot of(Columns columns) {
        return new OneHot(columns, 1, Integer.MAX_VALUE, false);
    }

    /** Levels of fewer training rows than this are rare. */
    public OneHot withFewestRows(int rows) {
        return new OneHot(columns, rows, most, halved);
    }

    /** At most this many indicators a column, {@code (other)} included and {@code (missing)} not; the most frequent levels keep theirs. */
    public OneHot withMostLevels(int levels) {
        return new OneHot(columns, fewest, Math.max(1, levels), halved);
    }

    /** Where there are two indicators, the first is left out: it is the second turned round. */
    public OneHot withOneForTwo() {
        return new OneHot(columns, fewest, most, true);
    }

    @Override
    public String name() {
        return "one-hot encoding";
    }

    @Override
    Lesson begin(TrainingSet training, FitContext context) {
        return block -> block instanceof CategoryBlock categories
                ? Optional.of(Piece.alike(block, learn(categories)))
                : Optional.empty();
    }

    private Encoding learn(CategoryBlock block) {
        LevelCounts counts = LevelCounts.of(block);
        Levels seen = Levels.sorted(block, counts);
        Set<String> kept = kept(block, counts);
        boolean others = kept.size() < seen.size();
        List<String> names =
                new ArrayList<>(seen.words().stream().filter(kept::contains).toList());
        Levels levels = new Levels(names);
        int other = others ? names.size() : -1;
        if (others) {
            names.add(OTHER);
        }
        int missing = counts.missing() > 0 ? names.size() : -1;
        if (missing >= 0) {
            names.add(MISSING);
        }
        return halved && names.size() == 2
                ? new Encoding(levels, other, missing, 1, names.subList(1, 2))
                : new Encoding(levels, other, missing, 0, names);
    }

    private Set<String> kept(CategoryBlock block, LevelCounts counts) {
        List<String> frequent = IntStream.range(0, counts.counts().length)
                .filter(code -> counts.counts()[code] >= Math.max(1, fewest))
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(code -> -counts.counts()[code])
                        .thenComparing(block.dictionary()::get))
                .map(block.dictionary()::get)
                .toList();
        boolean fits = frequent.size() == counts.levels() ? frequent.size() <= most : frequent.size() < most;
        return new HashSet<>(fits ? frequent : frequent.subList(0, most - 1));
    }

    /**
     * What was learnt.
     *
     * @param other indicator of rare and unseen levels, -1 for none
     * @param missing indicator of missing values, -1 for none
     * @param skipped indicators left out at the start
     */
    private record Encoding(Levels levels, int other, int missing, int skipped, List<String> names) implements Mapping {

        Encoding {
            names = List.copyOf(names);
        }

        @Override
        public List<Block> apply(Block block) {
            CategoryBlock categories = (CategoryBlock) block;
            int[] byCode = levels.ofDictionary(categories);
            int[] codes = categories.codes();
            int[] indicators = new int[codes.length];
            for (int row = 0; row < codes.length; row++) {
                int level = codes[row] < 0 ? missing : byCode[codes[row]];
                int indicator = level == Levels.UNSEEN ? other : level;
                indicators[row] = Math.max(-1, indicator - skipped);
            }
            return List.of(new IndicatorBlock(categories.name(), indicators, names));
        }
    }
}
