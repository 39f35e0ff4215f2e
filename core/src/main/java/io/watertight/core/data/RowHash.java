package io.watertight.core.data;

/**
 * Deals rows to samples and folds by their id. Whole-number arithmetic only, so that every engine that speaks SQL deals alike: two
 * steps of Lehmer's generator modulo the Mersenne prime 2^31 - 1 (Park and Miller, 1988), each followed by a shift and exclusive
 * or, which breaks the lattice that neighbouring ids would otherwise form.
 */
public final class RowHash {

    /** Hashes lie between 0 and this, exclusive. */
    public static final long MODULUS = 2_147_483_647L;

    /** Multiplies the id. */
    public static final long FIRST_MULTIPLIER = 48_271;

    /** Multiplies what the first step left. */
    public static final long SECOND_MULTIPLIER = 69_621;

    /** Multiplies what the second step left. */
    public static final long THIRD_MULTIPLIER = 39_373;

    /** Bits of the shifts. */
    public static final int SHIFT = 15;

    /** The seed of folds, which must not depend on the sample's. */
    public static final long FOLD_SEED = 20_011;

    private RowHash() {}

    /** What a seed adds after the first multiplication, from 1 to the modulus, exclusive. */
    public static long offset(long seed) {
        long mixed = Math.floorMod(seed, MODULUS) * FIRST_MULTIPLIER % MODULUS;
        mixed = (mixed ^ (mixed >> SHIFT)) * SECOND_MULTIPLIER % MODULUS;
        return 1 + mixed % (MODULUS - 1);
    }

    /**
     * The hash of a row.
     *
     * @param rowId at least 0
     * @param seed any number
     * @return evenly spread over 0 to {@link #MODULUS}, exclusive
     */
    public static long of(long rowId, long seed) {
        long high = rowId / MODULUS;
        long first = (rowId % MODULUS * FIRST_MULTIPLIER + high * THIRD_MULTIPLIER + offset(seed)) % MODULUS;
        long second = (first ^ (first >> SHIFT)) * SECOND_MULTIPLIER % MODULUS;
        return (second ^ (second >> SHIFT)) * THIRD_MULTIPLIER % MODULUS;
    }

    /** The fold of a row, from 0. */
    public static int fold(long rowId, int folds) {
        return (int) (of(rowId, FOLD_SEED) % folds);
    }

    /** Rows whose hash is below this make up about the given share of a table. */
    public static long threshold(double share) {
        return share >= 1 ? MODULUS : (long) Math.ceil(share * MODULUS);
    }
}
