package io.watertight.core.check;

/**
 * Where something stands in a source file. Immutable.
 *
 * @param file the file's name as the user gave it, with forward slashes
 * @param cell the notebook cell, from 1; 0 for a plain file
 * @param line the first line, from 1: within the cell if there is one
 * @param column the first column, from 0
 * @param endLine the last line
 * @param endColumn the column behind the last character
 * @param fileLine the first line in the file as it lies on disk: in a notebook, a line of its JSON text
 * @param text the first line's text without blanks around it
 */
public record Place(
        String file, int cell, int line, int column, int endLine, int endColumn, int fileLine, String text) {

    /** For people: {@code notebook.ipynb cell 4:2} or {@code train.py:41}. */
    public String words() {
        return cell == 0 ? file + ":" + line : file + " cell " + cell + ":" + line;
    }
}
