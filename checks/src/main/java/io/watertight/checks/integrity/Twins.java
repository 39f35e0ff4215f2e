package io.watertight.checks.integrity;

import io.watertight.core.check.StudyView;
import io.watertight.core.data.CodeVector;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.Vector;
import io.watertight.core.study.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two columns that seem to say the same in the sample.
 *
 * @param first the one that comes first in the table
 * @param second the other one
 * @param identical whether their values are equal, not only one-to-one
 */
public record Twins(String first, String second, boolean identical) {

    /** One-to-one says something only where values repeat: two columns without repeats are always one-to-one. */
    private static final double MOST_DISTINCT = 0.5;

    /** What a column looks like in the sample: hashes of its values and of the order in which new ones come. */
    private record Look(int distinct, long values, long pattern) {}

    /** Each column is compared with the first one that looks like it; linear in the number of columns. */
    static List<Twins> propose(StudyView view) {
        Map<Long, String> byValues = new HashMap<>();
        Map<Long, String> byPattern = new HashMap<>();
        List<Twins> twins = new ArrayList<>();
        for (Column column : view.study().features()) {
            Vector vector = view.sample().column(column.name());
            Look look = look(vector);
            if (look.distinct() < 2) {
                continue;
            }
            boolean repeats = look.distinct() <= MOST_DISTINCT * vector.size();
            String same = byValues.putIfAbsent(look.values(), column.name());
            if (same != null) {
                twins.add(new Twins(same, column.name(), true));
            } else if (repeats) {
                String alike = byPattern.putIfAbsent(look.pattern(), column.name());
                if (alike != null) {
                    twins.add(new Twins(alike, column.name(), false));
                }
            }
        }
        return twins;
    }

    private static Look look(Vector vector) {
        return vector instanceof NumberVector numbers ? look(numbers.values()) : look((CodeVector) vector);
    }

    /** Numbers are compared as they are: spelling millions of them takes longer than all else. */
    private static Look look(double[] numbers) {
        Firsts firsts = new Firsts(numbers.length);
        long values = 1;
        long pattern = 1;
        for (double number : numbers) {
            boolean missing = Double.isNaN(number);
            long same = Double.doubleToLongBits(number + 0.0); // -0.0 is 0.0
            values = mix(values, missing ? -1 : same);
            pattern = mix(pattern, missing ? -1 : firsts.place(same));
        }
        return new Look(firsts.size(), values, pattern);
    }

    private static Look look(CodeVector words) {
        int[] hashes = words.dictionary().stream().mapToInt(String::hashCode).toArray();
        int[] places = new int[hashes.length];
        int distinct = 0;
        long values = 1;
        long pattern = 1;
        for (int code : words.codes()) {
            if (code >= 0 && places[code] == 0) {
                places[code] = ++distinct;
            }
            values = mix(values, code < 0 ? -1 : hashes[code]);
            pattern = mix(pattern, code < 0 ? -1 : places[code] - 1);
        }
        return new Look(distinct, values, pattern);
    }

    /** Numbers different bits in the order in which they come first: a hash table without an object for each row. */
    private static final class Firsts {
        private final long[] keys;
        private final int[] places;
        private int size;

        Firsts(int most) {
            int room = Integer.highestOneBit(Math.max(1, most)) * 4;
            keys = new long[room];
            places = new int[room];
        }

        /** From 0. */
        int place(long bits) {
            int at = (int) (mix(1, bits) >>> 32) & (keys.length - 1);
            while (places[at] != 0 && keys[at] != bits) {
                at = (at + 1) & (keys.length - 1);
            }
            if (places[at] == 0) {
                keys[at] = bits;
                places[at] = ++size;
            }
            return places[at] - 1;
        }

        int size() {
            return size;
        }
    }

    private static long mix(long hash, long value) {
        long mixed = (hash ^ value) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }
}
