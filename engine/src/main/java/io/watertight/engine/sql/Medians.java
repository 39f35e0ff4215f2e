package io.watertight.engine.sql;

import io.watertight.core.statistic.Scope;
import io.watertight.engine.sql.Projection.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Exact medians of values that no single place holds. A sketch has named two values between which each median lies; a query counts
 * what lies below, and another one puts the few distinct values between them in order. The sketch decides what that costs, never
 * what comes out: a median that is not where the sketch looked is taken as if there were none.
 */
final class Medians {

    private final Inquiry inquiry;
    private final Projection projection;
    private final Scope scope;
    private final List<Named> values;
    private final List<Around> around;
    private final double[] found;

    /**
     * Where the median of a value is looked for.
     *
     * @param count of the rows that have the value
     * @param low NaN, as {@code high}, where no row has the value
     */
    record Around(long count, double low, double high) {

        /** Positions, from 0, of the one or two values in the middle. */
        long[] middle() {
            return new long[] {(count - 1) / 2, count / 2};
        }
    }

    Medians(Inquiry inquiry, Projection projection, Scope scope, List<Named> values, List<Around> around) {
        this.inquiry = inquiry;
        this.projection = projection;
        this.scope = scope;
        this.values = List.copyOf(values);
        this.around = List.copyOf(around);
        this.found = new double[values.size()];
        Arrays.fill(found, Double.NaN);
    }

    /** The medians by value; NaN where no row has one. */
    double[] find() {
        int[] wanted = IntStream.range(0, values.size())
                .filter(index -> around.get(index).count() > 0)
                .toArray();
        if (wanted.length > 0) {
            between(wanted, below(wanted));
            int[] missed = Arrays.stream(wanted)
                    .filter(index -> Double.isNaN(found[index]))
                    .toArray();
            if (missed.length > 0) {
                inOnePlace(missed);
            }
        }
        return found;
    }

    /** How many values lie below where the median is looked for, by value. */
    private long[] below(int[] wanted) {
        long[] below = new long[values.size()];
        List<String> counts = new ArrayList<>();
        for (int index : wanted) {
            counts.add(projection
                    .dialect()
                    .countIf(
                            values.get(index) + " < " + number(around.get(index).low())));
        }
        ask("counting what lies below " + wanted.length + " medians", String.join(", ", counts), row -> {
            for (int at = 0; at < wanted.length; at++) {
                below[wanted[at]] = row.whole(at);
            }
        });
        return below;
    }

    private void between(int[] wanted, long[] below) {
        List<List<String>> lists = new ArrayList<>();
        List<String> near = new ArrayList<>();
        List<StringBuilder> positions = List.of(new StringBuilder("CASE which"), new StringBuilder("CASE which"));
        for (int index : wanted) {
            Around place = around.get(index);
            String within = values.get(index) + " BETWEEN " + number(place.low()) + " AND " + number(place.high());
            near.add(within);
            lists.add(List.of(String.valueOf(index), "CASE WHEN " + within + " THEN " + values.get(index) + " END"));
            for (int end = 0; end < 2; end++) {
                positions
                        .get(end)
                        .append(" WHEN ")
                        .append(index)
                        .append(" THEN ")
                        .append(place.middle()[end] - below[index]);
            }
        }
        String rows = projection.from(scope) + " WHERE " + String.join(" OR ", near);
        String unfolded = projection
                .dialect()
                .unfolded(List.of("0 AS every"), lists, List.of("which", "value"), rows)
                .orElseThrow();
        String counted = "(SELECT which, value, count(*) AS many FROM (" + unfolded
                + ") AS unfolded WHERE value IS NOT NULL GROUP BY which, value) AS counted";
        String summed = "(SELECT which, value, sum(many) OVER (PARTITION BY which ORDER BY value ROWS BETWEEN UNBOUNDED"
                + " PRECEDING AND CURRENT ROW) AS upto FROM " + counted + ") AS summed";
        StringBuilder select = new StringBuilder("SELECT which");
        for (StringBuilder position : positions) {
            select.append(", min(CASE WHEN ").append(position).append(" END BETWEEN 0 AND upto - 1 THEN value END)");
        }
        inquiry.queries()
                .each("finding " + wanted.length + " medians", select + " FROM " + summed + " GROUP BY which", row -> {
                    if (!row.isMissing(1) && !row.isMissing(2)) {
                        found[(int) row.whole(0)] = 0.5 * row.number(1) + 0.5 * row.number(2);
                    }
                });
    }

    private void inOnePlace(int[] missed) {
        List<String> medians = Arrays.stream(missed)
                .mapToObj(index -> projection.dialect().median(values.get(index).name()))
                .toList();
        ask("taking " + missed.length + " medians", String.join(", ", medians), row -> {
            for (int at = 0; at < missed.length; at++) {
                found[missed[at]] = row.number(at);
            }
        });
    }

    private void ask(String purpose, String select, Consumer<Queries.Row> hears) {
        inquiry.queries().each(purpose, "SELECT " + select + " FROM " + projection.from(scope), hears);
    }

    private String number(double value) {
        return projection.dialect().number(value);
    }
}
