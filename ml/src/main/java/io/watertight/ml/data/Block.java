package io.watertight.ml.data;

/**
 * One or several columns of the same kind, for the same rows. Arrays are shared, not copied: nobody may write to them. Thread-safe.
 *
 * <p>A table arrives as {@link NumberBlock}s and {@link CategoryBlock}s; transformers turn these into what an algorithm can take.
 */
public sealed interface Block permits NumberBlock, CategoryBlock, IndicatorBlock, SparseBlock {

    /** The column it is, or comes from. Unique among the blocks of a {@link Features}. */
    String name();

    int rows();

    /** Numbers an algorithm sees for each row. */
    int width();

    /** What each of these numbers is, for people: {@code width()} names. */
    String columnName(int column);

    /** The block of these rows, in this order. */
    Block gather(int[] rows);
}
