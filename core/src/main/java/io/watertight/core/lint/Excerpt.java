package io.watertight.core.lint;

import java.util.List;

/**
 * Some lines of a file's code, for reports that show a finding within what stands around it. Immutable.
 *
 * @param cell the notebook cell, from 1; 0 for a plain file
 * @param firstLine number of the first of the lines, from 1: within the cell if there is one
 * @param lines the lines as they are, without line ends
 */
public record Excerpt(int cell, int firstLine, List<String> lines) {

    public Excerpt {
        lines = List.copyOf(lines);
    }

    public int lastLine() {
        return firstLine + lines.size() - 1;
    }

    public boolean holds(int otherCell, int line) {
        return cell == otherCell && line >= firstLine && line <= lastLine();
    }
}
