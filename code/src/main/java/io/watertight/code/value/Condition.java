package io.watertight.code.value;

import java.util.Optional;

/**
 * What is known of a mask, an index or positions: which rows of other data they pick.
 *
 * @param step how rows are picked
 * @param key the condition, split or bounds
 * @param side which side; 1 for the negation
 * @param base what the positions are taken from first, e.g. a shuffled order, if anything
 */
public record Condition(Step step, String key, int side, Optional<Condition> base) {

    /** How rows are picked. */
    public enum Step {
        FILTER,
        PART,
        SLICE,
        PERMUTED,
        SUBSET,
        /** Some rows, several of them more than once. */
        REPEATED,
        /** The rows whose number is the key. */
        ROWS,
        /** All rows but those whose number is the key. */
        REST
    }

    /** Rows by their labels. */
    public static Condition those(Rows rows) {
        return new Condition(Step.ROWS, Integer.toString(rows.id()), 0, Optional.empty());
    }

    public Condition negated() {
        // Of several conditions that all hold, the outermost one says so of all.
        if (step == Step.FILTER
                && base.filter(first -> first.step == Step.FILTER).isPresent()) {
            return base.get().negated();
        }
        return switch (step) {
            case ROWS -> new Condition(Step.REST, key, side, base);
            case REST -> new Condition(Step.ROWS, key, side, base);
            case FILTER, PART -> new Condition(step, key, 1 - side, base);
            case SLICE, PERMUTED, SUBSET, REPEATED -> new Condition(step, "not " + key, 1 - side, base);
        };
    }

    public Condition then(Condition next) {
        return new Condition(
                next.step,
                next.key,
                next.side,
                Optional.of(next.base.map(this::then).orElse(this)));
    }
}
