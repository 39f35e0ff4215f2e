package io.watertight.checks.integrity;

import io.watertight.core.check.StudyView;
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
        return vector instanceof NumberVector numbers ? look(numbers.values()) : lookAtText(vector);
    }

    /** Numbers are compared as they are: spelling millions of them takes longer than all else. */
    private static Look look(double[] numbers) {
        Map<Double, Integer> seen = new HashMap<>();
        long values = 1;
        long pattern = 1;
        for (double number : numbers) {
            boolean missing = Double.isNaN(number);
            double same = number + 0.0; // -0.0 is 0.0
            values = mix(values, missing ? -1 : Double.doubleToLongBits(same));
            pattern = mix(pattern, missing ? -1 : seen.computeIfAbsent(same, key -> seen.size()));
        }
        return new Look(seen.size(), values, pattern);
    }

    private static Look lookAtText(Vector vector) {
        Map<String, Integer> seen = new HashMap<>();
        long values = 1;
        long pattern = 1;
        for (int row = 0; row < vector.size(); row++) {
            boolean missing = vector.isMissing(row);
            String text = missing ? "" : vector.text(row);
            values = mix(values, missing ? -1 : text.hashCode());
            pattern = mix(pattern, missing ? -1 : seen.computeIfAbsent(text, key -> seen.size()));
        }
        return new Look(seen.size(), values, pattern);
    }

    private static long mix(long hash, long value) {
        long mixed = (hash ^ value) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }
}
