package io.watertight.checks.support;

import io.watertight.core.check.StudyView;
import io.watertight.core.data.ColumnProfile;
import io.watertight.core.study.Column;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The columns in which two rows must agree to be the same case.
 *
 * @param features columns that describe a case
 * @param setAside columns left out because they number or time-stamp the rows: no two rows could agree in them
 */
public record RowKey(List<String> features, List<String> setAside) {

    public RowKey {
        features = List.copyOf(features);
        setAside = List.copyOf(setAside);
    }

    /** Declared and guessed ids, and whole numbers, words and times that never repeat, are set aside. */
    public static RowKey of(StudyView view) {
        List<String> features = new ArrayList<>();
        List<String> setAside = new ArrayList<>();
        for (Column column : view.study().describing()) {
            if (view.sample().has(column.name())) {
                (column.role() == Role.ID || numbersRows(view, column) ? setAside : features).add(column.name());
            }
        }
        return new RowKey(features, setAside);
    }

    /** The features and the target, if there is one. */
    public List<String> withTarget(StudyView view) {
        return Stream.concat(features.stream(), view.study().target().stream().map(target -> target.column()))
                .toList();
    }

    private static boolean numbersRows(StudyView view, Column column) {
        ColumnProfile profile = view.profile().column(column.name());
        boolean counted = column.integral() || column.type() == ColumnType.TEXT || column.type() == ColumnType.TIME;
        return counted
                && profile.looksUnique()
                && profile.all().missingShare() < 0.01
                && RowHashes.pairs(RowHashes.ofColumn(view.sample(), column.name())) == 0;
    }
}
