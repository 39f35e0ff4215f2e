package io.watertight.app.report;

import io.watertight.app.report.FindingCard.Fact;
import io.watertight.core.check.StudyView;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.Vector;
import io.watertight.core.report.RowNumbers;
import io.watertight.core.study.Column;
import io.watertight.core.study.ColumnType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The cells of example rows that the sample holds. Only for a reader who may see values. */
final class RowValues {

    private static final int MOST_ROWS = 6;
    private static final int MOST_COLUMNS = 8;

    private RowValues() {}

    static List<Fact> of(StudyView view, List<List<Long>> groups) {
        ColumnBatch sample = view.sample();
        RowNumbers numbers = new RowNumbers(view);
        List<String> columns = view.study().describing().stream()
                .filter(column -> column.type() != ColumnType.OTHER && sample.has(column.name()))
                .map(Column::name)
                .limit(MOST_COLUMNS)
                .toList();
        List<Fact> facts = new ArrayList<>();
        for (List<Long> group : groups) {
            for (long id : group) {
                int row = Arrays.binarySearch(sample.rowIds(), id);
                if (row >= 0 && facts.size() < MOST_ROWS) {
                    facts.add(new Fact("row " + numbers.label(id), cells(sample, columns, row)));
                }
            }
        }
        return facts;
    }

    private static String cells(ColumnBatch sample, List<String> columns, int row) {
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
            Vector vector = sample.column(column);
            cells.add(column + " = " + (vector.isMissing(row) ? "missing" : vector.text(row)));
        }
        return String.join(", ", cells);
    }
}
