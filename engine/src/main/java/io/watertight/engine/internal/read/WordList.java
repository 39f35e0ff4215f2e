package io.watertight.engine.internal.read;

import java.util.List;

/**
 * Whether a cell is one of a few words. Neither by {@code IN} nor by a list: the database answers long ones by a join, and rows lose their
 * order then.
 */
final class WordList {

    private static final String BAR = "'|'";

    private WordList() {}

    /** A condition; NULL for NULL. No word may hold a bar. */
    static String holds(List<String> words, String text) {
        String all = Sql.literal("|" + String.join("|", words) + "|");
        return "(contains(" + all + ", " + BAR + " || " + text + " || " + BAR + ") AND NOT contains(" + text + ", "
                + BAR + "))";
    }
}
