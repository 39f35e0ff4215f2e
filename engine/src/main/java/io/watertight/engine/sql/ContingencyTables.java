package io.watertight.engine.sql;

import io.watertight.core.statistic.Binning;
import io.watertight.core.statistic.Contingency;
import io.watertight.core.statistic.ContingencyTable;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Scope;
import io.watertight.core.statistic.Statistics;
import io.watertight.engine.sql.Projection.Named;
import io.watertight.engine.sql.Queries.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers {@link Contingency}. */
final class ContingencyTables {

    private final Inquiry inquiry;
    private final Outcome outcome;

    ContingencyTables(Inquiry inquiry, Outcome outcome) {
        this.inquiry = inquiry;
        this.outcome = outcome;
    }

    void answer(List<Contingency> questions, Statistics.Builder answers) {
        for (Contingency question : questions) {
            answers.put(question, table(question));
        }
    }

    private ContingencyTable table(Contingency question) {
        Projection projection = inquiry.projection();
        OutcomeColumns target = new OutcomeColumns(outcome, projection, new Expressions(projection));
        Named fold = Hashes.fold(projection, Contingency.FOLDS);
        Named key = key(projection, question);
        String cell;
        String measures;
        Named known;
        if (outcome.isClasses()) {
            known = target.group();
            measures = ", " + known + ", count(*)";
            cell = ", " + known;
        } else {
            known = target.number();
            Named rank = target.rank();
            Dialect dialect = projection.dialect();
            measures = ", count(*), " + dialect.sum(known.name()) + ", " + dialect.sum(known + " * " + known) + ", "
                    + dialect.sum(rank.name()) + ", " + dialect.sum(rank + " * " + rank);
            cell = "";
        }
        String query = "SELECT " + key + ", " + fold + measures + " FROM " + projection.from(Scope.TRAIN) + " WHERE "
                + known + " IS NOT NULL GROUP BY " + key + ", " + fold + cell;
        double[][][] cells =
                new double[question.binning().bins()][Contingency.FOLDS][outcome.isClasses() ? outcome.classes() : 5];
        BinOf binOf = binOf(question);
        inquiry.queries().each("counting '" + question.column() + "' against the target", query, row -> {
            double[] counts = cells[binOf.of(row)][(int) row.whole(1)];
            if (outcome.isClasses()) {
                counts[(int) row.whole(2)] += row.whole(3);
            } else {
                for (int index = 0; index < counts.length; index++) {
                    counts[index] += row.number(2 + index);
                }
            }
        });
        return new ContingencyTable(question.column(), question.binning(), cells);
    }

    private interface BinOf {
        int of(Row row);
    }

    private static Named key(Projection projection, Contingency question) {
        if (question.binning() instanceof Binning.Cuts cuts) {
            return Bins.cuts(projection, projection.measured(question.column()), cuts.cuts());
        }
        Named value = projection.value(question.column());
        return projection.derived(projection.dialect().asText(value.name()), value);
    }

    private static BinOf binOf(Contingency question) {
        int missing = question.binning().bins() - 1;
        if (question.binning() instanceof Binning.Levels levels) {
            Map<String, Integer> index = new HashMap<>();
            levels.texts().forEach(text -> index.putIfAbsent(text, index.size()));
            return row -> row.isMissing(0) ? missing : index.getOrDefault(row.text(0), missing - 1);
        }
        return row -> row.isMissing(0) ? missing : (int) row.whole(0);
    }
}
