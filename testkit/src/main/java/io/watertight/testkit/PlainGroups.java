package io.watertight.testkit;

import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Repetition;
import io.watertight.core.statistic.RepetitionReport;
import io.watertight.core.statistic.Scope;
import io.watertight.core.statistic.TargetMeans;
import io.watertight.core.statistic.TargetMeansReport;
import io.watertight.core.study.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The answers to statistics about groups of rows by loops over rows. */
final class PlainGroups {

    private final PlainTable table;
    private final Outcome outcome;
    private final PlainAnswers answers;

    PlainGroups(PlainTable table, Outcome outcome) {
        this.table = table;
        this.outcome = outcome;
        this.answers = new PlainAnswers(table, outcome);
    }

    RepetitionReport answer(Repetition question) {
        Map<List<Object>, List<Integer>> groups = new LinkedHashMap<>();
        for (int row : answers.rows(Scope.ALL)) {
            List<Object> key = new ArrayList<>();
            for (String column : question.columns()) {
                key.add(table.value(row, column));
            }
            if (key.stream().anyMatch(Objects::nonNull)) {
                groups.computeIfAbsent(key, absent -> new ArrayList<>()).add(row);
            }
        }
        List<List<Integer>> all = List.copyOf(groups.values());
        List<List<Integer>> repeated =
                all.stream().filter(group -> group.size() > 1).toList();
        List<List<Integer>> shared = all.stream()
                .filter(group -> in(group, Part.TRAIN) > 0 && in(group, Part.TEST) > 0)
                .toList();
        List<List<Integer>> labelled = all.stream().map(this::labelled).toList();
        List<List<Integer>> labelledRepeated =
                labelled.stream().filter(group -> group.size() > 1).toList();
        List<List<Integer>> conflicting =
                all.stream().filter(this::isConflicting).toList();
        List<List<Long>> examples = repeated.stream()
                .sorted(Comparator.<List<Integer>>comparingInt(group -> shared.contains(group) ? 0 : 1)
                        .thenComparingInt(group -> group.get(0)))
                .limit(10)
                .map(group -> group.stream().limit(5).map(Integer::longValue).toList())
                .toList();
        return new RepetitionReport(
                rows(all),
                all.size(),
                repeated.size(),
                rows(repeated),
                all.stream().mapToLong(List::size).max().orElse(0),
                all.stream().filter(group -> in(group, Part.TRAIN) > 0).count(),
                all.stream().filter(group -> in(group, Part.TEST) > 0).count(),
                shared.size(),
                shared.stream().mapToLong(group -> in(group, Part.TEST)).sum(),
                shared.stream().mapToLong(group -> in(group, Part.TRAIN)).sum(),
                labelled.stream()
                        .mapToDouble(group -> group.size() * (group.size() - 1) / 2.0)
                        .sum(),
                outcome.isClasses()
                        ? labelled.stream().mapToDouble(this::agreeing).sum()
                        : 0,
                outcome.isClasses()
                        ? 0
                        : labelledRepeated.stream().mapToDouble(this::squares).sum(),
                rows(labelledRepeated),
                labelledRepeated.size(),
                conflicting.size(),
                rows(conflicting),
                examples);
    }

    private static long rows(List<List<Integer>> groups) {
        return groups.stream().mapToLong(List::size).sum();
    }

    private long in(List<Integer> group, Part part) {
        return group.stream().filter(row -> table.parts().get(row) == part).count();
    }

    private List<Integer> labelled(List<Integer> group) {
        return group.stream()
                .filter(row -> table.parts().get(row) == Part.TRAIN && answers.isLabelled(row))
                .toList();
    }

    private boolean isConflicting(List<Integer> group) {
        return group.stream()
                        .filter(answers::isLabelled)
                        .map(answers::target)
                        .distinct()
                        .count()
                > 1;
    }

    private double agreeing(List<Integer> group) {
        double pairs = 0;
        for (int one = 0; one < group.size(); one++) {
            for (int other = 0; other < one; other++) {
                pairs += answers.group(group.get(one)) == answers.group(group.get(other)) ? 1 : 0;
            }
        }
        return pairs;
    }

    private double squares(List<Integer> group) {
        double mean = group.stream().mapToDouble(answers::target).average().orElse(0);
        return group.stream()
                .mapToDouble(row -> Math.pow(answers.target(row) - mean, 2))
                .sum();
    }

    TargetMeansReport answer(TargetMeans question) {
        Map<Object, List<Integer>> groups = new LinkedHashMap<>();
        for (int row : answers.rows(Scope.ALL)) {
            Object key = table.value(row, question.key());
            if (key != null && table.number(row, question.value()) != null && answers.isLabelled(row)) {
                groups.computeIfAbsent(key, absent -> new ArrayList<>()).add(row);
            }
        }
        long[] counts = new long[10];
        counts[1] = groups.size();
        for (List<Integer> group : groups.values()) {
            List<Integer> train = labelled(group);
            double all = mean(group);
            boolean differs = !train.isEmpty() && !near(all, mean(train));
            counts[6] += differs ? 1 : 0;
            for (int row : group) {
                double value = Objects.requireNonNull(table.number(row, question.value()));
                boolean isAll = near(value, all);
                boolean isTrain = !train.isEmpty() && near(value, mean(train));
                List<Integer> others =
                        group.stream().filter(other -> other != row).toList();
                counts[0]++;
                counts[2] += group.size() > 1 ? 1 : 0;
                counts[3] += isAll ? 1 : 0;
                counts[4] += isTrain ? 1 : 0;
                counts[5] += !others.isEmpty() && near(value, mean(others)) ? 1 : 0;
                counts[7] += differs ? 1 : 0;
                counts[8] += differs && isAll ? 1 : 0;
                counts[9] += differs && isTrain ? 1 : 0;
            }
        }
        return new TargetMeansReport(
                counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6], counts[7], counts[8],
                counts[9]);
    }

    private double mean(List<Integer> rows) {
        return rows.stream()
                .mapToDouble(row -> outcome.isClasses()
                        ? answers.group(row) == outcome.target().positive() ? 1 : 0
                        : answers.target(row))
                .average()
                .orElse(Double.NaN);
    }

    private static boolean near(double value, double mean) {
        return Math.abs(value - mean) <= TargetMeans.TOLERANCE;
    }
}
