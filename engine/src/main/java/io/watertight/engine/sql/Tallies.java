package io.watertight.engine.sql;

import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Scope;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.statistic.Tally;
import io.watertight.engine.sql.Projection.Named;
import io.watertight.engine.sql.Queries.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Answers {@link CountWhere}: one query counts many conditions. Examples are looked for afterwards, first among the first rows,
 * because remembering the smallest ids of conditions that are often true costs more than counting them.
 */
final class Tallies {

    /** Conditions counted by one query. */
    static final int BATCH = 150;

    private static final int EXAMPLES = 10;

    /** Where examples are looked for first. */
    private static final long FIRST_ROWS = 100_000;

    private final Inquiry inquiry;
    private final Scope scope;
    private final List<CountWhere> questions;
    private final List<Count> counts;

    /** @param questions at most {@link #BATCH}, all of this scope */
    Tallies(Inquiry inquiry, Scope scope, List<CountWhere> questions) {
        this.inquiry = inquiry;
        this.scope = scope;
        this.questions = questions;
        int classes = inquiry.outcome().map(outcome -> outcome.classes()).orElse(0);
        this.counts = questions.stream().map(question -> new Count(classes)).toList();
    }

    void answer(Statistics.Builder answers) {
        count();
        if (inquiry.rows().orElse(Long.MAX_VALUE) > 2 * FIRST_ROWS) {
            findExamples(
                    inquiry.source().within(scope) + " AND " + inquiry.source().rowId() + " < " + FIRST_ROWS);
        }
        findExamples(inquiry.source().within(scope));
        for (int index = 0; index < counts.size(); index++) {
            answers.put(questions.get(index), counts.get(index).tally());
        }
    }

    private void count() {
        Projection projection = inquiry.projection();
        Expressions expressions = new Expressions(projection);
        Optional<Named> group =
                inquiry.outcome().map(outcome -> new OutcomeColumns(outcome, projection, expressions).group());
        StringBuilder select = new StringBuilder("SELECT ")
                .append(group.map(Named::name).orElse("NULL"))
                .append(", count(*)");
        for (CountWhere question : questions) {
            String condition = expressions.condition(question.condition()).name();
            select.append(", count(").append(condition).append("), ");
            select.append(projection.dialect().countIf(condition));
        }
        String query = select + " FROM " + projection.from(scope)
                + group.map(name -> " GROUP BY " + name).orElse("");
        inquiry.queries().each("counting " + questions.size() + " conditions", query, row -> {
            for (int index = 0; index < counts.size(); index++) {
                counts.get(index).add(row, 2 + 2 * index);
            }
        });
    }

    private void findExamples(String where) {
        int[] wanting = IntStream.range(0, counts.size())
                .filter(index -> counts.get(index).wantsExamples())
                .toArray();
        if (wanting.length == 0) {
            return;
        }
        Projection projection = inquiry.projection();
        Expressions expressions = new Expressions(projection);
        Named rowId = projection.rowId();
        List<String> select = new ArrayList<>();
        for (int index : wanting) {
            String condition =
                    expressions.condition(questions.get(index).condition()).name();
            select.add(projection.dialect().smallest(rowId.name(), EXAMPLES, condition));
        }
        String query = "SELECT " + String.join(", ", select) + " FROM " + projection.from(where);
        inquiry.queries().each("looking for examples of " + wanting.length + " conditions", query, row -> {
            for (int position = 0; position < wanting.length; position++) {
                counts.get(wanting[position]).examples = row.wholes(position);
            }
        });
    }

    /** Sums what the groups of the target hold. */
    private static final class Count {
        private final long[] definedByClass;
        private final long[] matchedByClass;
        private List<Long> examples = List.of();
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
        }

        boolean wantsExamples() {
            return examples.size() < Math.min(matched, EXAMPLES);
        }

        Tally tally() {
            return new Tally(rows, defined, matched, definedByClass, matchedByClass, examples);
        }
    }
}
