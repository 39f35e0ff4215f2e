package io.watertight.ml.transform;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.NumberBlock;
import java.util.Set;

/**
 * Which blocks a transformer is about. It is asked inside each fit, about the training rows: a choice by the number of levels, say,
 * never sees held-out rows. Stateless; thread-safe.
 */
@FunctionalInterface
public interface Columns {

    /** Whether to take a block, given its training rows. */
    boolean take(Block training);

    static Columns all() {
        return block -> true;
    }

    static Columns named(String... names) {
        Set<String> wanted = Set.of(names);
        return block -> wanted.contains(block.name());
    }

    /** Numbers that are no times. */
    static Columns numbers() {
        return block -> block instanceof NumberBlock numbers && numbers.kind() == NumberBlock.Kind.NUMBER;
    }

    static Columns times() {
        return block -> block instanceof NumberBlock numbers && numbers.kind() == NumberBlock.Kind.TIME;
    }

    static Columns categories() {
        return block -> block instanceof CategoryBlock;
    }

    /** Categories with at most this many different values among the training rows. */
    static Columns ofFewLevels(int most) {
        return block -> block instanceof CategoryBlock categories
                && LevelCounts.of(categories).levels() <= most;
    }

    /**
     * Text that people wrote: different in most rows that have one, and of several words. Words are counted, so that text which merely
     * names the row is none.
     */
    static Columns freeText() {
        return block -> block instanceof CategoryBlock categories
                && LevelCounts.of(categories).isFreeText(categories);
    }

    default Columns and(Columns other) {
        return block -> take(block) && other.take(block);
    }

    default Columns except(Columns other) {
        return block -> take(block) && !other.take(block);
    }
}
