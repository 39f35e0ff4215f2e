package io.watertight.checks.support;

import io.watertight.core.check.StudyView;
import io.watertight.core.data.CodeVector;
import io.watertight.core.data.NumberVector;
import io.watertight.core.numeric.OutOfFold;
import io.watertight.core.numeric.Ranks;
import io.watertight.core.numeric.Strength;
import io.watertight.core.statistic.ContingencyTable;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Column;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The out-of-fold strength of features, and whether the problem as a whole is an easy one. */
public final class FeatureStrength {

    /** Columns this alike by rank are one column told twice. */
    private static final double TWINS = 0.95;

    /** Rows that are enough to see that two columns are alike. */
    private static final int ROWS_FOR_TWINS = 5_000;

    /** A problem in which this share of the features is about as strong as the best is easy, not leaking. */
    private static final double EASY_SHARE = 0.25;

    private FeatureStrength() {}

    /** The questions behind {@link #of}. */
    public static Set<Statistic<?>> needs(StudyView view, List<Column> columns) {
        Set<Statistic<?>> needs = new LinkedHashSet<>();
        columns.forEach(column -> needs.add(view.contingency(column.name())));
        return needs;
    }

    /** Every feature that the sample holds. */
    public static List<Column> features(StudyView view) {
        return view.study().features().stream()
                .filter(column -> view.sample().has(column.name()))
                .toList();
    }

    public static Strength of(StudyView view, Statistics statistics, String column) {
        ContingencyTable table = statistics.get(view.contingency(column));
        return view.outcome().orElseThrow().isClasses() ? OutOfFold.ofClasses(table) : OutOfFold.ofNumbers(table);
    }

    /** Strengths of these columns, strongest first. */
    public static List<Strength> of(StudyView view, Statistics statistics, List<Column> columns) {
        return columns.stream()
                .map(column -> of(view, statistics, column.name()))
                .sorted(Comparator.comparingDouble(Strength::value).reversed())
                .toList();
    }

    /**
     * Whether many features are strong together, as in data sets where nature itself separates the classes: at least three, and
     * a quarter of all, have half the power of the best.
     */
    public static boolean isEasyProblem(List<Strength> strengths) {
        if (strengths.isEmpty()) {
            return false;
        }
        double half = strengths.get(0).power() / 2;
        long strong = strengths.stream()
                .filter(one -> one.power() >= half && one.z() > 4)
                .count();
        long needed = strengths.size() <= 5 ? 2 : 3;
        return strong >= needed && strong >= EASY_SHARE * strengths.size();
    }

    /** Whether two columns order the sample's rows (nearly) alike, so that they count as one. */
    public static boolean areTwins(StudyView view, String left, String right) {
        double[] first = numbers(view, left);
        double[] second = numbers(view, right);
        return first.length > 0 && second.length > 0 && Math.abs(Ranks.spearman(first, second)) >= TWINS;
    }

    private static double[] numbers(StudyView view, String column) {
        if (view.sample().column(column) instanceof NumberVector numbers) {
            return Arrays.copyOf(numbers.values(), Math.min(ROWS_FOR_TWINS, numbers.values().length));
        }
        CodeVector codes = (CodeVector) view.sample().column(column);
        if (codes.dictionary().size() != 2) {
            return new double[0];
        }
        return Arrays.stream(codes.codes(), 0, Math.min(ROWS_FOR_TWINS, codes.codes().length))
                .mapToDouble(code -> code < 0 ? Double.NaN : code)
                .toArray();
    }
}
