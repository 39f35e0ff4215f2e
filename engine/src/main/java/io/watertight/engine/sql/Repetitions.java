package io.watertight.engine.sql;

import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Repetition;
import io.watertight.core.statistic.RepetitionReport;
import io.watertight.core.statistic.Scope;
import io.watertight.core.study.Part;
import io.watertight.engine.sql.Projection.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers {@link Repetition}. */
final class Repetitions {

    private static final int EXAMPLES = 10;
    private static final int EXAMPLE_ROWS = 5;

    private final Inquiry inquiry;

    Repetitions(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    RepetitionReport answer(Repetition question) {
        Projection projection = inquiry.projection();
        List<Named> keys = new ArrayList<>();
        for (String column : question.columns()) {
            keys.add(projection.value(column));
        }
        return grouped(projection, keys, question);
    }

    private RepetitionReport grouped(Projection projection, List<Named> keys, Repetition question) {
        Dialect dialect = projection.dialect();
        Named rowId = projection.rowId();
        Named part = projection.part();
        String train = part + " = " + Part.TRAIN.ordinal();
        String test = part + " = " + Part.TEST.ordinal();
        List<String> measures = new ArrayList<>(List.of(
                "count(*) AS n",
                dialect.countIf(train) + " AS train",
                dialect.countIf(test) + " AS test",
                "0 AS nothing"));
        Optional<Outcome> outcome = inquiry.outcome();
        if (outcome.isPresent()) {
            OutcomeColumns target = new OutcomeColumns(outcome.get(), projection, new Expressions(projection));
            Named label = outcome.get().isClasses() ? target.group() : target.number();
            measures.add(dialect.countIf(train + " AND " + label + " IS NOT NULL") + " AS labelled");
            measures.add("count(DISTINCT " + label + ") AS targets");
        } else {
            measures.add("0 AS labelled");
            measures.add("0 AS targets");
        }
        measures.add(dialect.smallest(rowId.name(), EXAMPLE_ROWS, "TRUE") + " AS ids");
        String by = keys.stream().map(Named::name).collect(Collectors.joining(", "));
        String present = keys.stream().map(key -> key + " IS NOT NULL").collect(Collectors.joining(" OR "));
        String groups = "(SELECT " + String.join(", ", measures) + " FROM " + projection.from(Scope.ALL) + " WHERE "
                + present + " GROUP BY " + by + ") AS groups";
        String query =
                "SELECT sum(n), count(*), " + dialect.countIf("n > 1") + ", sum(CASE WHEN n > 1 THEN n END), max(n), "
                        + dialect.countIf("train > 0") + ", " + dialect.countIf("test > 0") + ", "
                        + dialect.countIf("train > 0 AND test > 0") + ", sum(CASE WHEN train > 0 THEN test END), "
                        + "sum(CASE WHEN test > 0 THEN train END), sum(CAST(labelled AS DOUBLE) * (labelled - 1) / 2), "
                        + "sum(CASE WHEN labelled > 1 THEN labelled END), " + dialect.countIf("labelled > 1") + ", "
                        + dialect.countIf("targets > 1") + ", sum(CASE WHEN targets > 1 THEN n END) FROM " + groups;
        List<RepetitionReport> result = new ArrayList<>();
        inquiry.queries()
                .each(
                        "looking for rows that agree in " + String.join("+", question.columns()),
                        query,
                        row -> result.add(new RepetitionReport(
                                row.whole(0),
                                row.whole(1),
                                row.whole(2),
                                row.whole(3),
                                row.whole(4),
                                row.whole(5),
                                row.whole(6),
                                row.whole(7),
                                row.whole(8),
                                row.whole(9),
                                row.isMissing(10) ? 0 : row.number(10),
                                0,
                                0,
                                row.whole(11),
                                row.whole(12),
                                row.whole(13),
                                row.whole(14),
                                List.of())));
        return result.get(0);
    }
}
