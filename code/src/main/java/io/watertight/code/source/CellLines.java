package io.watertight.code.source;

import java.util.ArrayList;
import java.util.List;

/** Lines of a cell and where each of them stands in its file (from 1). */
record CellLines(List<String> lines, List<Integer> places) {

    CellLines {
        lines = List.copyOf(lines);
        places = List.copyOf(places);
    }

    /** Consecutive lines of a text file. */
    static CellLines of(List<String> file, int from, int to) {
        var places = new ArrayList<Integer>();
        for (int line = from; line < to; line++) {
            places.add(line + 1);
        }
        return new CellLines(file.subList(from, to), places);
    }

    CodeCell cell(String file, int number, List<String> code, int executionCount) {
        return new CodeCell(
                file, number, code, places.stream().mapToInt(Integer::intValue).toArray(), executionCount);
    }
}
