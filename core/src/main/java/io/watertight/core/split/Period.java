package io.watertight.core.split;

import io.watertight.core.WatertightException;
import io.watertight.core.split.SplitPlan.Chain;
import io.watertight.core.study.Lag;
import java.util.ArrayList;
import java.util.List;

/**
 * One evaluated period and the stretch of the past it is predicted from. Times are seconds since 1970 UTC, or any increasing number.
 *
 * @param start first time evaluated
 * @param end first time after the period; infinite for the last
 * @param from first time that may be trained on; minus infinity if all the past may
 * @param before training rows are strictly older than this: a tie counts as not yet known
 */
public record Period(double start, double end, double from, double before) {

    /** The times of all rows in ascending order, missing ones apart. */
    public interface Times {

        long rows();

        /** The time at this position, from 0. */
        double at(long position);

        /** The smallest time above this one; NaN if there is none. */
        double after(double time);
    }

    public boolean evaluates(double time) {
        return time >= start && time < end;
    }

    public boolean trains(double time) {
        return time >= from && time < before;
    }

    /**
     * Cuts time into periods of about equal numbers of rows. Rows of the same time are in the same period.
     *
     * @throws WatertightException if there are not enough different times
     */
    public static List<Period> cut(Times times, Chain chain) {
        if (times.rows() == 0) {
            throw new WatertightException("No row has a time in '" + chain.time() + "'.", "another column is meant");
        }
        List<Long> positions = positions(times.rows(), chain.shape());
        List<Double> starts = new ArrayList<>();
        double last = times.at(0);
        for (long position : positions) {
            double wanted = times.at(position);
            last = wanted > last ? wanted : times.after(last);
            if (Double.isNaN(last)) {
                throw new WatertightException(
                        "'" + chain.time() + "' has too few different times for " + (positions.size() + 1)
                                + " periods.",
                        "ask for "
                                + (starts.isEmpty() ? "a split without time" : "at most " + starts.size() + " folds"));
            }
            starts.add(last);
        }
        List<Period> periods = new ArrayList<>();
        for (int index = 0; index < starts.size(); index++) {
            double start = starts.get(index);
            double before = start - chain.gap();
            periods.add(new Period(
                    start,
                    index + 1 < starts.size() ? starts.get(index + 1) : Double.POSITIVE_INFINITY,
                    chain.window()
                            .map(Lag::seconds)
                            .map(length -> before - length)
                            .orElse(Double.NEGATIVE_INFINITY),
                    before));
        }
        return List.copyOf(periods);
    }

    private static List<Long> positions(long rows, Shape shape) {
        List<Long> positions = new ArrayList<>();
        if (shape instanceof Shape.HoldOut held) {
            positions.add(rows - rows * held.perMillion() / Shape.HoldOut.WHOLE);
        } else {
            for (int fold = 1; fold <= shape.divisions(); fold++) {
                positions.add(rows * fold / (shape.divisions() + 1));
            }
        }
        return positions.stream().map(position -> Math.min(position, rows - 1)).toList();
    }
}
