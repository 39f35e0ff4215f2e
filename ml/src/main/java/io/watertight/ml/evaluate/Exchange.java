package io.watertight.ml.evaluate;

import io.watertight.ml.learn.Dataset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Which rows may take each other's outcome when there is nothing to be learnt. Immutable. */
public final class Exchange {

    private final Kind kind;
    private final int[] blocks;
    private final int count;

    /** What is exchanged with what. */
    public enum Kind {
        /** Any row with any other. */
        ROWS,
        /** Rows of one group with one another. */
        WITHIN_GROUPS,
        /** Whole groups, whose outcomes do not differ within. */
        WHOLE_GROUPS,
        /** Rows of one stretch of time with one another. */
        WITHIN_STRETCHES
    }

    private Exchange(Kind kind, int[] blocks, int count) {
        this.kind = kind;
        this.blocks = blocks;
        this.count = count;
    }

    static Exchange of(Dataset dataset) {
        Blocking blocking = Blocking.of(dataset).get(0);
        if (blocking.isByRow()) {
            return new Exchange(Kind.ROWS, new int[dataset.rows()], 1);
        }
        if (dataset.groups().isEmpty()) {
            return new Exchange(Kind.WITHIN_STRETCHES, blocking.codes(), blocking.blocks());
        }
        return new Exchange(
                dataset.responsesVaryWithin(blocking.codes()) ? Kind.WITHIN_GROUPS : Kind.WHOLE_GROUPS,
                blocking.codes(),
                blocking.blocks());
    }

    public Kind kind() {
        return kind;
    }

    public String describe() {
        return switch (kind) {
            case ROWS -> "between rows";
            case WITHIN_GROUPS -> "within groups";
            case WHOLE_GROUPS -> "between whole groups";
            case WITHIN_STRETCHES -> "within stretches of time";
        };
    }

    /** The row that each row takes its outcome from. */
    int[] deal(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] from = new int[blocks.length];
        if (kind == Kind.WHOLE_GROUPS) {
            int[] first = new int[count];
            for (int row = blocks.length - 1; row >= 0; row--) {
                first[blocks[row]] = row;
            }
            // Within a group outcomes are the same: any of its rows stands for all.
            int[] dealt = shuffled(first, random);
            for (int row = 0; row < from.length; row++) {
                from[row] = dealt[blocks[row]];
            }
            return from;
        }
        Map<Integer, List<Integer>> members = new LinkedHashMap<>();
        for (int row = 0; row < blocks.length; row++) {
            members.computeIfAbsent(blocks[row], block -> new ArrayList<>()).add(row);
        }
        for (List<Integer> rows : members.values()) {
            int[] own = rows.stream().mapToInt(Integer::intValue).toArray();
            int[] dealt = shuffled(own, random);
            for (int index = 0; index < own.length; index++) {
                from[own[index]] = dealt[index];
            }
        }
        return from;
    }

    private static int[] shuffled(int[] values, SplittableRandom random) {
        int[] dealt = values.clone();
        for (int last = dealt.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int kept = dealt[last];
            dealt[last] = dealt[other];
            dealt[other] = kept;
        }
        return dealt;
    }
}
