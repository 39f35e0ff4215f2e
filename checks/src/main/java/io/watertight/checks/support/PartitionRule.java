package io.watertight.checks.support;

import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Values of a column that go with classes of the target: one with one (a copy), many with one (a finer label) or one with many
 * (a coarser label).
 *
 * @param column the column
 * @param groups values and the classes they go with; each value and each class in one group
 */
public record PartitionRule(String column, List<Group> groups) {

    /** Values, as canonical text, and the classes they go with, as indices. */
    public record Group(List<String> texts, List<Integer> labels) {
        public Group {
            texts = List.copyOf(texts);
            labels = List.copyOf(labels);
        }
    }

    public PartitionRule {
        groups = List.copyOf(groups);
    }

    /** The partition that a sample suggests, if it holds there (but for so few exceptions that all rows may decide). */
    public static Optional<PartitionRule> of(String column, Levels levels, int[] labels, int classes) {
        if (levels.count() < 2) {
            return Optional.empty();
        }
        long[][] table = levels.table(labels, classes);
        Purity byLevel = Purity.of(table);
        if (byLevel.mayBeExact()) {
            Map<Integer, List<String>> texts = new TreeMap<>();
            for (int level = 0; level < table.length; level++) {
                texts.computeIfAbsent(byLevel.winners().get(level), label -> new ArrayList<>())
                        .add(levels.texts().get(level));
            }
            return Optional.of(new PartitionRule(
                    column,
                    texts.entrySet().stream()
                            .map(entry -> new Group(entry.getValue(), List.of(entry.getKey())))
                            .toList()));
        }
        long[][] turned = Purity.turned(table, classes);
        Purity byClass = Purity.of(turned);
        if (!byClass.mayBeExact() || byClass.distinctWinners() < levels.count()) {
            return Optional.empty();
        }
        int[] present = IntStream.range(0, classes)
                .filter(label -> Arrays.stream(turned[label]).sum() > 0)
                .toArray();
        Map<Integer, List<Integer>> joined = new TreeMap<>();
        for (int index = 0; index < present.length; index++) {
            joined.computeIfAbsent(byClass.winners().get(index), level -> new ArrayList<>())
                    .add(present[index]);
        }
        return Optional.of(new PartitionRule(
                column,
                joined.entrySet().stream()
                        .map(entry -> new Group(List.of(levels.texts().get(entry.getKey())), entry.getValue()))
                        .toList()));
    }

    public int levels() {
        return groups.stream().mapToInt(group -> group.texts().size()).sum();
    }

    public boolean isOneToOne() {
        return !isFiner() && !isCoarser();
    }

    public boolean isFiner() {
        return groups.stream().anyMatch(group -> group.texts().size() > 1);
    }

    public boolean isCoarser() {
        return groups.stream().anyMatch(group -> group.labels().size() > 1);
    }

    /** What proves it on all training rows. */
    public Set<Statistic<?>> needs() {
        return groups.stream().map(this::within).collect(Collectors.toSet());
    }

    private CountWhere within(Group group) {
        return CountWhere.train(new Condition.IsOneOf(column, group.texts()));
    }

    /**
     * The proof. Values that the sample did not hold are exceptions.
     *
     * @param searched log10 of the number of columns that were looked at
     */
    public ExactRelation prove(Statistics statistics, double searched) {
        long[] defined = statistics.get(within(groups.get(0))).definedByClass();
        long agreeing = 0;
        long[] counts = new long[groups.size()];
        int labels = 0;
        for (int index = 0; index < counts.length; index++) {
            Group group = groups.get(index);
            long[] matched = statistics.get(within(group)).matchedByClass();
            agreeing +=
                    group.labels().stream().mapToLong(label -> matched[label]).sum();
            counts[index] =
                    group.labels().stream().mapToLong(label -> defined[label]).sum();
            labels += group.labels().size();
        }
        long rows = Arrays.stream(defined).sum();
        double tried = searched + Math.max(levels(), labels) * Math.log10(groups.size());
        double luck = Luck.ofOrder(counts, rows - agreeing, tried);
        return new ExactRelation(List.of(column), rows, rows - agreeing, Luck.rarest(counts), luck);
    }
}
