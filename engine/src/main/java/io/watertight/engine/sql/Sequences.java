package io.watertight.engine.sql;

import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Scope;
import io.watertight.core.statistic.Sequence;
import io.watertight.core.statistic.SequenceReport;
import io.watertight.engine.sql.Projection.Named;

/** Answers {@link Sequence}. */
final class Sequences {

    private final Inquiry inquiry;
    private final Outcome outcome;

    Sequences(Inquiry inquiry, Outcome outcome) {
        this.inquiry = inquiry;
        this.outcome = outcome;
    }

    SequenceReport answer(Sequence question) {
        Projection projection = inquiry.projection();
        OutcomeColumns target = new OutcomeColumns(outcome, projection, new Expressions(projection));
        boolean classes = outcome.isClasses();
        Named label = classes ? target.group() : target.number();
        Named rowId = projection.rowId();
        String order = question.orderBy()
                        .map(column -> projection.measured(column) + ", ")
                        .orElse("")
                + rowId;
        String present = question.orderBy()
                .map(column -> " AND " + projection.measured(column) + " IS NOT NULL")
                .orElse("");
        String ordered = "(SELECT " + label + " AS y, lag(" + label + ") OVER (ORDER BY " + order
                + ") AS p, row_number() OVER "
                + "(ORDER BY " + order + ") - 1 AS position, count(*) OVER () AS n FROM " + projection.from(Scope.TRAIN)
                + " WHERE " + label + " IS NOT NULL" + present + ") AS ordered";
        Dialect dialect = projection.dialect();
        String block = dialect.wholeQuotient("(position * " + Sequence.BLOCKS + ")", "n");
        String measures = classes
                ? "y, count(*), " + dialect.countIf("y = p")
                : "count(*), " + dialect.sum("y") + ", " + dialect.sum("y * y") + ", "
                        + dialect.countIf("p IS NOT NULL") + ", "
                        + dialect.sum("p") + ", " + dialect.sum("p * p") + ", " + dialect.sum("y * p") + ", "
                        + dialect.sum("CASE WHEN p IS NOT NULL THEN y END") + ", "
                        + dialect.sum("CASE WHEN p IS NOT NULL THEN y * y END");
        String query = "SELECT " + block + " AS block, " + measures + " FROM " + ordered + " GROUP BY " + block
                + (classes ? ", y" : "");
        Sums sums = new Sums(classes ? outcome.classes() : 3);
        inquiry.queries().each("following the target along the rows", query, row -> {
            int at = (int) row.whole(0);
            if (classes) {
                sums.blocks[at][(int) row.whole(1)] += row.whole(2);
                sums.rows += row.whole(2);
                sums.same += row.whole(3);
            } else {
                sums.rows += row.whole(1);
                for (int index = 0; index < 3; index++) {
                    sums.blocks[at][index] += row.number(1 + index);
                }
                for (int index = 0; index < 6; index++) {
                    sums.pairs[index] += row.isMissing(4 + index) ? 0 : row.number(4 + index);
                }
            }
        });
        return new SequenceReport(sums.rows, sums.same, classes ? Double.NaN : sums.correlation(), sums.blocks);
    }

    /** Sums over the blocks. */
    private static final class Sums {
        private final double[][] blocks;
        private final double[] pairs = new double[6];
        private long rows;
        private long same;

        Sums(int width) {
            blocks = new double[Sequence.BLOCKS][width];
        }

        double correlation() {
            double count = pairs[0];
            double covariance = pairs[3] - pairs[1] * pairs[4] / count;
            double before = pairs[2] - pairs[1] * pairs[1] / count;
            double after = pairs[5] - pairs[4] * pairs[4] / count;
            return count < 2 || before <= 0 || after <= 0 ? Double.NaN : covariance / Math.sqrt(before * after);
        }
    }
}
