package io.watertight.checks.target;

import io.watertight.checks.support.EqualRule;
import io.watertight.checks.support.Gram;
import io.watertight.checks.support.LabelledSample;
import io.watertight.checks.support.LinearFit;
import io.watertight.checks.support.OperandValues;
import io.watertight.core.statistic.Operand.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Searches sums, differences, products, ratios, minima and maxima of two or three columns that equal a numeric target. Pairs and
 * triples are ranked by what they explain on the screening rows; only the best are fitted, so the work is bounded by the square
 * of the number of columns.
 */
final class NumberCombinations {

    /** Columns looked at in pairs, those with the most to say about the target. */
    private static final int MOST_COLUMNS = 1_000;

    private static final int SCREEN = 500;
    private static final int MOST_IN_TRIPLES = 40;
    private static final int FITTED = 100;
    private static final int MOST_RULES = 3;

    /** The share of the target's deviation that rounding may hide. */
    private static final double ROUNDED = 0.005;

    /** Without one of its columns a combination must fail in this share of the rows, or the column is only decoration. */
    private static final double NEEDED = 0.05;

    /** What columns explain linearly on the screening rows, at least, if they are the target. */
    private static final double EXPLAINED = 0.8;

    /** The scale on which the target is a sum. */
    private enum Scale {
        SUM,
        PRODUCT,
        SUM_OF_LOGARITHMS
    }

    private final LabelledSample all;
    private final LabelledSample few;
    private final LabelledSample screen;
    private final List<String> names;
    private final List<EqualRule> rules = new ArrayList<>();

    private NumberCombinations(LabelledSample all) {
        this.all = all;
        this.few = all.screen();
        this.screen = few.atMost(SCREEN);
        this.names = ColumnChoice.best(screen, MOST_COLUMNS, 1 - 1e-9);
    }

    static List<EqualRule> search(LabelledSample all) {
        NumberCombinations search = new NumberCombinations(all);
        search.extremes();
        for (Scale scale : Scale.values()) {
            if (search.rules.size() < MOST_RULES) {
                search.search(scale);
            }
        }
        return search.rules;
    }

    private void search(Scale scale) {
        List<double[]> columns =
                names.stream().map(name -> scaled(scale, screen.numbers(name))).toList();
        Gram gram = Gram.of(columns, goal(scale, screen));
        boolean[] complete = new boolean[columns.size()];
        for (int index = 0; index < complete.length; index++) {
            complete[index] = Arrays.stream(columns.get(index)).noneMatch(Double::isNaN);
        }
        List<int[]> pairs = gram.bestPairs(FITTED);
        pairs.stream()
                .filter(pair -> isWorthAFit(gram.share(pair[0], pair[1]), pair, complete))
                .forEach(pair -> verify(scale, pair));
        if (rules.isEmpty()) {
            int[] among = IntStream.concat(
                            IntStream.range(0, names.size())
                                    .boxed()
                                    .sorted(Comparator.comparingDouble(column -> -gram.share(column)))
                                    .limit(MOST_IN_TRIPLES / 2)
                                    .mapToInt(Integer::intValue),
                            pairs.stream().flatMapToInt(Arrays::stream))
                    .distinct()
                    .limit(MOST_IN_TRIPLES)
                    .toArray();
            gram.bestTriples(among, FITTED).stream()
                    .filter(triple -> isWorthAFit(gram.share(triple[0], triple[1], triple[2]), triple, complete))
                    .forEach(triple -> verify(scale, triple));
        }
    }

    /** Without missing values, columns that are the target explain nearly all of it; a wild row may spoil a little. */
    private static boolean isWorthAFit(double share, int[] members, boolean[] complete) {
        return share >= EXPLAINED || Arrays.stream(members).anyMatch(member -> !complete[member]);
    }

    private static double[] goal(Scale scale, LabelledSample sample) {
        return scale == Scale.PRODUCT ? scaled(scale, sample.target()) : sample.target();
    }

    private static double[] scaled(Scale scale, double[] values) {
        return switch (scale) {
            case SUM -> values;
            case PRODUCT -> map(values, value -> value == 0 ? Double.NaN : Math.log(Math.abs(value)));
            case SUM_OF_LOGARITHMS -> map(values, value -> value > 0 ? Math.log(value) : Double.NaN);
        };
    }

    private static double[] map(double[] values, DoubleUnaryOperator operator) {
        return Arrays.stream(values).map(operator).toArray();
    }

    private void verify(Scale scale, int[] members) {
        if (rules.size() >= MOST_RULES) {
            return;
        }
        List<String> columns = Arrays.stream(members).mapToObj(names::get).toList();
        Optional.of(columns)
                .filter(some -> isPromising(scale, some))
                .flatMap(some -> rule(scale, few, some))
                .filter(rule -> isNeeded(scale, columns, 2 * rule.tolerance()))
                .flatMap(rule -> rule(scale, all, columns))
                .ifPresent(rules::add);
    }

    /** Whether a fit on the screening rows misses few of them by more than rounding. */
    private boolean isPromising(Scale scale, List<String> columns) {
        List<double[]> scaled = columns.stream()
                .map(name -> scaled(scale, screen.numbers(name)))
                .toList();
        double[] goal = goal(scale, screen);
        double tolerance = 2 * ROUNDED * (scale == Scale.PRODUCT ? 1 : EqualRule.deviation(goal));
        return LinearFit.of(scaled, goal)
                .filter(fit -> fit.missed(scaled, goal, tolerance) < NEEDED)
                .isPresent();
    }

    private boolean isNeeded(Scale scale, List<String> columns, double tolerance) {
        return columns.stream().allMatch(left -> {
            List<String> others =
                    columns.stream().filter(one -> !one.equals(left)).toList();
            return fits(scale, few, others).noneMatch(formula -> exceptions(formula, tolerance) < NEEDED);
        });
    }

    private Optional<EqualRule> rule(Scale scale, LabelledSample sample, List<String> columns) {
        return fits(scale, sample, columns)
                .flatMap(formula ->
                        EqualRule.of(sample, columns, formula.operand(), formula.words(), formula.rounding()).stream())
                .findFirst();
    }

    private double exceptions(Formula formula, double tolerance) {
        double[] values = OperandValues.of(few, formula.operand());
        return IntStream.range(0, values.length)
                .filter(row -> !Double.isNaN(values[row]))
                .mapToDouble(row -> Math.abs(values[row] - few.target()[row]) <= tolerance ? 0 : 1)
                .average()
                .orElse(1);
    }

    /** The formula with round weights, and with the weights as fitted. */
    private static Stream<Formula> fits(Scale scale, LabelledSample sample, List<String> columns) {
        List<double[]> scaled = columns.stream()
                .map(name -> scaled(scale, sample.numbers(name)))
                .toList();
        double deviation = EqualRule.deviation(sample.target());
        return LinearFit.of(scaled, goal(scale, sample)).stream().flatMap(fit -> switch (scale) {
            case SUM -> Stream.of(fit.rounded(deviation), fit).map(one -> Formula.sum(columns, one, false));
            case PRODUCT -> Formula.products(columns, fit);
            case SUM_OF_LOGARITHMS ->
                Stream.of(fit.rounded(deviation), fit).map(one -> Formula.sum(columns, one, true));
        });
    }

    /** Pairs of columns of which one or the other equals the target in (nearly) every row. */
    private void extremes() {
        double[] target = few.target();
        Map<String, boolean[]> equal = new LinkedHashMap<>();
        for (String name : names) {
            double[] numbers = few.numbers(name);
            boolean[] same = new boolean[target.length];
            int count = 0;
            for (int row = 0; row < same.length; row++) {
                same[row] = Math.abs(numbers[row] - target[row]) <= 1e-9 * Math.abs(target[row]);
                count += same[row] ? 1 : 0;
            }
            if (count >= NEEDED * same.length) {
                equal.put(name, same);
            }
        }
        List<String> found = equal.keySet().stream().limit(MOST_IN_TRIPLES).toList();
        for (int i = 0; i < found.size(); i++) {
            for (int j = i + 1; j < found.size(); j++) {
                List<String> columns = List.of(found.get(i), found.get(j));
                Stream.of(Operator.MINIMUM, Operator.MAXIMUM)
                        .map(operator -> Formula.extreme(operator, columns))
                        .filter(formula -> EqualRule.of(few, columns, formula.operand(), formula.words(), 0)
                                .isPresent())
                        .flatMap(formula -> EqualRule.of(all, columns, formula.operand(), formula.words(), 0).stream())
                        .limit(rules.size() < MOST_RULES ? 1 : 0)
                        .forEach(rules::add);
            }
        }
    }
}
