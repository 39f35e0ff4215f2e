package io.watertight.code.source;

import java.util.List;
import java.util.Optional;

/**
 * A script or notebook as read.
 *
 * @param name the file's name as the user gave it, with forward slashes
 * @param form what kind of document it is
 * @param cells the cells with Python code, in the order of the document
 * @param notices what was not read, and why, one sentence each: cells of another language, a broken notebook
 */
public record CodeFile(String name, Form form, List<CodeCell> cells, List<String> notices) {

    /** The kinds of documents that hold Python code. */
    public enum Form {
        SCRIPT,
        PERCENT_SCRIPT,
        DATABRICKS_SOURCE,
        NOTEBOOK,
        QUARTO,
        R_MARKDOWN
    }

    public CodeFile {
        cells = List.copyOf(cells);
        notices = List.copyOf(notices);
    }

    /** The code on a line as reports count it; empty where no Python stands. */
    public Optional<String> line(int shownCell, int shownLine) {
        for (CodeCell cell : cells) {
            if (cell.shownNumber() == shownCell) {
                for (int line = 1; line <= cell.lines().size(); line++) {
                    if (cell.shownLine(line) == shownLine) {
                        return Optional.of(cell.line(line));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
