package io.watertight.code.syntax;

import io.watertight.code.source.CodeCell;

/**
 * Where a piece of syntax stands.
 *
 * @param cell the cell
 * @param line first line within the cell, from 1
 * @param column first column, from 0, in UTF-16 units
 * @param endLine last line
 * @param endColumn column behind the last character
 */
public record Span(CodeCell cell, int line, int column, int endLine, int endColumn) {

    /** Where it begins, as a text that no other place of the program has. */
    public String start() {
        return cell + ":" + line + ":" + column;
    }

    /** Cheap: spans are keys everywhere. */
    @Override
    public int hashCode() {
        return 31 * (31 * (31 * line + column) + 17 * endLine + endColumn) + cell.number();
    }
}
