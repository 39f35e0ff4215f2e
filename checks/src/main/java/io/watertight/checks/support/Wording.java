package io.watertight.checks.support;

import java.util.Locale;

/** Counts in sentences. */
public final class Wording {

    private Wording() {}

    /** {@code 1 column}, {@code 1,400 columns}: English thousands, plural with -s. */
    public static String count(long number, String noun) {
        return String.format(Locale.ENGLISH, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    /** {@code 1 column is}, {@code 2 columns are}. */
    public static String are(long number, String noun) {
        return count(number, noun) + (number == 1 ? " is" : " are");
    }

    /** {@code 1 column holds}, {@code 2 columns hold}: a verb that takes -s in the singular. */
    public static String does(long number, String noun, String verb) {
        return count(number, noun) + " " + verb + (number == 1 ? "s" : "");
    }
}
