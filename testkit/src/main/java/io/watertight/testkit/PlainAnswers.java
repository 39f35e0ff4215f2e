package io.watertight.testkit;

import io.watertight.core.data.RowHash;
import io.watertight.core.statistic.Binning;
import io.watertight.core.statistic.Contingency;
import io.watertight.core.statistic.ContingencyTable;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Dependency;
import io.watertight.core.statistic.DependencyReport;
import io.watertight.core.statistic.Moments;
import io.watertight.core.statistic.MomentsWhere;
import io.watertight.core.statistic.NewLevels;
import io.watertight.core.statistic.NewLevelsReport;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Scope;
import io.watertight.core.statistic.Sequence;
import io.watertight.core.statistic.SequenceReport;
import io.watertight.core.statistic.Tally;
import io.watertight.core.statistic.TimeSpan;
import io.watertight.core.statistic.TimeSpanReport;
import io.watertight.core.study.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The answers to most statistics by loops over rows, as their documentation defines them: slow, plain, without SQL. */
final class PlainAnswers {

    private final PlainTable table;
    private final Outcome outcome;
    private final PlainConditions conditions;

    PlainAnswers(PlainTable table, Outcome outcome) {
        this.table = table;
        this.outcome = outcome;
        this.conditions = new PlainConditions(table);
    }

    /** Rows of a scope, in order. */
    List<Integer> rows(Scope scope) {
        return IntStream.range(0, table.rows().size())
                .filter(row -> switch (scope) {
                    case TRAIN -> table.parts().get(row) == Part.TRAIN;
                    case TEST -> table.parts().get(row) == Part.TEST;
                    case ALL -> true;
                })
                .boxed()
                .toList();
    }

    /** The class of a row, or the fifth its number is in; -1 without a target. */
    int group(int row) {
        String column = outcome.target().column();
        if (outcome.isClasses()) {
            String text = table.text(row, column);
            return text == null ? -1 : outcome.target().classes().indexOf(text);
        }
        Double number = table.number(row, column);
        return number == null ? -1 : outcome.fifth(outcome.cutsBelow(number));
    }

    boolean isLabelled(int row) {
        return group(row) >= 0;
    }

    /** The target as a number: the class's index, or the number itself. */
    double target(int row) {
        return outcome.isClasses()
                ? group(row)
                : Objects.requireNonNull(table.number(row, outcome.target().column()));
    }

    Tally answer(CountWhere question) {
        List<Integer> rows = rows(question.scope());
        long defined = 0;
        long matched = 0;
        long[] definedByClass = new long[outcome.classes()];
        long[] matchedByClass = new long[outcome.classes()];
        List<Long> examples = new ArrayList<>();
        for (int row : rows) {
            Boolean holds = conditions.holds(question.condition(), row);
            if (holds == null) {
                continue;
            }
            defined++;
            matched += holds ? 1 : 0;
            if (isLabelled(row)) {
                definedByClass[group(row)]++;
                matchedByClass[group(row)] += holds ? 1 : 0;
            }
            if (holds && examples.size() < 10) {
                examples.add((long) row);
            }
        }
        return new Tally(rows.size(), defined, matched, definedByClass, matchedByClass, examples);
    }

    ContingencyTable answer(Contingency question) {
        Binning binning = question.binning();
        double[][][] cells = new double[binning.bins()][Contingency.FOLDS][outcome.isClasses() ? outcome.classes() : 5];
        for (int row : rows(Scope.TRAIN)) {
            if (!isLabelled(row)) {
                continue;
            }
            double[] cell = cells[bin(question, row)][RowHash.fold(row, Contingency.FOLDS)];
            if (outcome.isClasses()) {
                cell[group(row)]++;
            } else {
                double y = target(row);
                double rank = outcome.rank(outcome.cutsBelow(y));
                double[] values = {1, y, y * y, rank, rank * rank};
                for (int index = 0; index < 5; index++) {
                    cell[index] += values[index];
                }
            }
        }
        return new ContingencyTable(question.column(), binning, cells);
    }

    private int bin(Contingency question, int row) {
        Object value = table.value(row, question.column());
        if (value == null) {
            return question.binning().bins() - 1;
        }
        if (question.binning() instanceof Binning.Cuts cuts) {
            int bin = 0;
            double number =
                    value instanceof Double some ? some : Objects.requireNonNull(table.number(row, question.column()));
            while (bin < cuts.cuts().length && number > cuts.cuts()[bin]) {
                bin++;
            }
            return bin;
        }
        List<String> texts = ((Binning.Levels) question.binning()).texts();
        int index = texts.indexOf(table.text(row, question.column()));
        return index < 0 ? texts.size() : index;
    }

    Moments answer(MomentsWhere question) {
        double[] values = rows(question.scope()).stream()
                .filter(row -> question.where().isEmpty()
                        || Boolean.TRUE.equals(conditions.holds(question.where().get(), row)))
                .map(row -> conditions.value(question.value(), row))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        int n = values.length;
        double mean =
                IntStream.range(0, n).mapToDouble(i -> values[i]).average().orElse(Double.NaN);
        double squares = IntStream.range(0, n)
                .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                .sum();
        double median = n == 0 ? Double.NaN : (values[(n - 1) / 2] + values[n / 2]) / 2;
        return new Moments(n, mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)), median);
    }

    DependencyReport answer(Dependency question) {
        Map<String, Map<String, Long>> pairs = new HashMap<>();
        Set<String> dependents = new HashSet<>();
        long rows = 0;
        for (int row : rows(question.scope())) {
            String determinant = table.text(row, question.determinant());
            String dependent = table.text(row, question.dependent());
            if (determinant != null && dependent != null) {
                pairs.computeIfAbsent(determinant, key -> new HashMap<>()).merge(dependent, 1L, Long::sum);
                dependents.add(dependent);
                rows++;
            }
        }
        long pairCount = 0;
        long repeated = 0;
        long exceptions = 0;
        for (Map<String, Long> counts : pairs.values()) {
            long total = counts.values().stream().mapToLong(Long::longValue).sum();
            pairCount += counts.size();
            repeated += total > 1 ? total : 0;
            exceptions += total
                    - counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
        }
        return new DependencyReport(rows, pairs.size(), dependents.size(), pairCount, repeated, exceptions);
    }

    NewLevelsReport answer(NewLevels question) {
        Set<String> train = new HashSet<>();
        rows(Scope.TRAIN).forEach(row -> train.add(String.valueOf(table.text(row, question.column()))));
        Set<String> test = new HashSet<>();
        Set<String> fresh = new HashSet<>();
        long testRows = 0;
        long newRows = 0;
        for (int row : rows(Scope.TEST)) {
            String text = table.text(row, question.column());
            if (text != null) {
                testRows++;
                test.add(text);
                if (!train.contains(text)) {
                    newRows++;
                    fresh.add(text);
                }
            }
        }
        return new NewLevelsReport(test.size(), fresh.size(), newRows, testRows, List.copyOf(fresh));
    }

    TimeSpanReport answer(TimeSpan question) {
        double[] train = numbers(Scope.TRAIN, question.column());
        double[] test = numbers(Scope.TEST, question.column());
        double trainMaximum = maximum(train);
        double testMinimum = minimum(test);
        List<Long> examples = rows(Scope.TEST).stream()
                .filter(row -> {
                    Double time = table.number(row, question.column());
                    return time != null && time < trainMaximum;
                })
                .limit(10)
                .map(Integer::longValue)
                .toList();
        return new TimeSpanReport(
                minimum(train),
                trainMaximum,
                testMinimum,
                maximum(test),
                test.length,
                count(test, time -> time < trainMaximum),
                count(test, time -> count(train, other -> other == time) > 0),
                train.length,
                count(train, time -> time > testMinimum),
                examples);
    }

    private static long count(double[] values, DoublePredicate condition) {
        return Arrays.stream(values).filter(condition).count();
    }

    private double[] numbers(Scope scope, String column) {
        return rows(scope).stream()
                .map(row -> table.number(row, column))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static double minimum(double[] values) {
        return Arrays.stream(values).min().orElse(Double.NaN);
    }

    private static double maximum(double[] values) {
        return Arrays.stream(values).max().orElse(Double.NaN);
    }

    SequenceReport answer(Sequence question) {
        List<Integer> rows = new ArrayList<>(
                rows(Scope.TRAIN).stream().filter(this::isLabelled).toList());
        if (question.orderBy().isPresent()) {
            String column = question.orderBy().get();
            rows.removeIf(row -> order(row, column) == null);
            rows.sort(Comparator.comparingDouble(row -> Objects.requireNonNull(order(row, column))));
        }
        int n = rows.size();
        double[][] blocks = new double[Sequence.BLOCKS][outcome.isClasses() ? outcome.classes() : 3];
        long same = 0;
        for (int index = 0; index < n; index++) {
            int row = rows.get(index);
            double[] block = blocks[(int) ((long) index * Sequence.BLOCKS / n)];
            if (outcome.isClasses()) {
                block[group(row)]++;
                same += index > 0 && group(rows.get(index - 1)) == group(row) ? 1 : 0;
            } else {
                block[0]++;
                block[1] += target(row);
                block[2] += target(row) * target(row);
            }
        }
        return new SequenceReport(n, same, outcome.isClasses() ? Double.NaN : correlation(rows), blocks);
    }

    private @Nullable Double order(int row, String column) {
        return table.value(row, column) instanceof Double some ? some : table.number(row, column);
    }

    private double correlation(List<Integer> rows) {
        int n = rows.size() - 1;
        double[] x = IntStream.range(0, Math.max(0, n))
                .mapToDouble(i -> target(rows.get(i)))
                .toArray();
        double[] y = IntStream.range(0, Math.max(0, n))
                .mapToDouble(i -> target(rows.get(i + 1)))
                .toArray();
        double meanX = Arrays.stream(x).average().orElse(0);
        double meanY = Arrays.stream(y).average().orElse(0);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int index = 0; index < n; index++) {
            xx += (x[index] - meanX) * (x[index] - meanX);
            yy += (y[index] - meanY) * (y[index] - meanY);
            xy += (x[index] - meanX) * (y[index] - meanY);
        }
        return n < 2 || xx <= 0 || yy <= 0 ? Double.NaN : xy / Math.sqrt(xx * yy);
    }
}
