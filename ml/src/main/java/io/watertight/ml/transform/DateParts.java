package io.watertight.ml.transform;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.TrainingSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Cuts times into year, month (1 to 12), day of week (1, Monday, to 7) and hour (0 to 23), all UTC, and the days elapsed since the
 * training rows' median. Parts that do not vary among training rows are left out. A missing time has missing parts. Immutable;
 * thread-safe.
 */
public final class DateParts extends Blockwise {

    private static final double SECONDS_OF_DAY = 86_400;

    /** Years beyond this are no dates; java.time ends there. */
    private static final double LAST_DAY = 365_000_000_000.0;

    private final boolean cyclic;

    private DateParts(Columns columns, boolean cyclic) {
        super(columns);
        this.cyclic = cyclic;
    }

    /** Parts as numbers, for trees. */
    public static DateParts plain(Columns columns) {
        return new DateParts(columns, false);
    }

    /** Month, day of week and hour as sine and cosine, so that December lies beside January: for linear models and distances. */
    public static DateParts cyclic(Columns columns) {
        return new DateParts(columns, true);
    }

    @Override
    public String name() {
        return cyclic ? "dates to cyclic parts" : "dates to parts";
    }

    private enum Part {
        YEAR("year", 0),
        MONTH("month", 12),
        DAY_OF_WEEK("day of week", 7),
        HOUR("hour", 24),
        ELAPSED("elapsed days", 0);

        private final String title;
        private final int period;

        Part(String title, int period) {
            this.title = title;
            this.period = period;
        }

        /** Sine or cosine of each value of the part, which are few. */
        double[] circle(DoubleUnaryOperator wave) {
            double turn = 2 * Math.PI / period;
            return IntStream.rangeClosed(0, period)
                    .mapToDouble(value -> wave.applyAsDouble(turn * value))
                    .toArray();
        }
    }

    @Override
    Lesson begin(TrainingSet training, FitContext context) {
        return block -> block instanceof NumberBlock times ? Optional.of(learn(times)) : Optional.empty();
    }

    private Piece learn(NumberBlock times) {
        double median = Numbers.quantile(Numbers.present(dates(times.values())), 0.5);
        double[][] values = cut(times.values(), median);
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (Part part : Part.values()) {
            if (varies(values[part.ordinal()])) {
                parts.add(part);
            }
        }
        return parts.isEmpty()
                ? Piece.dropped("'" + times.name() + "' is the same time in all training rows and was left out.")
                : Piece.alike(times, new Cut(parts, median, cyclic));
    }

    /** Times without those no calendar knows. */
    private static double[] dates(double[] seconds) {
        double[] dates = seconds.clone();
        for (int row = 0; row < dates.length; row++) {
            if (!(Math.abs(dates[row]) < LAST_DAY * SECONDS_OF_DAY)) {
                dates[row] = Double.NaN;
            }
        }
        return dates;
    }

    /** Parts x rows, in one pass. */
    private static double[][] cut(double[] times, double median) {
        double[][] parts = new double[Part.values().length][times.length];
        double[] seconds = dates(times);
        for (int row = 0; row < times.length; row++) {
            double day = Math.floor(seconds[row] / SECONDS_OF_DAY);
            if (Double.isNaN(day)) {
                for (double[] part : parts) {
                    part[row] = Double.NaN;
                }
            } else {
                LocalDate date = LocalDate.ofEpochDay((long) day);
                parts[Part.YEAR.ordinal()][row] = date.getYear();
                parts[Part.MONTH.ordinal()][row] = date.getMonthValue();
                parts[Part.DAY_OF_WEEK.ordinal()][row] = Math.floorMod((long) day + 3, 7) + 1;
                parts[Part.HOUR.ordinal()][row] =
                        Math.min(23, Math.floor((seconds[row] - day * SECONDS_OF_DAY) / 3600));
                parts[Part.ELAPSED.ordinal()][row] = (seconds[row] - median) / SECONDS_OF_DAY;
            }
        }
        return parts;
    }

    private static boolean varies(double[] values) {
        double first = Double.NaN;
        for (double value : values) {
            if (Double.isNaN(first)) {
                first = value;
            } else if (value != first && !Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    private record Cut(Set<Part> parts, double median, boolean cyclic) implements Mapping {
        @Override
        public List<Block> apply(Block block) {
            double[][] values = cut(((NumberBlock) block).values(), median);
            List<Block> made = new ArrayList<>();
            for (Part part : parts) {
                double[] own = values[part.ordinal()];
                String name = block.name() + " (" + part.title;
                if (cyclic && part.period > 0) {
                    made.add(NumberBlock.of(name + ", sine)", looked(own, part.circle(Math::sin))));
                    made.add(NumberBlock.of(name + ", cosine)", looked(own, part.circle(Math::cos))));
                } else {
                    made.add(NumberBlock.of(name + ")", own));
                }
            }
            return made;
        }

        private static double[] looked(double[] values, double[] circle) {
            double[] found = new double[values.length];
            for (int row = 0; row < found.length; row++) {
                found[row] = Double.isNaN(values[row]) ? Double.NaN : circle[(int) values[row]];
            }
            return found;
        }
    }
}
