package io.watertight.engine.internal.read;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Guesses whether the first record names the columns: names are words, unlike the numbers and dates below them. */
final class HeaderGuess {

    private static final Pattern VALUE = Pattern.compile(
            "[+-]?[$€£]?[0-9.,]*[0-9][0-9.,]*(e[+-]?[0-9]+)?%?|\\d+[-/.: ]\\d+[-/.: ].*", Pattern.CASE_INSENSITIVE);

    private HeaderGuess() {}

    static boolean isHeader(List<List<String>> records) {
        List<String> first = records.get(0).stream().map(String::strip).toList();
        if (isNumbered(first)) {
            return true;
        }
        if (records.size() == 1) {
            return first.stream().noneMatch(HeaderGuess::isValue);
        }
        int votes = 0;
        for (int column = 0; column < first.size(); column++) {
            votes += vote(first.get(column), records, column);
        }
        if (votes != 0) {
            return votes > 0;
        }
        Set<String> distinct = new HashSet<>(first);
        return distinct.size() == first.size() && first.stream().noneMatch(HeaderGuess::isValue);
    }

    /** One vote a column: 1 for a header, -1 against it, 0 if it does not tell. */
    private static int vote(String name, List<List<String>> records, int column) {
        int present = 0;
        int values = 0;
        int same = 0;
        for (List<String> record : records.subList(1, records.size())) {
            String cell = column < record.size() ? record.get(column).strip() : "";
            if (!Missing.isWord(cell)) {
                present++;
                values += isValue(cell) ? 1 : 0;
                same += cell.equals(name) ? 1 : 0;
            }
        }
        if (present == 0 || Missing.isWord(name)) {
            return 0;
        }
        if (values > 0.8 * present) {
            return isValue(name) ? -1 : 1;
        }
        return same > 0 ? -1 : 0;
    }

    /** The numbers 0, 1, 2, ... as some programs write for columns without names, perhaps after an empty corner. */
    private static boolean isNumbered(List<String> first) {
        int from = first.get(0).isEmpty() ? 1 : 0;
        if (first.size() - from < 3) {
            return false;
        }
        for (int column = from; column < first.size(); column++) {
            if (!first.get(column).equals(Integer.toString(column - from))) {
                return false;
            }
        }
        return true;
    }

    static boolean isValue(String cell) {
        return VALUE.matcher(cell).matches();
    }
}
