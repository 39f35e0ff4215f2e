package io.watertight.ml.algorithm.external;

import io.watertight.core.WatertightException;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command into words as a POSIX shell would: at blanks, but not within single or double quotes; a backslash takes the next
 * letter as it is, except in single quotes. Nothing is expanded: no variables, no wildcards, no pipes.
 */
final class Words {

    private Words() {}

    /** @throws WatertightException if a quote is not closed, or there is no word */
    static List<String> of(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int place = 0; place < command.length(); place++) {
            char letter = command.charAt(place);
            if (quote != 0 && letter == quote) {
                quote = 0;
            } else if (letter == '\\' && quote != '\'' && place + 1 < command.length()) {
                word.append(command.charAt(++place));
                inWord = true;
            } else if (quote != 0) {
                word.append(letter);
            } else if (letter == '\'' || letter == '"') {
                quote = letter;
                inWord = true;
            } else if (Character.isWhitespace(letter)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                inWord = false;
            } else {
                word.append(letter);
                inWord = true;
            }
        }
        if (quote != 0) {
            throw new WatertightException(
                    "In the command '" + command + "' a " + quote + " is not closed.", "close it");
        }
        if (inWord) {
            words.add(word.toString());
        }
        if (words.isEmpty()) {
            throw new WatertightException(
                    "The command to fit with is empty.", "write 'python fit.py {train} {test} {columns} {out}'");
        }
        return words;
    }
}
