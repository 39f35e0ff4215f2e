package io.watertight.core.statistic;

import java.util.Optional;

/**
 * The target along an order of the training rows: does a row's neighbour give it away, does it drift?
 *
 * @param orderBy a time or number column, ties by position; the rows' position if empty
 */
public record Sequence(Optional<String> orderBy) implements Statistic<SequenceReport> {

    /** The order is cut into this many blocks of equal length. */
    public static final int BLOCKS = 32;
}
