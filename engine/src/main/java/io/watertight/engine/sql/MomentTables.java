package io.watertight.engine.sql;

import io.watertight.core.statistic.Moments;
import io.watertight.core.statistic.MomentsWhere;
import io.watertight.core.statistic.Scope;
import io.watertight.core.statistic.Statistics;
import io.watertight.engine.sql.Medians.Around;
import io.watertight.engine.sql.Projection.Named;
import java.util.ArrayList;
import java.util.List;

/** Answers {@link MomentsWhere}: one query for several, and two more for medians that no single place holds. */
final class MomentTables {

    /** Questions of one query at most. */
    private static final int BATCH = 100;

    /** Between these two quantiles lies the median. */
    private static final List<Double> AROUND = List.of(0.5 - Dialect.QUANTILE_ERROR, 0.5 + Dialect.QUANTILE_ERROR);

    /** Measures of a question: count, mean, deviation, median; or, in place of the latter, the two quantiles around it. */
    private static final int MEASURES = 5;

    private final Inquiry inquiry;
    private final Scope scope;
    private final Dialect dialect;
    private final long rows;
    private final boolean narrowed;

    /** @param questions in all, of this scope */
    MomentTables(Inquiry inquiry, Scope scope, int questions) {
        this.inquiry = inquiry;
        this.scope = scope;
        this.dialect = inquiry.source().dialect();
        this.rows = Math.max(1, inquiry.rows().orElse(dialect.mostMedianValues()));
        this.narrowed = dialect.approximateQuantile("v", AROUND, 0).isPresent()
                && (inquiry.rows().isEmpty() || rows * Math.min(questions, BATCH) > dialect.mostMedianValues());
    }

    /** Questions that are answered together. */
    int batch() {
        return narrowed ? BATCH : (int) Math.max(1, Math.min(BATCH, dialect.mostMedianValues() / rows));
    }

    void answer(List<MomentsWhere> questions, Statistics.Builder answers) {
        Projection projection = inquiry.projection();
        List<Named> values =
                questions.stream().map(question -> value(projection, question)).toList();
        StringBuilder select = new StringBuilder("SELECT count(*)");
        for (Named value : values) {
            select.append(", count(").append(value).append("), ").append(dialect.mean(value.name()));
            select.append(", stddev_samp(").append(projection.small(value)).append("), ");
            select.append(
                    narrowed ? quantile(value, 0) + ", " + quantile(value, 1) : dialect.median(value.name()) + ", 0");
        }
        List<Moments> moments = new ArrayList<>();
        List<Around> around = new ArrayList<>();
        String query = select + " FROM " + projection.from(scope);
        inquiry.queries().each("averaging " + questions.size() + " values", query, row -> {
            for (int at = 1; at < MEASURES * questions.size(); at += MEASURES) {
                moments.add(new Moments(row.whole(at), row.number(at + 1), row.number(at + 2), row.number(at + 3)));
                around.add(new Around(row.whole(at), row.number(at + 3), row.number(at + 4)));
            }
        });
        double[] medians =
                narrowed ? new Medians(inquiry, projection, scope, values, around).find() : new double[values.size()];
        for (int index = 0; index < medians.length; index++) {
            Moments all = moments.get(index);
            double median = narrowed ? medians[index] : all.median();
            answers.put(questions.get(index), new Moments(all.count(), all.mean(), all.deviation(), median));
        }
    }

    private static Named value(Projection projection, MomentsWhere question) {
        Expressions expressions = new Expressions(projection);
        Named operand = expressions.operand(question.value());
        return question.where()
                .map(where -> {
                    Named condition = expressions.condition(where);
                    return projection.derived(
                            "CASE WHEN " + condition + " THEN " + operand + " END", condition, operand);
                })
                .orElse(operand);
    }

    private String quantile(Named value, int index) {
        return dialect.approximateQuantile(value.name(), AROUND, index).orElseThrow();
    }
}
