package io.watertight.checks.target;

import io.watertight.checks.support.LabelledSample;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where columns with pure regions hold among the sample's rows, to tell causes of the outcome from its effects. Effects of one outcome
 * come together: each is found among the rows of its class alone, so two of them meet 1/p times as often as chance has it, where p is
 * the share of the class. Causes that were there before need not meet more often than by chance (the common-cause principle of
 * Reichenbach, The Direction of Time, 1956).
 */
final class PureRows {

    /** Natural logarithm of the odds that make one explanation the better one beyond doubt: 400 to 1. */
    private static final double SURE = 6;

    /** Regions that exclude each other, as the flags made of one column do, say nothing. */
    private static final double LEAST_TOGETHER = 0.5;

    private final LabelledSample sample;
    private final long[] classes;
    private final List<Held> held = new ArrayList<>();

    private record Held(String column, int label, boolean[] rows, long size) {}

    PureRows(LabelledSample sample) {
        this.sample = sample;
        this.classes = sample.classCounts();
    }

    /** Adds a column with its regions; those with exceptions and those of other classes than the first are passed over. */
    void add(String column, List<Region> regions) {
        int label = regions.get(0).label();
        Set<String> levels = new HashSet<>();
        Set<String> atoms = new HashSet<>();
        for (Region region : regions) {
            if (region.exceptions() == 0 && region.label() == label) {
                (region.kind() == Region.Kind.OFF_ATOM ? atoms : levels).add(region.value());
            }
        }
        boolean[] rows =
                sample.where(column, value -> levels.contains(value) || !atoms.isEmpty() && !atoms.contains(value));
        long size = 0;
        for (boolean inside : rows) {
            size += inside ? 1 : 0;
        }
        held.add(new Held(column, label, rows, size));
    }

    /** Another column that is as pure for the same class, and meets this one no more often than independent causes do. */
    Optional<String> independentOf(String column) {
        Held mine = held.stream()
                .filter(one -> one.column().equals(column))
                .findFirst()
                .orElseThrow();
        return held.stream()
                .filter(other ->
                        !other.column().equals(column) && other.label() == mine.label() && areCauses(mine, other))
                .map(Held::column)
                .findFirst();
    }

    /** By the likelihood of the rows that both hold: Poisson with the mean of independent causes against that of independent effects. */
    private boolean areCauses(Held one, Held other) {
        double share = (double) classes[one.label()] / sample.size();
        double causes = (double) one.size() * other.size() / sample.size();
        long together = 0;
        for (int row = 0; row < one.rows().length; row++) {
            together += one.rows()[row] && other.rows()[row] ? 1 : 0;
        }
        double effects = causes / share;
        return together >= LEAST_TOGETHER * causes && effects - causes - together * Math.log(effects / causes) > SURE;
    }
}
