package io.watertight.core.split;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The number that stands for a group when it is dealt to a side: it depends on the group's values alone, not on where its rows stand,
 * and every engine that knows MD5 gets the same. Two groups may share a number; they are then two groups still.
 */
public final class KeyHash {

    /** Hexadecimal digits taken of the digest: 60 bits. */
    public static final int DIGITS = 15;

    /** Numbers below this that are not whole are told apart to 1/1024; larger ones than a BIGINT are not told apart. */
    public static final double LARGEST_FRACTION = 8_796_093_022_208.0;

    /** The first double that no BIGINT can hold. */
    public static final double LARGEST_WHOLE = 9_223_372_036_854_775_808.0;

    private KeyHash() {}

    /** The number of a key with these values, in the key's order. */
    public static long of(List<String> texts) {
        StringBuilder text = new StringBuilder();
        texts.forEach(one ->
                text.append(one.codePointCount(0, one.length())).append(':').append(one));
        return Long.parseLong(digest(text.toString()).substring(0, DIGITS), 16);
    }

    /** The text of a number within a key. */
    public static String text(double value) {
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE) {
            return Long.toString((long) value);
        }
        if (Math.abs(value) < LARGEST_FRACTION) {
            return "f" + (long) Math.floor(value * 1024);
        }
        return "huge";
    }

    private static String digest(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            StringBuilder hexadecimal = new StringBuilder(32);
            for (byte one : bytes) {
                hexadecimal.append(Character.forDigit((one >> 4) & 15, 16)).append(Character.forDigit(one & 15, 16));
            }
            return hexadecimal.toString();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
