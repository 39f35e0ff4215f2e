package io.watertight.checks.target;

import io.watertight.checks.support.Bands;
import io.watertight.checks.support.CutRule;
import io.watertight.checks.support.Gram;
import io.watertight.checks.support.LabelledSample;
import io.watertight.checks.support.OperandValues;
import io.watertight.core.statistic.Operand.Operator;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Searches sums, differences, products, ratios, minima and maxima of two or three columns of which two classes are a cut. Every
 * pair is compared on a few rows; of the other combinations only those that a linear fit ranks highest are looked at.
 */
final class ClassCombinations {

    private static final int MOST_COLUMNS = 1_000;
    private static final int FEW_ROWS = 256;
    private static final int BEST_PAIRS = 150;
    private static final int MOST_IN_TRIPLES = 25;
    private static final int BEST_TRIPLES = 60;
    private static final int MOST_RULES = 3;

    /** Fewer rows than this are parted by some pair of columns too easily. */
    private static final int FEWEST_ROWS = 100;

    /** A column that nearly parts the classes alone needs no partner. */
    private static final double ALONE = 0.999;

    /** What a combination must reach on the few rows to be looked at on more. */
    private static final double PROMISING = 0.998;

    /** A column with less than this share of the strongest one's strength is only the measure it is compared with. */
    private static final double CARRIES = 0.4;

    /** Where even the strongest column says next to nothing alone, none of them can be told to be the measure only. */
    private static final double SPEAKS = 0.6;

    /** Divisors of zero and missing parts must leave this share of the rows. */
    private static final double DEFINED = 0.5;

    /** A cut of a combination. */
    record Rule(CutRule cuts, String words) {}

    private final LabelledSample all;
    private final LabelledSample few;
    private final LabelledSample screen;
    private final List<String> names;
    private final Map<String, Rule> rules = new LinkedHashMap<>();

    private ClassCombinations(LabelledSample all) {
        this.all = all;
        this.few = all.screen();
        this.screen = few.atMost(FEW_ROWS);
        this.names = ColumnChoice.best(few, MOST_COLUMNS, 1).stream()
                .filter(name -> few.area(name, 1) < ALONE)
                .toList();
    }

    static List<Rule> search(LabelledSample all) {
        ClassCombinations search = new ClassCombinations(all);
        if (all.size() >= FEWEST_ROWS) {
            search.compared();
            search.pairsAndTriples(List.of(Operator.PLUS, Operator.MINUS, Operator.MINIMUM, Operator.MAXIMUM), false);
            search.pairsAndTriples(List.of(Operator.TIMES, Operator.DIVIDED_BY), true);
        }
        return List.copyOf(search.rules.values());
    }

    /** Pairs of which one is smaller than the other in one class only. */
    private void compared() {
        List<double[]> columns = names.stream().map(screen::numbers).toList();
        for (int left = 0; left < names.size(); left++) {
            for (int right = left + 1; right < names.size(); right++) {
                if (isComparison(columns.get(left), columns.get(right))) {
                    verify(
                            Formula.joined(
                                    Operator.MINUS, Formula.column(names.get(left)), Formula.column(names.get(right))),
                            List.of(names.get(left), names.get(right)));
                }
            }
        }
    }

    private boolean isComparison(double[] left, double[] right) {
        int[] wrong = new int[4];
        int defined = 0;
        for (int row = 0; row < left.length; row++) {
            if (Double.isNaN(left[row]) || Double.isNaN(right[row])) {
                continue;
            }
            defined++;
            int label = screen.labels()[row];
            int less = left[row] < right[row] ? 1 : 0;
            int atMost = left[row] <= right[row] ? 1 : 0;
            wrong[0] += less ^ label;
            wrong[1] += 1 ^ less ^ label;
            wrong[2] += atMost ^ label;
            wrong[3] += 1 ^ atMost ^ label;
            if (Math.min(Math.min(wrong[0], wrong[1]), Math.min(wrong[2], wrong[3])) > 1) {
                return false;
            }
        }
        return defined >= FEWEST_ROWS / 2;
    }

    private void pairsAndTriples(List<Operator> operators, boolean logarithms) {
        List<double[]> columns = names.stream()
                .map(screen::numbers)
                .map(values -> logarithms ? logarithm(values) : values)
                .toList();
        Gram gram = Gram.of(columns, screen.target());
        List<int[]> pairs = gram.bestPairs(BEST_PAIRS);
        for (int[] pair : pairs) {
            for (Operator operator : operators) {
                consider(operator, Formula.column(names.get(pair[0])), pair[1], pair);
            }
        }
        if (!rules.isEmpty()) {
            return;
        }
        int[] among = pairs.stream()
                .flatMapToInt(Arrays::stream)
                .distinct()
                .limit(MOST_IN_TRIPLES)
                .toArray();
        for (int[] triple : gram.bestTriples(among, BEST_TRIPLES)) {
            for (Operator first : operators.subList(0, 2)) {
                Formula two = Formula.joined(
                        first, Formula.column(names.get(triple[0])), Formula.column(names.get(triple[1])));
                for (Operator second : operators.subList(0, 2)) {
                    consider(second, two, triple[2], triple);
                }
            }
        }
    }

    private static double[] logarithm(double[] values) {
        return Arrays.stream(values)
                .map(value -> value == 0 ? Double.NaN : Math.log(Math.abs(value)))
                .toArray();
    }

    private void consider(Operator operator, Formula left, int right, int[] members) {
        Formula formula = Formula.joined(operator, left, Formula.column(names.get(right)));
        if (screen.area(OperandValues.of(screen, formula.operand()), 1) >= PROMISING) {
            verify(formula, Arrays.stream(members).mapToObj(names::get).toList());
        }
    }

    private void verify(Formula formula, List<String> columns) {
        List<String> carriers = carriers(columns);
        String key = String.join("\0", carriers.stream().sorted().toList());
        if (rules.size() >= MOST_RULES
                || rules.containsKey(key)
                || bands(few, formula).isEmpty()) {
            return;
        }
        bands(all, formula).ifPresent(bands -> {
            CutRule cuts = CutRule.of(carriers, formula.operand(), bands, 2);
            rules.put(key, new Rule(cuts, formula.words()));
        });
    }

    /** The columns that carry the outcome: what is paid, but not the amount that it is compared with. */
    private List<String> carriers(List<String> columns) {
        double strongest = columns.stream()
                .mapToDouble(column -> few.area(column, 1))
                .max()
                .orElse(0.5);
        return columns.stream()
                .filter(column -> strongest < SPEAKS || few.area(column, 1) - 0.5 > CARRIES * (strongest - 0.5))
                .toList();
    }

    private static Optional<Bands> bands(LabelledSample sample, Formula formula) {
        double[] values = OperandValues.of(sample, formula.operand());
        long defined =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
        if (defined < DEFINED * sample.size()) {
            return Optional.empty();
        }
        return Bands.of(values, sample.labels(), 2).filter(bands -> bands.ends().length == 1 && bands.isDefined());
    }
}
