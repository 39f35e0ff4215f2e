package io.watertight.engine.sql;

import io.watertight.core.statistic.Binning;
import io.watertight.core.statistic.Contingency;
import io.watertight.core.statistic.ContingencyTable;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Scope;
import io.watertight.core.statistic.Statistics;
import io.watertight.engine.sql.Projection.Named;
import io.watertight.engine.sql.Queries.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Answers {@link Contingency}. Numbers against classes are counted side by side in one scan where the dialect has an aggregate for
 * it; else {@link ContingencySets a few columns at a time} are grouped, many in one query that UNION ALL holds together.
 */
final class ContingencyTables {

    /** Columns of one query. */
    static final int BATCH = 100;

    /** Counters that the groups of one query hold side by side. */
    private static final int MOST_GROUPS = 100_000;

    private final Inquiry inquiry;
    private final Outcome outcome;

    ContingencyTables(Inquiry inquiry, Outcome outcome) {
        this.inquiry = inquiry;
        this.outcome = outcome;
    }

    /** Questions for one query each, or for the same query. */
    List<List<Contingency>> batches(List<Contingency> questions) {
        List<Contingency> together =
                questions.stream().filter(this::isSideBySide).toList();
        List<Contingency> apart =
                questions.stream().filter(question -> !isSideBySide(question)).toList();
        int groups = Contingency.FOLDS * outcome.classes();
        List<List<Contingency>> result =
                new ArrayList<>(Answers.batches(together, Math.max(1, Math.min(BATCH, MOST_GROUPS / groups))));
        result.addAll(Answers.batches(apart, BATCH));
        return result;
    }

    private boolean isSideBySide(Contingency question) {
        return outcome.isClasses()
                && question.binning() instanceof Binning.Cuts cuts
                && cuts.cuts().length > 0
                && inquiry.source().dialect().countsByCut("x", cuts.cuts()).isPresent();
    }

    /** @param questions one of the {@link #batches} */
    void answer(List<Contingency> questions, Statistics.Builder answers) {
        List<double[][][]> cells = new ArrayList<>();
        for (Contingency question : questions) {
            int width = outcome.isClasses() ? outcome.classes() : 5;
            cells.add(new double[question.binning().bins()][Contingency.FOLDS][width]);
        }
        if (isSideBySide(questions.get(0))) {
            sideBySide(questions, cells);
        } else {
            apart(questions, cells);
        }
        for (int index = 0; index < questions.size(); index++) {
            Contingency question = questions.get(index);
            answers.put(question, new ContingencyTable(question.column(), question.binning(), cells.get(index)));
        }
    }

    private void sideBySide(List<Contingency> questions, List<double[][][]> cells) {
        Projection projection = inquiry.projection();
        Named label = new OutcomeColumns(outcome, projection, new Expressions(projection)).group();
        Named fold = Hashes.fold(projection, Contingency.FOLDS);
        StringBuilder select = new StringBuilder("SELECT " + fold + ", " + label + ", count(*)");
        for (Contingency question : questions) {
            Named value = projection.number(question.column());
            double[] cuts = ((Binning.Cuts) question.binning()).cuts();
            select.append(", count(").append(value).append("), ");
            select.append(projection.dialect().countsByCut(value.name(), cuts).orElseThrow());
        }
        String query = select + " FROM " + projection.from(Scope.TRAIN) + " WHERE " + label + " IS NOT NULL GROUP BY "
                + fold + ", " + label;
        inquiry.queries().each("counting " + questions.size() + " columns against the target", query, row -> {
            int foldOf = (int) row.whole(0);
            int labelOf = (int) row.whole(1);
            for (int index = 0; index < questions.size(); index++) {
                double[][][] table = cells.get(index);
                List<Long> counts = row.wholes(4 + 2 * index);
                for (int bin = 0; bin < counts.size(); bin++) {
                    table[bin][foldOf][labelOf] += counts.get(bin);
                }
                table[table.length - 1][foldOf][labelOf] += row.whole(2) - row.whole(3 + 2 * index);
            }
        });
    }

    private void apart(List<Contingency> questions, List<double[][][]> cells) {
        if (together(questions, cells)) {
            return;
        }
        try (ContingencyRows rows = ContingencyRows.of(inquiry, outcome, questions)) {
            List<ContingencySets> blocks = ContingencySets.of(rows, outcome, questions);
            List<ContingencyKey> keys =
                    blocks.stream().flatMap(block -> block.keys().stream()).toList();
            inquiry.queries()
                    .each(
                            "counting " + questions.size() + " columns against the target",
                            blocks.stream().map(ContingencySets::query).collect(Collectors.joining(" UNION ALL ")),
                            row -> {
                                int index = (int) row.whole(0);
                                add(row, cells.get(index)[keys.get(index).binOf(row, 2)][(int) row.whole(1)]);
                            });
        }
    }

    /** One scan in which each row becomes a row for each of the columns, where the dialect has that. */
    private boolean together(List<Contingency> questions, List<double[][][]> cells) {
        ContingencyRows rows = ContingencyRows.direct(inquiry, outcome);
        Projection projection = inquiry.projection();
        Dialect dialect = projection.dialect();
        List<ContingencyKey> keys = new ArrayList<>();
        List<List<String>> lists = new ArrayList<>();
        for (Contingency question : questions) {
            ContingencyKey key = new ContingencyKey(inquiry, projection, question);
            List<String> values = new ArrayList<>(List.of(String.valueOf(keys.size())));
            values.addAll(key.select(dialect));
            lists.add(values);
            keys.add(key);
        }
        Named fold = rows.fold(projection);
        List<Named> target = rows.target(projection);
        List<String> kept = new ArrayList<>(List.of(fold + " AS row_fold"));
        for (int index = 0; index < target.size(); index++) {
            kept.add(target.get(index) + " AS y" + index);
        }
        Optional<String> unfolded =
                dialect.unfolded(kept, lists, List.of("place", "number", "word"), rows.from(projection));
        if (unfolded.isEmpty()) {
            return false;
        }
        List<String> select = new ArrayList<>(List.of("place", "row_fold", "number", "word"));
        String by = String.join(", ", select) + (outcome.isClasses() ? ", y0" : "");
        if (outcome.isClasses()) {
            select.add("y0");
        }
        select.add("count(*)");
        for (int index = 0; index < target.size() && !outcome.isClasses(); index++) {
            select.add(dialect.sum("y" + index));
        }
        inquiry.queries()
                .each(
                        "counting " + questions.size() + " columns against the target",
                        "SELECT " + String.join(", ", select) + " FROM (" + unfolded.get() + ") AS unfolded GROUP BY "
                                + by,
                        row -> {
                            int index = (int) row.whole(0);
                            add(row, cells.get(index)[keys.get(index).binOf(row, 2)][(int) row.whole(1)]);
                        });
        return true;
    }

    private void add(Row row, double[] cell) {
        if (outcome.isClasses()) {
            cell[(int) row.whole(4)] += row.whole(5);
            return;
        }
        for (int index = 0; index < cell.length; index++) {
            cell[index] += row.number(4 + index);
        }
    }
}
