package io.watertight.engine.sql;

import io.watertight.core.statistic.Dependency;
import io.watertight.core.statistic.DependencyReport;
import io.watertight.core.statistic.Statistics;
import io.watertight.engine.sql.Projection.Named;
import java.util.ArrayList;
import java.util.List;

/** Answers {@link Dependency}: several by one query. */
final class Dependencies {

    /** Each groups all rows by a pair of columns, so few share a query. */
    static final int BATCH = 20;

    private Dependencies() {}

    static void answer(Inquiry inquiry, List<Dependency> questions, Statistics.Builder answers) {
        List<String> branches = new ArrayList<>();
        for (int index = 0; index < questions.size(); index++) {
            branches.add(branch(inquiry, index, questions.get(index)));
        }
        inquiry.queries()
                .each(
                        "looking whether columns settle one another (" + questions.size() + " pairs)",
                        String.join(" UNION ALL ", branches),
                        row -> answers.put(
                                questions.get((int) row.whole(0)),
                                new DependencyReport(
                                        row.whole(1),
                                        row.whole(2),
                                        row.whole(3),
                                        row.whole(4),
                                        row.whole(5),
                                        row.whole(6))));
    }

    private static String branch(Inquiry inquiry, int index, Dependency question) {
        Projection projection = inquiry.projection();
        Named determinant = projection.value(question.determinant());
        Named dependent = projection.value(question.dependent());
        String pairs = "(SELECT " + determinant + " AS a, " + dependent + " AS b, count(*) AS n FROM "
                + projection.from(question.scope()) + " WHERE " + determinant + " IS NOT NULL AND " + dependent
                + " IS NOT NULL GROUP BY " + determinant + ", " + dependent + ")";
        String kept = "pairs" + index;
        String determinants =
                "(SELECT sum(n) AS n, max(n) AS most, count(*) AS pairs FROM " + kept + " GROUP BY a) AS determinants";
        return "(WITH " + kept + " AS " + pairs + " SELECT " + index
                + ", sum(n), count(*), (SELECT count(DISTINCT b) FROM " + kept
                + "), sum(pairs), sum(CASE WHEN n > 1 THEN n END), sum(n - most) FROM " + determinants + ")";
    }
}
