package io.watertight.ml.split;

import io.watertight.core.WatertightException;
import io.watertight.core.data.RowHash;
import io.watertight.core.split.Deal;
import io.watertight.core.split.Period;
import io.watertight.core.split.SplitPlan.Chain;
import io.watertight.ml.learn.Division;
import io.watertight.ml.learn.SplitterInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Deals rows along time. Rows without a time are left out. */
final class TimeDealing {

    private final double[] times;
    private final List<Period> periods;

    TimeDealing(SplitterInput input, Chain chain) {
        this.times = input.times()
                .orElseThrow(() -> new WatertightException(
                        "The split needs the time '" + chain.time() + "', which the data does not have.",
                        "declare it: --time " + chain.time()));
        double[] sorted = Arrays.stream(times)
                .filter(time -> !Double.isNaN(time))
                .map(time -> time + 0.0)
                .sorted()
                .toArray();
        this.periods = Period.cut(new Sorted(sorted), chain);
    }

    List<Division> divisions() {
        return periods.stream()
                .map(period -> Divisions.where(
                        times.length, row -> period.trains(times[row]), row -> period.evaluates(times[row])))
                .toList();
    }

    /** A group with rows on both sides of a cut goes, by its hash, to one of them. */
    List<Division> divisions(Units units, long seed) {
        List<Division> divisions = new ArrayList<>();
        for (int number = 0; number < periods.size(); number++) {
            Period period = periods.get(number);
            long salted = Deal.seedOfPeriod(seed, number);
            boolean[] past = new boolean[units.number()];
            boolean[] present = new boolean[units.number()];
            for (int row = 0; row < times.length; row++) {
                past[units.of()[row]] |= period.trains(times[row]);
                present[units.of()[row]] |= period.evaluates(times[row]);
            }
            boolean[] trained = new boolean[units.number()];
            boolean[] evaluated = new boolean[units.number()];
            for (int unit = 0; unit < trained.length; unit++) {
                boolean toEvaluation = RowHash.of(units.keys()[unit], salted) % 2 == 0;
                trained[unit] = past[unit] && !(present[unit] && toEvaluation);
                evaluated[unit] = present[unit] && !(past[unit] && !toEvaluation);
            }
            divisions.add(Divisions.where(
                    times.length,
                    row -> period.trains(times[row]) && trained[units.of()[row]],
                    row -> period.evaluates(times[row]) && evaluated[units.of()[row]]));
        }
        return divisions;
    }

    private record Sorted(double[] values) implements Period.Times {

        @Override
        public long rows() {
            return values.length;
        }

        @Override
        public double at(long position) {
            return values[(int) position];
        }

        @Override
        public double after(double time) {
            int low = 0;
            int high = values.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (values[middle] > time) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low < values.length ? values[low] : Double.NaN;
        }
    }
}
