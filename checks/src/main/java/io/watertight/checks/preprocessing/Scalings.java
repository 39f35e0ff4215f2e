package io.watertight.checks.preprocessing;

import io.watertight.checks.support.Decimals;
import io.watertight.core.check.StudyView;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.PartProfile;
import io.watertight.core.study.Column;
import io.watertight.core.study.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the traces of scalers: from the profile of all rows, the robust one from rows in memory. */
final class Scalings {

    /** What arithmetic in single precision leaves of a mean. */
    private static final double ARITHMETIC = 5e-7;

    /** The training rows are off by this many times what rounding explains. */
    private static final double DISCERNIBLE = 10;

    /** An extreme counts as reached when it is this close. */
    private static final double REACHED = 1e-6;

    /** Of the columns that lie within a range, this share must reach both ends: pixels and proportions do not. */
    private static final double ALL_BUT_A_FEW = 0.9;

    /** Fewer columns than this whose extremes lie outside of training may be chance. */
    private static final int SEVERAL = 3;

    private Scalings() {}

    static List<Scaling> of(Scaling.Kind kind, StudyView view) {
        List<Column> numbers = view.study().features().stream()
                .filter(column -> column.isNumber() && !column.integral())
                .filter(column -> isDivided(view, column))
                .toList();
        return switch (kind) {
            case STANDARD -> standard(view, numbers);
            case UNIT_RANGE, SYMMETRIC_RANGE, LARGEST_ONE -> range(kind, view, numbers);
            case ROBUST -> view.sample().isComplete() ? robust(view, numbers) : List.of();
        };
    }

    /** Whether both training and other rows have values that vary. */
    private static boolean isDivided(StudyView view, Column column) {
        PartProfile all = view.profile().column(column.name()).all();
        return training(view, column)
                .filter(train -> train.present() >= 3 && train.present() < all.present())
                .filter(train -> all.minimum() < all.maximum() && Double.isFinite(all.deviation()))
                .isPresent();
    }

    private static Optional<PartProfile> training(StudyView view, Column column) {
        return Optional.ofNullable(view.profile().column(column.name()).parts().get(Part.TRAIN));
    }

    private static List<Scaling> standard(StudyView view, List<Column> numbers) {
        List<Scaling> found = new ArrayList<>();
        for (Column column : numbers) {
            PartProfile all = view.profile().column(column.name()).all();
            int decimals = Decimals.most(view.sample().numbers(column.name()));
            double tolerance = ARITHMETIC + 4 * Decimals.errorOfMean(decimals, all.present());
            double pooled = distance(all);
            double alone = distance(training(view, column).orElseThrow());
            if (pooled <= tolerance && alone > DISCERNIBLE * tolerance) {
                double chance = chance(tolerance, all.present());
                found.add(new Scaling(column.name(), Scaling.Kind.STANDARD, pooled, alone, chance));
            }
        }
        return found;
    }

    /** How far mean and deviation are from 0 and 1; the deviation with n or n-1 below, whichever is nearer. */
    private static double distance(PartProfile part) {
        double population = part.deviation() * Math.sqrt((part.present() - 1.0) / part.present());
        double spread = Math.min(Math.abs(part.deviation() - 1), Math.abs(population - 1));
        return Math.max(Math.abs(part.mean()), spread);
    }

    /**
     * log10 of the chance that {@code rows} standard normal values have a mean within the tolerance of 0 and a deviation, by
     * either definition, within the tolerance of 1: the standard errors are 1 / sqrt(n) and 1 / sqrt(2 n).
     */
    private static double chance(double tolerance, long rows) {
        double mean = 2 * tolerance * Math.sqrt(rows / (2 * Math.PI));
        double deviation = 4 * tolerance * Math.sqrt(2.0 * rows / (2 * Math.PI));
        return Math.log10(Math.min(1, mean)) + Math.log10(Math.min(1, deviation));
    }

    private static List<Scaling> range(Scaling.Kind kind, StudyView view, List<Column> numbers) {
        List<Scaling> within = new ArrayList<>();
        for (Column column : numbers) {
            PartProfile all = view.profile().column(column.name()).all();
            PartProfile train = training(view, column).orElseThrow();
            if (isWithin(kind, all)) {
                within.add(new Scaling(column.name(), kind, missed(kind, all), missed(kind, train), -2));
            }
        }
        List<Scaling> reached =
                within.stream().filter(one -> one.pooled() <= REACHED).toList();
        List<Scaling> outside = reached.stream()
                .filter(one -> one.training() > DISCERNIBLE * REACHED)
                .toList();
        boolean sharp = reached.size() >= ALL_BUT_A_FEW * within.size() && outside.size() >= SEVERAL;
        return sharp ? outside : List.of();
    }

    private static boolean isWithin(Scaling.Kind kind, PartProfile all) {
        double lowest = kind == Scaling.Kind.UNIT_RANGE ? 0 : -1;
        boolean inside = all.minimum() >= lowest - REACHED && all.maximum() <= 1 + REACHED;
        // Both ends at once is the symmetric range; non-negative columns belong to the unit range.
        boolean negative = all.minimum() < -REACHED;
        return inside
                && switch (kind) {
                    case UNIT_RANGE -> true;
                    case SYMMETRIC_RANGE -> negative && missed(kind, all) <= REACHED;
                    case LARGEST_ONE -> negative && missed(Scaling.Kind.SYMMETRIC_RANGE, all) > REACHED;
                    case STANDARD, ROBUST -> false;
                };
    }

    /** How far the extremes stay from the ends of the range. */
    private static double missed(Scaling.Kind kind, PartProfile part) {
        return switch (kind) {
            case UNIT_RANGE -> Math.max(Math.abs(part.minimum()), Math.abs(part.maximum() - 1));
            case SYMMETRIC_RANGE -> Math.max(Math.abs(part.minimum() + 1), Math.abs(part.maximum() - 1));
            case LARGEST_ONE -> Math.abs(Math.max(Math.abs(part.minimum()), Math.abs(part.maximum())) - 1);
            case STANDARD, ROBUST -> Double.NaN;
        };
    }

    private static List<Scaling> robust(StudyView view, List<Column> numbers) {
        List<Scaling> found = new ArrayList<>();
        for (Column column : numbers) {
            double[] all = present(view.sample(), column.name(), false);
            double[] train = present(view.sample(), column.name(), true);
            double tolerance = ARITHMETIC + 2 * Decimals.errorOfValue(Decimals.most(all));
            double pooled = robustDistance(all);
            double alone = robustDistance(train);
            if (pooled <= tolerance && alone > DISCERNIBLE * tolerance) {
                double chance = chance(tolerance, all.length);
                found.add(new Scaling(column.name(), Scaling.Kind.ROBUST, pooled, alone, chance));
            }
        }
        return found;
    }

    private static double[] present(ColumnBatch rows, String column, boolean trainingOnly) {
        double[] values = rows.numbers(column);
        return IntStream.range(0, values.length)
                .filter(row -> !trainingOnly || rows.part(row) == Part.TRAIN)
                .mapToDouble(row -> values[row])
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    private static double robustDistance(double[] sorted) {
        double range = quantile(sorted, 0.75) - quantile(sorted, 0.25);
        return Math.max(Math.abs(quantile(sorted, 0.5)), Math.abs(range - 1));
    }

    /** The quantile by linear interpolation, as numpy's default (Hyndman and Fan's type 7). */
    private static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
