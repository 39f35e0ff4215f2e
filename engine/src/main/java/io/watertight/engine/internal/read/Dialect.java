package io.watertight.engine.internal.read;

import java.util.List;
import java.util.Optional;

/**
 * How a delimited file is written.
 *
 * @param delimiter between fields
 * @param header whether the first record names the columns
 * @param announced whether a line {@code sep=;} stands before all, as spreadsheet programs write
 * @param width fields of a record
 * @param first the first record
 * @param plain whether nothing in the sample asks for the forgiving parser
 */
record Dialect(char delimiter, boolean header, boolean announced, int width, List<String> first, boolean plain) {

    Dialect {
        first = List.copyOf(first);
    }

    /**
     * The names in the header, as they stand there, or c1, c2, ...; as many as there are columns. A header that is one short
     * lacks the name of the row labels before all others.
     */
    List<String> rawNames() {
        List<String> names = new java.util.ArrayList<>();
        int missing = header ? width - first.size() : 0;
        for (int column = 0; column < width; column++) {
            int place = missing == 1 ? column - 1 : column;
            names.add(
                    header && place >= 0 && place < first.size()
                            ? first.get(place).strip()
                            : header ? "" : "c" + (column + 1));
        }
        return names;
    }

    Dialect withHeader(boolean other) {
        return new Dialect(delimiter, other, announced, width, first, plain);
    }

    /** The delimiter that a line {@code sep=;} announces. */
    static Optional<Character> announcement(List<String> first, char delimiter) {
        String line = String.join(String.valueOf(delimiter), first).strip();
        return line.length() == 5 && line.regionMatches(true, 0, "sep=", 0, 4)
                ? Optional.of(line.charAt(4))
                : Optional.empty();
    }
}
