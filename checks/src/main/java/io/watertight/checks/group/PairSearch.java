package io.watertight.checks.group;

import io.watertight.checks.support.CalendarNames;
import io.watertight.checks.support.EntityNames;
import io.watertight.checks.support.RowHashes;
import io.watertight.core.check.StudyView;
import io.watertight.core.study.Column;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Role;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for two columns that name entities together. */
final class PairSearch {

    private static final int MOST_ROWS = 50_000;
    private static final int MOST_COLUMNS = 16;

    /** Entities with fewer rows each hardly straddle; with more they are categories. */
    private static final double LEAST_ROWS = 1.5;

    private static final double MOST_ROWS_EACH = 30;
    private static final int FEWEST_GROUPS = 30;

    /** Attributes that stay the same for an entity: one alone may be computed from the two columns. */
    private static final int FEWEST_STILL = 2;

    private PairSearch() {}

    /** The pair that most other columns go with. */
    static Optional<PairOfColumns> find(StudyView view) {
        boolean declared =
                view.study().groups().stream().anyMatch(key -> !view.study().guessed(key));
        if (declared || view.sample().rows() > MOST_ROWS) {
            return Optional.empty();
        }
        // What names entities by itself is the matter of undeclared-group.
        Set<String> alone = EntityCandidate.find(view).stream()
                .filter(one -> one.likeness() != EntityNames.Likeness.NONE || one.predicts())
                .map(EntityCandidate::column)
                .collect(Collectors.toSet());
        List<String> describing = view.study().features().stream()
                .map(Column::name)
                .filter(view.sample()::has)
                .toList();
        List<String> columns = view.study().features().stream()
                .filter(column -> view.sample().has(column.name()) && !alone.contains(column.name()))
                .filter(column -> isPart(view, column))
                .sorted(Comparator.comparingLong(
                        column -> -view.profile().column(column.name()).all().distinct()))
                .limit(MOST_COLUMNS)
                .map(Column::name)
                .toList();
        PairOfColumns best = new PairOfColumns("", "", List.of(), 0);
        for (int first = 0; first < columns.size(); first++) {
            for (int second = first + 1; second < columns.size(); second++) {
                String left = columns.get(first);
                String right = columns.get(second);
                if (haveSmallGroups(view, left, right)) {
                    List<String> others = describing.stream()
                            .filter(other -> !other.equals(left) && !other.equals(right))
                            .toList();
                    PairOfColumns pair = PairOfColumns.of(
                            view.sample(), left, right, others, view.target().column());
                    boolean better = pair.still().size() > best.still().size();
                    best = better && pair.z() >= PairOfColumns.LEAST_Z ? pair : best;
                }
            }
        }
        return Optional.of(best).filter(pair -> pair.still().size() >= FEWEST_STILL);
    }

    /** Words and whole numbers that repeat, dates and their parts aside. */
    private static boolean isPart(StudyView view, Column column) {
        long distinct = view.profile().column(column.name()).all().distinct();
        return column.role() == Role.FEATURE
                && (column.type() == ColumnType.TEXT || column.integral())
                && !CalendarNames.dates(column)
                && distinct >= 3
                && distinct * 3 <= view.profile().rows();
    }

    private static boolean haveSmallGroups(StudyView view, String left, String right) {
        long[] hashes =
                PairOfColumns.sum(RowHashes.ofColumn(view.sample(), left), RowHashes.ofColumn(view.sample(), right));
        Set<Long> distinct = new HashSet<>();
        for (long hash : hashes) {
            distinct.add(hash);
        }
        double each = (double) hashes.length / distinct.size();
        long larger = Math.max(
                view.profile().column(left).all().distinct(),
                view.profile().column(right).all().distinct());
        return distinct.size() >= FEWEST_GROUPS
                && distinct.size() >= 2 * larger
                && each >= LEAST_ROWS
                && each <= MOST_ROWS_EACH;
    }
}
