package io.watertight.engine.sql;

import io.watertight.core.statistic.Moments;
import io.watertight.core.statistic.MomentsWhere;
import io.watertight.core.statistic.Scope;
import io.watertight.core.statistic.Statistics;
import io.watertight.engine.sql.Projection.Named;
import java.util.List;

/** Answers {@link MomentsWhere}: one query for several. */
final class MomentTables {

    /** Questions of one query at most. */
    private static final int BATCH = 100;

    /** An exact median holds all values in memory; this many at most, over all questions of a query. */
    private static final long VALUES_HELD = 50_000_000;

    private MomentTables() {}

    /** Questions that one query may answer. */
    static int batch(Inquiry inquiry) {
        long rows = Math.max(1, inquiry.rows().orElse(VALUES_HELD));
        return (int) Math.max(1, Math.min(BATCH, VALUES_HELD / rows));
    }

    static void answer(Inquiry inquiry, Scope scope, List<MomentsWhere> questions, Statistics.Builder answers) {
        Projection projection = inquiry.projection();
        Expressions expressions = new Expressions(projection);
        Dialect dialect = projection.dialect();
        StringBuilder select = new StringBuilder("SELECT count(*)");
        for (MomentsWhere question : questions) {
            Named operand = expressions.operand(question.value());
            Named value = question.where()
                    .map(where -> {
                        Named condition = expressions.condition(where);
                        return projection.derived(
                                "CASE WHEN " + condition + " THEN " + operand + " END", condition, operand);
                    })
                    .orElse(operand);
            Named small = projection.small(value);
            select.append(", count(").append(value).append("), ").append(dialect.mean(value.name()));
            select.append(", stddev_samp(").append(small).append("), ").append(dialect.median(value.name()));
        }
        String query = select + " FROM " + projection.from(scope);
        inquiry.queries().each("averaging " + questions.size() + " values", query, row -> {
            for (int index = 0; index < questions.size(); index++) {
                int at = 1 + 4 * index;
                answers.put(
                        questions.get(index),
                        new Moments(row.whole(at), row.number(at + 1), row.number(at + 2), row.number(at + 3)));
            }
        });
    }
}
