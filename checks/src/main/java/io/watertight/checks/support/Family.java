package io.watertight.checks.support;

import io.watertight.core.check.StudyView;
import io.watertight.core.data.CodeVector;
import io.watertight.core.data.NumberVector;
import io.watertight.core.data.Vector;
import io.watertight.core.study.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A column and those that tell the same: they order the sample's rows alike, or their values go one to one. */
public final class Family {

    /** Rows that are enough to see that two columns tell the same. */
    private static final int ROWS = 5_000;

    private Family() {}

    /** The head and its relatives among these columns, the head first. */
    public static List<String> of(StudyView view, String head, List<Column> columns) {
        List<String> family = new ArrayList<>(List.of(head));
        for (Column column : columns) {
            String name = column.name();
            if (!name.equals(head) && (FeatureStrength.areTwins(view, head, name) || isOneToOne(view, head, name))) {
                family.add(name);
            }
        }
        return List.copyOf(family);
    }

    /**
     * Whether each value of one column goes with one value of the other, both ways, in rows that have both. Values must repeat:
     * two columns of unique values go one to one whatever they say.
     */
    static boolean isOneToOne(StudyView view, String left, String right) {
        Vector first = view.sample().column(left);
        Vector second = view.sample().column(right);
        Map<Object, Object> partners = new HashMap<>();
        Map<Object, Object> back = new HashMap<>();
        int rows = Math.min(ROWS, first.size());
        int both = 0;
        for (int row = 0; row < rows; row++) {
            if (first.isMissing(row) || second.isMissing(row)) {
                continue;
            }
            Object here = value(first, row);
            Object there = value(second, row);
            Object known = partners.putIfAbsent(here, there);
            Object reverse = back.putIfAbsent(there, here);
            if ((known != null && !known.equals(there)) || (reverse != null && !reverse.equals(here))) {
                return false;
            }
            both++;
        }
        return both >= rows / 2 && partners.size() >= 2 && partners.size() <= both / 2;
    }

    private static Object value(Vector vector, int row) {
        if (vector instanceof NumberVector numbers) {
            return numbers.values()[row];
        }
        return ((CodeVector) vector).codes()[row];
    }
}
