package io.watertight.engine.sql;

import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Scope;
import io.watertight.core.statistic.Sequence;
import io.watertight.core.statistic.SequenceReport;
import io.watertight.engine.sql.Projection.Named;
import io.watertight.engine.sql.Queries.Row;
import java.util.Optional;

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
        Named label = outcome.isClasses() ? target.group() : target.number();
        Named rowId = projection.rowId();
        Optional<Named> orderBy = question.orderBy().map(projection::number);
        String rows = projection.from(Scope.TRAIN) + " WHERE " + label + " IS NOT NULL"
                + orderBy.map(order -> " AND " + order + " IS NOT NULL").orElse("");
        long[] count = new long[1];
        inquiry.queries()
                .each("counting rows with a target", "SELECT count(*) FROM " + rows, row -> count[0] = row.whole(0));
        Sums sums = new Sums(outcome.isClasses(), outcome.classes());
        if (count[0] == 0) {
            return sums.report();
        }
        String sorted = "ORDER BY " + orderBy.map(order -> order + ", ").orElse("") + rowId;
        if (orderBy.isPresent()) {
            follow(rows, label, rowId, sorted, count[0], sums);
            return sums.report();
        }
        follow(rows, label, rowId, projection.dialect().scanOrder(rowId.name()), count[0], sums);
        if (sums.disorder > 0) {
            sums = new Sums(outcome.isClasses(), outcome.classes());
            follow(rows, label, rowId, sorted, count[0], sums);
        }
        return sums.report();
    }

    private void follow(String rows, Named label, Named rowId, String order, long count, Sums sums) {
        String lined = inquiry.queries().lined(rows, label.name(), rowId.name(), order);
        Dialect dialect = inquiry.source().dialect();
        String block = dialect.wholeQuotient("(position * " + Sequence.BLOCKS + ")", String.valueOf(count));
        String paired = "CASE WHEN p IS NOT NULL THEN y END";
        String measures = outcome.isClasses()
                ? "y, " + dialect.countIf("y = p")
                : "0, " + dialect.sum("y") + ", " + dialect.sum("y * y") + ", count(p), " + dialect.sum("p") + ", "
                        + dialect.sum("p * p") + ", " + dialect.sum("y * p") + ", " + dialect.sum(paired) + ", "
                        + dialect.sum("y * (" + paired + ")");
        String query = "SELECT " + block + " AS block, " + dialect.countIf("id < before") + ", count(*), " + measures
                + " FROM " + lined + " GROUP BY " + block + (outcome.isClasses() ? ", y" : "");
        inquiry.queries().each("following the target along the rows", query, sums::add);
    }

    /** Sums over the blocks. */
    private static final class Sums {
        private final boolean classes;
        private final double[][] blocks;
        private final double[] pairs = new double[6];
        private long rows;
        private long same;
        private long disorder;

        Sums(boolean classes, int width) {
            this.classes = classes;
            this.blocks = new double[Sequence.BLOCKS][classes ? width : 3];
        }

        void add(Row row) {
            double[] block = blocks[(int) row.whole(0)];
            disorder += row.whole(1);
            rows += row.whole(2);
            if (classes) {
                block[(int) row.whole(3)] += row.whole(2);
                same += row.whole(4);
                return;
            }
            block[0] += row.whole(2);
            block[1] += row.number(4);
            block[2] += row.number(5);
            for (int index = 0; index < pairs.length; index++) {
                pairs[index] += row.isMissing(6 + index) ? 0 : row.number(6 + index);
            }
        }

        SequenceReport report() {
            return new SequenceReport(rows, same, classes ? Double.NaN : correlation(), blocks);
        }

        /** Pearson's correlation from sums over the pairs: n, x, x*x, x*y, y, y*y. */
        private double correlation() {
            double count = pairs[0];
            double covariance = pairs[3] - pairs[1] * pairs[4] / count;
            double before = pairs[2] - pairs[1] * pairs[1] / count;
            double after = pairs[5] - pairs[4] * pairs[4] / count;
            return count < 2 || before <= 0 || after <= 0 ? Double.NaN : covariance / Math.sqrt(before * after);
        }
    }
}
