package io.watertight.ml.transform;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.TrainingSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

        /** The part of a time that is not missing. */
        double of(double seconds, double median) {
            double day = Math.floor(seconds / SECONDS_OF_DAY);
            return switch (this) {
                case YEAR -> LocalDate.ofEpochDay((long) day).getYear();
                case MONTH -> LocalDate.ofEpochDay((long) day).getMonthValue();
                case DAY_OF_WEEK -> Math.floorMod((long) day + 3, 7) + 1;
                case HOUR -> Math.floor((seconds - day * SECONDS_OF_DAY) / 3600);
                case ELAPSED -> (seconds - median) / SECONDS_OF_DAY;
            };
        }
    }

    @Override
    Lesson begin(TrainingSet training, FitContext context) {
        return block -> block instanceof NumberBlock times ? Optional.of(learn(times)) : Optional.empty();
    }

    private Piece learn(NumberBlock times) {
        double[] seconds = dates(times.values());
        double median = Numbers.quantile(Numbers.present(seconds), 0.5);
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (Part part : Part.values()) {
            if (varies(values(part, seconds, median))) {
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

    private static double[] values(Part part, double[] seconds, double median) {
        double[] values = new double[seconds.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = Double.isNaN(seconds[row]) ? Double.NaN : part.of(seconds[row], median);
        }
        return values;
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
            double[] seconds = dates(((NumberBlock) block).values());
            List<Block> made = new ArrayList<>();
            for (Part part : parts) {
                double[] values = values(part, seconds, median);
                String name = block.name() + " (" + part.title;
                if (cyclic && part.period > 0) {
                    double turn = 2 * Math.PI / part.period;
                    double[] sines = new double[values.length];
                    Arrays.setAll(sines, row -> Math.sin(turn * values[row]));
                    double[] cosines = new double[values.length];
                    Arrays.setAll(cosines, row -> Math.cos(turn * values[row]));
                    made.add(NumberBlock.of(name + ", sine)", sines));
                    made.add(NumberBlock.of(name + ", cosine)", cosines));
                } else {
                    made.add(NumberBlock.of(name + ")", values));
                }
            }
            return made;
        }
    }
}
