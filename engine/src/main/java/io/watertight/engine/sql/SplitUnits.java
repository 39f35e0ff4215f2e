package io.watertight.engine.sql;

import io.watertight.core.split.Balance;
import io.watertight.core.split.Deal;
import io.watertight.core.split.Shape;
import io.watertight.engine.sql.SplitItems.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Groups, cells or clusters of a table of items: a table {@code unit, key, first, size} and their labels, numbered from 0 in the
 * order of their numbers, and a table of the items with their {@code unit} in the order of their ids. Counts of units come into
 * memory, rows do not.
 */
final class SplitUnits {

    private final Queries queries;
    private final Names names;
    private final String units;
    private final String members;
    private final int number;

    SplitUnits(Queries queries, Names names, String items, Labels labels) {
        this.queries = queries;
        this.names = names;
        String by = String.join(", ", labels.names());
        this.units = names.next();
        queries.keep(
                "finding the groups",
                units,
                "SELECT CAST(position AS INTEGER) AS unit, * FROM "
                        + queries.ranked(
                                "(SELECT *, " + labels.key() + " AS key FROM (SELECT " + by
                                        + ", min(id) AS first, count(*) AS size FROM " + items + " GROUP BY " + by
                                        + ") AS grouped) AS keyed",
                                "key, first"));
        this.members = names.next();
        String same = labels.names().stream()
                .map(name -> "i." + name + " = u." + name)
                .collect(Collectors.joining(" AND "));
        queries.keep(
                "giving rows their groups",
                members,
                "SELECT i.*, u.unit FROM " + items + " AS i JOIN " + units + " AS u ON " + same + " ORDER BY i.id");
        long[] count = new long[1];
        queries.each("counting groups", "SELECT count(*) FROM " + units, row -> count[0] = row.whole(0));
        this.number = Math.toIntExact(count[0]);
    }

    int number() {
        return number;
    }

    /** The table of units. */
    String units() {
        return units;
    }

    /** The items with their unit. */
    String members() {
        return members;
    }

    /**
     * Keeps the bin of each unit.
     *
     * @param stratum the expression of a member's class
     * @param classes how many there are
     * @return the table's name; its columns are unit and bin
     */
    String deal(String stratum, int classes, Shape shape, long seed) {
        Deal.refuseTooFew(number, shape);
        long[] keys = new long[number];
        long[] first = new long[number];
        int[] counts = new int[number * classes];
        queries.each("taking the groups", "SELECT unit, key, first, size FROM " + units, row -> {
            int unit = (int) row.whole(0);
            keys[unit] = row.whole(1);
            first[unit] = row.whole(2);
            counts[unit * classes] = (int) row.whole(3);
        });
        if (classes > 1) {
            Arrays.fill(counts, 0);
            queries.each(
                    "counting classes by group",
                    "SELECT unit, " + stratum + ", count(*) FROM " + members + " GROUP BY 1, 2",
                    row -> counts[(int) row.whole(0) * classes + (int) row.whole(1)] = (int) row.whole(2));
        }
        String bins = names.next();
        queries.keepBins(bins, new Balance(keys, first, counts, classes).deal(shape.shares(), seed));
        return bins;
    }

    /** Names of tables that are kept for a while. */
    static final class Names {

        private final List<String> given = new java.util.ArrayList<>();

        String next() {
            String name = "watertight_split_" + given.size();
            given.add(name);
            return name;
        }

        void dropAll(Queries queries) {
            given.forEach(queries::drop);
        }
    }
}
