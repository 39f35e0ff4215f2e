package io.watertight.core.study;

import io.watertight.core.Spelling;
import io.watertight.core.WatertightException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words a person writes for the constants of an enumeration: {@code FUTURE} is {@code future}. */
public final class Words {

    private Words() {}

    /** The word of a constant, e.g. {@code after-outcome}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Every word of the enumeration, in the order of its constants. */
    public static <E extends Enum<E>> List<String> all(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
    }

    /**
     * Reads a word; case, hyphens and underscores do not matter ({@code multi-class} is {@code multiclass}).
     *
     * @param where what the word was given for, e.g. {@code --task}
     * @throws WatertightException if no constant is called so; the message offers the nearest one
     */
    public static <E extends Enum<E>> E read(Class<E> type, String word, String where) {
        String wanted = plain(word);
        for (E constant : type.getEnumConstants()) {
            if (plain(constant.name()).equals(wanted)) {
                return constant;
            }
        }
        List<String> all = all(type);
        throw new WatertightException(
                "'" + word + "' is not a value of " + where + ".",
                Spelling.nearest(word, all)
                        .map(near -> "you mean '" + near + "'")
                        .orElse("it is one of " + String.join(", ", all)));
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
