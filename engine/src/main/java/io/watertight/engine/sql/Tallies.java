package io.watertight.engine.sql;

import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Scope;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.statistic.Tally;
import io.watertight.engine.sql.Projection.Named;
import io.watertight.engine.sql.Queries.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Answers {@link CountWhere}: one query for many. */
final class Tallies {

    /** Conditions counted by one query. */
    static final int BATCH = 150;

    private static final int EXAMPLES = 10;

    private Tallies() {}

    /** @param questions at most {@link #BATCH}, all of this scope */
    static void answer(Inquiry inquiry, Scope scope, List<CountWhere> questions, Statistics.Builder answers) {
        Projection projection = inquiry.projection();
        Expressions expressions = new Expressions(projection);
        Dialect dialect = projection.dialect();
        Named rowId = projection.rowId();
        Optional<Named> group =
                inquiry.outcome().map(outcome -> new OutcomeColumns(outcome, projection, expressions).group());
        StringBuilder select = new StringBuilder("SELECT ")
                .append(group.map(Named::name).orElse("NULL"))
                .append(", count(*)");
        for (CountWhere question : questions) {
            String condition = expressions.condition(question.condition()).name();
            select.append(", count(").append(condition).append("), ").append(dialect.countIf(condition));
            select.append(", ").append(dialect.smallest(rowId.name(), EXAMPLES, condition));
        }
        String query = select + " FROM " + projection.from(scope)
                + group.map(name -> " GROUP BY " + name).orElse("");
        int classes = inquiry.outcome().map(outcome -> outcome.classes()).orElse(0);
        List<Count> counts =
                questions.stream().map(question -> new Count(classes)).toList();
        inquiry.queries().each("counting " + questions.size() + " conditions", query, row -> {
            for (int index = 0; index < counts.size(); index++) {
                counts.get(index).add(row, 2 + 3 * index);
            }
        });
        for (int index = 0; index < counts.size(); index++) {
            answers.put(questions.get(index), counts.get(index).tally());
        }
    }

    /** Sums what the groups of the target hold. */
    private static final class Count {
        private final long[] definedByClass;
        private final long[] matchedByClass;
        private final List<Long> examples = new ArrayList<>();
        private long rows;
        private long defined;
        private long matched;

        Count(int classes) {
            definedByClass = new long[classes];
            matchedByClass = new long[classes];
        }

        void add(Row row, int at) {
            rows += row.whole(1);
            defined += row.whole(at);
            matched += row.whole(at + 1);
            if (!row.isMissing(0)) {
                definedByClass[(int) row.whole(0)] += row.whole(at);
                matchedByClass[(int) row.whole(0)] += row.whole(at + 1);
            }
            examples.addAll(row.wholes(at + 2));
        }

        Tally tally() {
            Collections.sort(examples);
            List<Long> first = examples.subList(0, Math.min(EXAMPLES, examples.size()));
            return new Tally(rows, defined, matched, definedByClass, matchedByClass, first);
        }
    }
}
