package io.watertight.engine.sql;

import io.watertight.core.statistic.Scope;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.statistic.TimeSpan;
import io.watertight.core.statistic.TimeSpanReport;
import io.watertight.core.study.Part;
import io.watertight.engine.sql.Projection.Named;
import java.util.ArrayList;
import java.util.List;

/** Answers {@link TimeSpan}: the ends of all columns by one query, what lies between them by a second and a third. */
final class TimeSpans {

    static final int BATCH = 50;

    private static final int EXAMPLES = 10;

    private final Inquiry inquiry;
    private final List<TimeSpan> questions;
    private final double[][] ends;

    TimeSpans(Inquiry inquiry, List<TimeSpan> questions) {
        this.inquiry = inquiry;
        this.questions = questions;
        this.ends = new double[questions.size()][];
    }

    void answer(Statistics.Builder answers) {
        findEnds();
        long[] shared = sharedTimes();
        Projection projection = inquiry.projection();
        Dialect dialect = projection.dialect();
        Named rowId = projection.rowId();
        List<String> select = new ArrayList<>();
        for (int index = 0; index < ends.length; index++) {
            Named time = projection.number(questions.get(index).column());
            String train = in(projection, Part.TRAIN) + " AND " + time + " IS NOT NULL";
            String test = in(projection, Part.TEST) + " AND " + time + " IS NOT NULL";
            String early = test + " AND " + time + " < " + literal(dialect, ends[index][1]);
            select.add(dialect.countIf(test));
            select.add(dialect.countIf(early));
            select.add(dialect.countIf(train));
            select.add(dialect.countIf(train + " AND " + time + " > " + literal(dialect, ends[index][2])));
            select.add(dialect.smallest(rowId.name(), EXAMPLES, early));
        }
        String query = "SELECT " + String.join(", ", select) + " FROM " + projection.from(Scope.ALL);
        inquiry.queries().each("comparing the times of the parts", query, row -> {
            for (int index = 0; index < ends.length; index++) {
                int at = 5 * index;
                double[] end = ends[index];
                answers.put(
                        questions.get(index),
                        new TimeSpanReport(
                                end[0],
                                end[1],
                                end[2],
                                end[3],
                                row.whole(at),
                                row.whole(at + 1),
                                shared[index],
                                row.whole(at + 2),
                                row.whole(at + 3),
                                row.wholes(at + 4)));
            }
        });
    }

    private static String in(Projection projection, Part part) {
        return projection.part() + " = " + Source.number(part);
    }

    private static String literal(Dialect dialect, double value) {
        return Double.isNaN(value) ? "CAST(NULL AS DOUBLE)" : dialect.number(value);
    }

    private void findEnds() {
        Projection projection = inquiry.projection();
        List<String> select = new ArrayList<>();
        for (TimeSpan question : questions) {
            Named time = projection.number(question.column());
            for (Part part : List.of(Part.TRAIN, Part.TEST)) {
                String within = "CASE WHEN " + in(projection, part) + " THEN " + time + " END";
                select.add("min(" + within + ")");
                select.add("max(" + within + ")");
            }
        }
        String query = "SELECT " + String.join(", ", select) + " FROM " + projection.from(Scope.ALL);
        inquiry.queries().each("looking for the first and last time of each part", query, row -> {
            for (int index = 0; index < ends.length; index++) {
                int at = 4 * index;
                ends[index] = new double[] {row.number(at), row.number(at + 1), row.number(at + 2), row.number(at + 3)};
            }
        });
    }

    /** Test rows whose exact time also occurs in training, by question. */
    private long[] sharedTimes() {
        List<String> branches = new ArrayList<>();
        for (int index = 0; index < ends.length; index++) {
            Projection projection = inquiry.projection();
            Dialect dialect = projection.dialect();
            Named time = projection.number(questions.get(index).column());
            String times = "(SELECT " + dialect.countIf(in(projection, Part.TEST)) + " AS test, "
                    + dialect.countIf(in(projection, Part.TRAIN)) + " AS train FROM " + projection.from(Scope.ALL)
                    + " WHERE " + time
                    + " IS NOT NULL GROUP BY " + time + ") AS times" + index;
            branches.add("SELECT " + index + ", sum(CASE WHEN train > 0 THEN test END) FROM " + times);
        }
        long[] shared = new long[ends.length];
        if (inquiry.source().hasSplit()) {
            inquiry.queries()
                    .each(
                            "looking for times that both parts hold",
                            String.join(" UNION ALL ", branches),
                            row -> shared[(int) row.whole(0)] = row.whole(1));
        }
        return shared;
    }
}
