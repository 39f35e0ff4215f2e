package io.watertight.engine.sql;

import io.watertight.core.statistic.Contingency;
import io.watertight.core.statistic.Outcome;
import io.watertight.engine.sql.Projection.Named;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A few columns that one look at the rows groups side by side, each with fold and target (GROUPING SETS). The fold and the target of a row,
 * which cost more than a group, are then worked out once for all of them. Sets over a hundred columns would take memory without end.
 */
final class ContingencySets {

    /** Columns side by side: their groups are in memory together. */
    private static final int MOST = 12;

    private final ContingencyRows rows;
    private final Outcome outcome;
    private final Projection projection;
    private final int begin;
    private final List<ContingencyKey> keys = new ArrayList<>();
    private final Set<Named> taken = new HashSet<>();

    private ContingencySets(ContingencyRows rows, Outcome outcome, int begin) {
        this.rows = rows;
        this.outcome = outcome;
        this.projection = rows.inquiry().projection();
        this.begin = begin;
    }

    /** Questions in their order, dealt to as few looks as may be. */
    static List<ContingencySets> of(ContingencyRows rows, Outcome outcome, List<Contingency> questions) {
        List<ContingencySets> all = new ArrayList<>();
        for (int index = 0; index < questions.size(); index++) {
            if (all.isEmpty() || !all.get(all.size() - 1).add(questions.get(index))) {
                ContingencySets next = new ContingencySets(rows, outcome, index);
                next.add(questions.get(index));
                all.add(next);
            }
        }
        return all;
    }

    /** False if there is no room, or if the groups could not be told from those of another question. */
    private boolean add(Contingency question) {
        if (keys.size() == MOST) {
            return false;
        }
        ContingencyKey key = new ContingencyKey(rows.inquiry(), projection, question);
        if (!taken.add(key.groupBy().get(0))) {
            return false;
        }
        keys.add(key);
        return true;
    }

    List<ContingencyKey> keys() {
        return keys;
    }

    /**
     * A query whose columns are the question's index, the fold, the number and the text of the group, its class if the target has classes,
     * the number of rows, and sums over the target if it has none.
     */
    String query() {
        Dialect dialect = projection.dialect();
        Named fold = rows.fold(projection);
        List<Named> target = rows.target(projection);
        List<Named> shared = outcome.isClasses() ? List.of(fold, target.get(0)) : List.of(fold);
        StringBuilder index = new StringBuilder("CASE");
        List<String> sets = new ArrayList<>();
        for (ContingencyKey key : keys) {
            List<Named> by = key.groupBy();
            index.append(" WHEN grouping(")
                    .append(by.get(0))
                    .append(") = 0 THEN ")
                    .append(begin + sets.size());
            sets.add(Stream.concat(by.stream(), shared.stream())
                    .map(Named::name)
                    .collect(Collectors.joining(", ", "(", ")")));
        }
        List<String> select = new ArrayList<>();
        select.add(index + " END");
        select.add(fold.name());
        // Of the sets that a group is not of, all is missing.
        select.add(first(keys.stream().flatMap(key -> key.number().stream()).toList(), "CAST(NULL AS DOUBLE)"));
        select.add(
                first(keys.stream().flatMap(key -> key.text(dialect).stream()).toList(), dialect.asText("NULL")));
        if (outcome.isClasses()) {
            select.add(target.get(0).name());
        }
        select.add("count(*)");
        if (!outcome.isClasses()) {
            target.forEach(value -> select.add(dialect.sum(value.name())));
        }
        return "SELECT " + String.join(", ", select) + " FROM " + rows.from(projection) + " GROUP BY GROUPING SETS ("
                + String.join(", ", sets) + ")";
    }

    private static String first(List<String> values, String none) {
        return values.isEmpty() ? none : "coalesce(" + String.join(", ", values) + ")";
    }
}
