package io.watertight.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.engine.Table;
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.Moments;
import io.watertight.core.statistic.MomentsWhere;
import io.watertight.core.statistic.Operand;
import io.watertight.core.statistic.Scope;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Medians of what may be more than one task holds, since nobody has counted the rows, are exact all the same. */
final class MediansTest {

    private static final int ROWS = 20_001;

    /** Scattered over the ids, in an order that is none. */
    private static long scattered(long id) {
        return id * 7919 % ROWS;
    }

    /** Columns by their expression in SQL, over {@code s}, and in Java: NaN is missing. */
    private enum Column {
        EVERY("CAST(s AS DOUBLE)", s -> s),
        EVEN("if(s < 20000, s / 7D, NULL)", s -> s < 20_000 ? s / 7.0 : Double.NaN),
        CROWDED("if(s % 10 < 6, 4D, s)", s -> s % 10 < 6 ? 4 : s),
        TWO_CROWDS("if(s < 10000, -1D, if(s < 20000, 1D, NULL))", s -> s < 10_000 ? -1 : s < 20_000 ? 1 : Double.NaN),
        SAME("-0.0D", s -> 0),
        NEGATIVE("-exp(s / 1000D)", s -> -Math.exp(s / 1000.0)),
        TINY("(s - 10000) * 1e-300D", s -> (s - 10_000) * 1e-300),
        ONE("if(s = 77, 3.5D, NULL)", s -> s == 77 ? 3.5 : Double.NaN),
        NONE("CAST(NULL AS DOUBLE)", s -> Double.NaN);

        private final String sql;

        @SuppressWarnings("ImmutableEnumChecker") // the functions above hold no state
        private final LongToDoubleFunction value;

        Column(String sql, LongToDoubleFunction value) {
            this.sql = sql;
            this.value = value;
        }

        String expression() {
            return sql + " AS " + name();
        }

        double median() {
            double[] values = LongStream.range(0, ROWS)
                    .mapToDouble(id -> value.applyAsDouble(scattered(id)))
                    .filter(number -> !Double.isNaN(number))
                    .sorted()
                    .toArray();
            return values.length == 0
                    ? Double.NaN
                    : 0.5 * values[(values.length - 1) / 2] + 0.5 * values[values.length / 2];
        }
    }

    private static Dataset<Row> rows() {
        return Opened.session()
                .range(0, ROWS, 1, 5)
                .selectExpr("id * 7919 % " + ROWS + " AS s")
                .selectExpr(
                        Arrays.stream(Column.values()).map(Column::expression).toArray(String[]::new));
    }

    @Test
    void mediansOfMoreThanATaskHoldsAreExact() {
        Map<Column, MomentsWhere> questions = new LinkedHashMap<>();
        for (Column column : Column.values()) {
            questions.put(column, new MomentsWhere(Operand.column(column.name()), Optional.empty(), Scope.ALL));
        }
        Set<Statistic<?>> asked = new LinkedHashSet<>(questions.values());
        MomentsWhere large = new MomentsWhere(
                Operand.column("EVERY"),
                Optional.of(new Condition.Compare(
                        Operand.column("EVERY"), Condition.Relation.AT_LEAST, new Operand.Constant(19_998))),
                Scope.TRAIN);
        asked.add(large);
        try (Table table = Opened.of(rows())) {
            Statistics answers = table.compute(Optional.empty(), asked, Optional.empty());
            questions.forEach((column, question) -> assertThat(
                            Double.valueOf(answers.get(question).median()))
                    .as(column.name())
                    .isEqualTo(Double.valueOf(column.median())));
            assertThat(answers.get(large)).isEqualTo(new Moments(3, 19_999, 1, 19_999));
        }
    }

    @Test
    void theirJobsDoNotGrowWithTheirNumber() {
        assertThat(jobs(3)).isEqualTo(jobs(12)).isBetween(3, 8);
    }

    private static int jobs(int questions) {
        Set<Statistic<?>> asked = new LinkedHashSet<>();
        for (int index = 0; index < questions; index++) {
            asked.add(new MomentsWhere(
                    Operand.column("EVERY").times(new Operand.Constant(index + 1)), Optional.empty(), Scope.ALL));
        }
        try (Table table = Opened.of(rows())) {
            return Jobs.during(() -> table.compute(Optional.empty(), asked, Optional.empty()));
        }
    }
}
