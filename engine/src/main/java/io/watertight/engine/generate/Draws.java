package io.watertight.engine.generate;

import io.watertight.core.data.RowHash;
import io.watertight.engine.sql.Dialect;
import io.watertight.engine.sql.Hashes;

/**
 * Random numbers as SQL, defined by whole-number arithmetic alone so that every machine and every version draws alike: a row's number is
 * scrambled by {@link RowHash}, and each name draws from that by one more step of Lehmer's generator with a multiplier and an offset of
 * its own (Park and Miller, 1988). Every step permutes the whole numbers below 2^31 - 1, so two rows never share all their draws.
 */
final class Draws {

    private final Dialect dialect;
    private final long seed;

    Draws(Dialect dialect, long seed) {
        this.dialect = dialect;
        this.seed = seed;
    }

    /** The scrambled number of a row, from which {@link #uniform} draws. */
    String scrambled(String row, String purpose) {
        return Hashes.of(dialect, row, mixed(purpose));
    }

    /** A whole number below 2^31 - 1. */
    String whole(String scrambled, String name) {
        long first = mixed(name + ".a");
        long multiplier = 1 + Math.floorMod(first, RowHash.MODULUS - 2);
        long offset = Math.floorMod(mixed(name + ".b"), RowHash.MODULUS);
        String step = "((" + scrambled + " * " + multiplier + " + " + offset + ") % " + RowHash.MODULUS + ")";
        String mixed = dialect.exclusiveOr(step, dialect.shiftedRight(step, RowHash.SHIFT));
        return "((" + mixed + ") * " + RowHash.SECOND_MULTIPLIER + " % " + RowHash.MODULUS + ")";
    }

    /** A DOUBLE between 0 and 1, both exclusive. */
    String uniform(String scrambled, String name) {
        return "((" + whole(scrambled, name) + " + 0.5e0) / 2147483648e0)";
    }

    /** A logistic draw with mean 0 and scale 1 from a uniform one. */
    static String logistic(String uniform) {
        return "ln(" + uniform + " / (1e0 - " + uniform + "))";
    }

    /** A bell-shaped draw with mean 0 and deviation 1 from a uniform one: the logistic distribution, whose inverse has a formula. */
    static String bell(String uniform) {
        return "(" + logistic(uniform) + " * 0.5513288954217921e0)";
    }

    /** SplitMix64 (Steele, Lea and Flood, 2014) over the seed and the characters of a name. */
    private long mixed(String name) {
        long state = seed * 0x9E3779B97F4A7C15L;
        for (int index = 0; index < name.length(); index++) {
            state = finish(state + 0x9E3779B97F4A7C15L + name.charAt(index));
        }
        return state;
    }

    private static long finish(long value) {
        long first = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }
}
