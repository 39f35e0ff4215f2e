package io.watertight.ml.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Hashes of values that come out alike wherever a table is read, and however it was saved. Part of the ledger's format: what is
 * computed here must never change within a version of it.
 */
final class CellHash {

    /** Above this, a double no longer holds every whole number. */
    private static final double LARGEST_EXACT = 9_007_199_254_740_992.0;

    /** Digits of a decimal that count: a table saved as float32, or printed by another program, is the same table. */
    private static final int DIGITS = 6;

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    /** What is longer is a key rather than a number. */
    private static final int LONGEST_NUMBER = 24;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long WHOLE = 0x9e3779b97f4a7c15L;
    private static final long DECIMAL = 0xd1b54a32d192ed03L;
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private CellHash() {}

    /** Spreads the bits of a number evenly: the last step of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
    static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** The hash of a column's name; case and blanks around it do not count. */
    static long ofName(String name) {
        return ofText(name.toLowerCase(Locale.ROOT));
    }

    /**
     * FNV-1a over UTF-8 (Fowler, Noll and Vo), mixed; blanks around the text do not count. A number written as text is that number, because
     * one word in a column of numbers makes a column of text.
     */
    static long ofText(String raw) {
        String text = raw.strip();
        if (!text.isEmpty() && text.charAt(0) <= '9' && text.length() <= LONGEST_NUMBER) {
            if (NUMBER.matcher(text).matches()) {
                return ofNumber(Double.parseDouble(text));
            }
        }
        long hash = FNV_OFFSET;
        for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (next & 0xff)) * FNV_PRIME;
        }
        return mix(hash);
    }

    /** Whole numbers count in full, decimals by their first six digits; -0.0 is 0. */
    static long ofNumber(double value) {
        if (Double.isInfinite(value)) {
            return mix(value > 0 ? DECIMAL : ~DECIMAL);
        }
        if (value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT) {
            return mix(WHOLE + (long) value);
        }
        int exponent = (int) StrictMath.floor(StrictMath.log10(Math.abs(value))) - (DIGITS - 1);
        long digits = (long) Math.rint(shifted(value, -exponent));
        while (digits != 0 && digits % 10 == 0) {
            digits /= 10;
            exponent++;
        }
        if (exponent >= 0 && exponent < DIGITS) {
            // Rounding made it whole: 2.9999999 is 3.
            return mix(WHOLE + digits * (long) POWERS[exponent]);
        }
        return mix(mix(DECIMAL + digits) + exponent);
    }

    /** The value times ten to the given power, without leaving the range of doubles on the way. */
    private static double shifted(double value, int power) {
        double result = value;
        int left = Math.abs(power);
        while (left > 0) {
            int step = Math.min(left, POWERS.length - 1);
            result = power > 0 ? result * POWERS[step] : result / POWERS[step];
            left -= step;
        }
        return result;
    }
}
