package io.watertight.code.rule.multitest;

import io.watertight.code.value.RowSets;
import io.watertight.code.value.Rows;
import java.util.regex.Pattern;

/** What the program calls its rows. */
final class Named {

    private static final Pattern TEST = Pattern.compile("(?i)te?st(?!amp)|hold_?out|held_?out|unseen");

    /** A word of its own: neither {@code value} nor {@code device}. */
    private static final Pattern VALIDATION =
            Pattern.compile("(?i)(?<![a-z])(val|valid|validation|validate|dev|development)(?![a-z])");

    private Named() {}

    /**
     * Whether rows are handed to a function that nobody calls here, which does not call them a test set: what they are is known where it is
     * called, and a function that trains and validates is right to choose by them.
     */
    static boolean isForCallers(Rows rows) {
        return RowSets.parameter(rows.root())
                .filter(name -> !TEST.matcher(name).find())
                .isPresent();
    }

    /** Whether rows come from what is called validation rows, such as a file or a part of a named data set. */
    static boolean isValidation(Rows rows) {
        return rows.ancestry().stream()
                .map(Rows::key)
                .anyMatch(key ->
                        VALIDATION.matcher(key).find() && !TEST.matcher(key).find());
    }
}
