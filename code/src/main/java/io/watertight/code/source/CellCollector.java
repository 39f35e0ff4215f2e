package io.watertight.code.source;

import java.util.ArrayList;
import java.util.List;

/** Gathers the Python cells of a document, and notes what else it holds. Not thread-safe. */
final class CellCollector {

    private final String file;
    private final List<String> notices;
    private final List<CodeCell> cells = new ArrayList<>();

    CellCollector(String file, List<String> notices) {
        this.file = file;
        this.notices = notices;
    }

    /** @param interactive whether the cell is one of a notebook, where a whole cell may be of another language */
    void add(int number, CellLines lines, int executionCount, boolean interactive) {
        Magics magics = Magics.read(lines.lines(), interactive);
        for (String run : magics.runs()) {
            notices.add(place(number) + " runs " + run + " (%run), which is not read along.");
        }
        if (magics.otherLanguage().isPresent()) {
            skip(number, magics.otherLanguage().get());
        } else {
            cells.add(lines.cell(file, number, magics.python(), executionCount));
        }
    }

    void skip(int number, String language) {
        notices.add(place(number) + " was not read: it is " + language + ".");
    }

    void runs(int number, String other) {
        notices.add(place(number) + " runs " + other + " (%run), which is not read along.");
    }

    CodeFile file(CodeFile.Form form) {
        return new CodeFile(file, form, cells, notices);
    }

    private String place(int number) {
        return number == 0 ? file : file + " cell " + number;
    }
}
