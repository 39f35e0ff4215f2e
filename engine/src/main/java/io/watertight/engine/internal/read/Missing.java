package io.watertight.engine.internal.read;

import java.util.List;
import java.util.stream.Stream;

/** The spellings of a missing value. */
final class Missing {

    /** Missing everywhere, also among words. */
    private static final List<String> ALWAYS = List.of("NA", "N/A", "NULL", "null", "NaN", "nan", "#N/A", "?");

    /** Missing among numbers and dates; among words they may be words. */
    private static final List<String> AMONG_VALUES = List.of("n/a", "None", "#NULL!", "-", ".", "missing");

    private static final int LONGEST = 7;

    private Missing() {}

    static boolean isWord(String cell) {
        return cell.isEmpty() || ALWAYS.contains(cell) || AMONG_VALUES.contains(cell);
    }

    /** The bits of {@link #code} that are missing also among words; bit 0 stands for blanks only. */
    static int alwaysBits() {
        return (1 << (ALWAYS.size() + 1)) - 1;
    }

    /**
     * An expression that is 0 for a cell that is present, a power of two for each spelling of missing, and NULL for NULL.
     *
     * @param words whether words may stand for a missing value, not only blanks
     */
    static String code(String text, boolean words) {
        if (!words) {
            return "CASE WHEN " + text + " IS NULL THEN NULL WHEN " + text + " = '' THEN 1 ELSE 0 END";
        }
        StringBuilder sql = new StringBuilder("CASE WHEN " + text + " IS NULL THEN NULL WHEN strlen(" + text + ") > "
                + LONGEST + " THEN 0 ELSE CASE " + text);
        int bit = 1;
        sql.append(" WHEN '' THEN 1");
        for (List<String> group : List.of(ALWAYS, AMONG_VALUES)) {
            for (String word : group) {
                bit *= 2;
                sql.append(" WHEN ").append(Sql.literal(word)).append(" THEN ").append(bit);
            }
        }
        return sql.append(" ELSE 0 END END").toString();
    }

    /** An expression for the text without the words that are missing among words too. */
    static String blanked(String text, boolean words) {
        if (!words) {
            return "nullif(" + text + ", '')";
        }
        List<String> all = Stream.concat(Stream.of(""), ALWAYS.stream()).toList();
        return "CASE WHEN " + WordList.holds(all, text) + " THEN NULL ELSE " + text + " END";
    }
}
