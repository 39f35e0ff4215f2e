package io.watertight.engine.sql;

import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Scope;
import io.watertight.core.statistic.TargetMeans;
import io.watertight.core.statistic.TargetMeansReport;
import io.watertight.core.study.Part;
import io.watertight.core.study.Task;
import io.watertight.engine.sql.Projection.Named;
import java.util.ArrayList;
import java.util.List;

/** Answers {@link TargetMeans}: groups are summed, then every row is compared with the means of its group. */
final class EncodedMeans {

    private final Inquiry inquiry;
    private final Outcome outcome;

    EncodedMeans(Inquiry inquiry, Outcome outcome) {
        this.inquiry = inquiry;
        this.outcome = outcome;
    }

    /** Whether the target has a mean. */
    static boolean fits(Outcome outcome) {
        return outcome.target().task() != Task.MULTICLASS;
    }

    TargetMeansReport answer(TargetMeans question) {
        Projection projection = inquiry.projection();
        Dialect dialect = projection.dialect();
        Named key = projection.value(question.key());
        Named value = projection.number(question.value());
        Named target = target(projection);
        Named part = projection.part();
        String rows = "(SELECT " + key + " AS k, " + value + " AS x, " + target + " AS y, " + part + " AS part FROM "
                + projection.from(Scope.ALL) + " WHERE " + key + " IS NOT NULL AND " + value + " IS NOT NULL AND "
                + target
                + " IS NOT NULL)";
        String trained = "part = " + Source.number(Part.TRAIN);
        String groups = "(SELECT k AS of_key, count(*) AS n, " + dialect.sum("y") + " AS total, "
                + dialect.countIf(trained)
                + " AS train, " + dialect.sum("CASE WHEN " + trained + " THEN y END") + " AS train_total FROM " + rows
                + " AS keyed GROUP BY k)";
        String tolerance = dialect.number(TargetMeans.TOLERANCE);
        String all = "total / n";
        String train = "train_total / train";
        String differs = "(train > 0 AND abs(" + all + " - " + train + ") > " + tolerance + ")";
        String isAll = "abs(x - " + all + ") <= " + tolerance;
        String isTrain = "(train > 0 AND abs(x - " + train + ") <= " + tolerance + ")";
        String isOthers = "(n > 1 AND abs(x - (total - y) / (n - 1)) <= " + tolerance + ")";
        List<String> select = List.of(
                "count(*)",
                "sum(" + dialect.number(1) + " / n)",
                dialect.countIf("n > 1"),
                dialect.countIf(isAll),
                dialect.countIf(isTrain),
                dialect.countIf(isOthers),
                "sum(CASE WHEN " + differs + " THEN " + dialect.number(1) + " / n END)",
                dialect.countIf(differs),
                dialect.countIf(differs + " AND " + isAll),
                dialect.countIf(differs + " AND " + isTrain));
        String query = "SELECT " + String.join(", ", select) + " FROM " + rows + " AS each_row JOIN " + groups
                + " AS means ON each_row.k = means.of_key";
        List<TargetMeansReport> result = new ArrayList<>();
        inquiry.queries()
                .each(
                        "comparing '" + question.value() + "' with means of the target",
                        query,
                        row -> result.add(new TargetMeansReport(
                                row.whole(0),
                                Math.round(row.isMissing(1) ? 0 : row.number(1)),
                                row.whole(2),
                                row.whole(3),
                                row.whole(4),
                                row.whole(5),
                                Math.round(row.isMissing(6) ? 0 : row.number(6)),
                                row.whole(7),
                                row.whole(8),
                                row.whole(9))));
        return result.get(0);
    }

    private Named target(Projection projection) {
        Dialect dialect = projection.dialect();
        OutcomeColumns columns = new OutcomeColumns(outcome, projection, new Expressions(projection));
        if (!outcome.isClasses()) {
            return columns.number();
        }
        Named label = columns.group();
        return projection.derived(
                "CASE WHEN " + label + " = " + outcome.target().positive() + " THEN " + dialect.number(1) + " WHEN "
                        + label + " IS NOT NULL THEN " + dialect.number(0) + " END",
                label);
    }
}
