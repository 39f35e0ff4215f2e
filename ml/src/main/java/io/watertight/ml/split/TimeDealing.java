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

    /** A group with rows on both sides of a cut goes, by its hash, to one of them; a row stays where its groups of all kinds stay. */
    List<Division> divisions(List<Units> kinds, long seed) {
        List<Division> divisions = new ArrayList<>();
        for (int number = 0; number < periods.size(); number++) {
            Period period = periods.get(number);
            boolean[] trained = new boolean[times.length];
            boolean[] evaluated = new boolean[times.length];
            for (int row = 0; row < times.length; row++) {
                trained[row] = period.trains(times[row]);
                evaluated[row] = period.evaluates(times[row]);
            }
            for (int axis = 0; axis < kinds.size(); axis++) {
                long salted = Deal.seedOfPeriod(Deal.seedOfAxis(seed, axis), number);
                part(kinds.get(axis), period, salted, trained, evaluated);
            }
            divisions.add(Divisions.where(times.length, row -> trained[row], row -> evaluated[row]));
        }
        return divisions;
    }

    /** Takes the rows of torn groups from one side. */
    private void part(Units units, Period period, long seed, boolean[] trained, boolean[] evaluated) {
        boolean[] past = new boolean[units.number()];
        boolean[] present = new boolean[units.number()];
        for (int row = 0; row < times.length; row++) {
            past[units.of()[row]] |= period.trains(times[row]);
            present[units.of()[row]] |= period.evaluates(times[row]);
        }
        for (int row = 0; row < times.length; row++) {
            int unit = units.of()[row];
            if (past[unit] && present[unit]) {
                boolean toEvaluation = RowHash.of(units.keys()[unit], seed) % 2 == 0;
                trained[row] &= !toEvaluation;
                evaluated[row] &= toEvaluation;
            }
        }
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
