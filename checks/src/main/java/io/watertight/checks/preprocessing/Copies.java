package io.watertight.checks.preprocessing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds classes that were enlarged by copying rows. */
final class Copies {

    /** Rows that agree in fewer features may agree by chance. */
    private static final int FEWEST_FEATURES = 3;

    /**
     * Copies drawn at random are spread evenly: the number of copies of a row is Poisson, whose variance is its mean. Rows that
     * repeat by nature repeat very unevenly.
     */
    private static final double MOST_DISPERSION = 3;

    private static final class Group {
        private final int label;
        private final List<Integer> judged = new ArrayList<>();
        private int sources;
        private int rows;

        Group(int label) {
            this.label = label;
        }

        /** Judged rows that have another one they may be a copy of. */
        List<Integer> copies(boolean split) {
            if (split) {
                return sources > 0 ? judged : List.of();
            }
            return judged.subList(1, judged.size());
        }
    }

    private Copies() {}

    /** The class with the largest share of copies, if it is clear. */
    static Optional<Enlarged> in(LabelledRows rows) {
        if (rows.features() < FEWEST_FEATURES) {
            return Optional.empty();
        }
        List<Group> groups = groups(rows);
        long[] distinct = new long[rows.classes()];
        long[] judged = new long[rows.classes()];
        long[] copies = new long[rows.classes()];
        for (Group group : groups) {
            distinct[group.label]++;
            judged[group.label] += group.judged.size();
            copies[group.label] += group.copies(rows.hasSplit()).size();
        }
        int reference = largest(distinct);
        Optional<Enlarged> best = Optional.empty();
        for (int label = 0; label < rows.classes(); label++) {
            if (label != reference && judged[label] > 0 && isEven(groups, label)) {
                Enlarged one = new Enlarged(
                        label,
                        judged[label],
                        copies[label],
                        (double) copies[label] / judged[label],
                        (double) copies[reference] / Math.max(1, judged[reference]),
                        examples(rows, groups, label));
                if (one.isClear()
                        && best.filter(other -> other.share() >= one.share()).isEmpty()) {
                    best = Optional.of(one);
                }
            }
        }
        return best;
    }

    private static List<Group> groups(LabelledRows rows) {
        long[] hashes = rows.hashes();
        List<Map<Long, Group>> byClass = new ArrayList<>();
        for (int label = 0; label < rows.classes(); label++) {
            byClass.add(new HashMap<>());
        }
        for (int row = 0; row < rows.rows(); row++) {
            int label = rows.label(row);
            if (label >= 0) {
                Group group = byClass.get(label).computeIfAbsent(hashes[row], key -> new Group(label));
                group.rows++;
                if (rows.isJudged(row)) {
                    group.judged.add(row);
                }
                if (rows.isSource(row)) {
                    group.sources++;
                }
            }
        }
        return byClass.stream().flatMap(map -> map.values().stream()).toList();
    }

    private static boolean isEven(List<Group> groups, int label) {
        double[] further = groups.stream()
                .filter(group -> group.label == label)
                .mapToDouble(group -> group.rows - 1)
                .toArray();
        double mean = Arrays.stream(further).average().orElse(0);
        double variance = Arrays.stream(further)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        return mean > 0 && variance <= MOST_DISPERSION * mean;
    }

    private static List<Long> examples(LabelledRows rows, List<Group> groups, int label) {
        return groups.stream()
                .filter(group -> group.label == label)
                .flatMap(group -> group.copies(rows.hasSplit()).stream())
                .map(rows::id)
                .sorted()
                .limit(10)
                .toList();
    }

    static int largest(long[] counts) {
        int largest = 0;
        for (int index = 1; index < counts.length; index++) {
            if (counts[index] > counts[largest]) {
                largest = index;
            }
        }
        return largest;
    }
}
