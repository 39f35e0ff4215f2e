package io.watertight.code.source;

import java.util.List;
import java.util.Locale;

/**
 * A piece of Python code that is parsed on its own: a cell of a notebook, a chunk of a document, or a whole script. Immutable; compared by
 * identity of file and number.
 *
 * @param file the file's name as the user gave it, with forward slashes
 * @param number the cell's number as a reader counts it, from 1, of all cells of whatever kind; 0 for a whole script
 * @param lines the code, one text a line, without line ends; what is not Python (magics, shell lines) is {@code pass}, so that
 *     lines keep their place and blocks their body
 * @param fileLines for each of the lines its line in the file, from 1; in a notebook the line of its JSON text
 * @param executionCount the count that a notebook shows beside the cell, 0 if it shows none
 */
public record CodeCell(String file, int number, List<String> lines, int[] fileLines, int executionCount) {

    public CodeCell {
        lines = List.copyOf(lines);
    }

    /** The code as one text. */
    public String text() {
        return String.join("\n", lines) + "\n";
    }

    /** A line of the code, from 1; empty outside the cell. */
    public String line(int line) {
        return line < 1 || line > lines.size() ? "" : lines.get(line - 1);
    }

    /** The line of the file that a line of the cell is written on; the line itself outside the cell. */
    public int fileLine(int line) {
        return line < 1 || line > fileLines.length ? line : fileLines[line - 1];
    }

    /** Whether people count the cells of this file: of a notebook alone. In any other file they go by its lines. */
    public boolean isOfNotebook() {
        return file.toLowerCase(Locale.ROOT).endsWith(".ipynb");
    }

    /** The cell as reports name it: its number in a notebook, else 0. */
    public int shownNumber() {
        return isOfNotebook() ? number : 0;
    }

    /** A line of the cell as reports count it: within the cell of a notebook, else in the file. */
    public int shownLine(int line) {
        boolean behind = line > fileLines.length && fileLines.length > 0;
        if (isOfNotebook()) {
            return line;
        }
        return behind ? fileLines[fileLines.length - 1] + line - fileLines.length : fileLine(line);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodeCell cell && cell.number == number && cell.file.equals(file);
    }

    @Override
    public int hashCode() {
        return 31 * file.hashCode() + number;
    }

    @Override
    public String toString() {
        return number == 0 ? file : file + " cell " + number;
    }
}
