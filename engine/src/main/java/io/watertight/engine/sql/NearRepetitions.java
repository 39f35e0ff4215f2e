package io.watertight.engine.sql;

import io.watertight.core.statistic.NearRepetition;
import io.watertight.core.statistic.NearRepetition.Cells;
import io.watertight.core.statistic.NearRepetition.Texts;
import io.watertight.core.statistic.NearRepetitionReport;
import io.watertight.core.study.Part;
import io.watertight.engine.sql.Projection.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds nearly equal rows: rows that share a block are compared with a few neighbours in it, sorted by their next block (the
 * sorted neighbourhood of Hernández and Stolfo, SIGMOD 1995), so a block of half of the table costs no more than its rows. Blocks that
 * would bring more candidates than are affordable are left out, largest first, and reported.
 */
final class NearRepetitions {

    /** Rows of a block that a row is compared with: all of them where a block has one row more. */
    private static final int NEIGHBOURS = 8;

    /** Pairs that one blocking may bring. */
    private static final long MOST_CANDIDATES = 10_000_000;

    private static final int EXAMPLES = 10;
    private static final String BLOCKS = "near_blocks";
    private static final String SHARED = "near_shared";
    private static final String PAIRS = "near_pairs";
    private static final String CELLS = "near_cells";
    private static final String FOUND = "near_found";
    private static final String PURPOSE = "looking for rows that are nearly equal";

    private final Inquiry inquiry;

    NearRepetitions(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    NearRepetitionReport answer(NearRepetition question) {
        NearBlocks blocks = new NearBlocks(inquiry, question);
        long rows = inquiry.rows()
                .orElseGet(
                        () -> number("SELECT count(*) FROM " + inquiry.source().from()));
        if (blocks.count() == 0) {
            return new NearRepetitionReport(rows, 0, List.of(), 0, 0, 0, 0, 0, List.of());
        }
        drop();
        try {
            keep(BLOCKS, blocks.blocks());
            long crowded = 0;
            List<String> pairs = new ArrayList<>();
            for (int block = 0; block < blocks.count(); block++) {
                keep(SHARED + block, shared(blocks, block));
                long most = largestBlock(block);
                crowded = Math.max(crowded, crowded(block, most));
                pairs.add(pairs(block, (block + 1) % blocks.count(), most));
            }
            String met = "SELECT DISTINCT one, other FROM (" + String.join(" UNION ALL ", pairs) + ") AS met";
            keep(
                    PAIRS,
                    blocks.firstSharedChosen("l", "r")
                            .map(chosen -> "SELECT one, other FROM (" + met + ") AS pairs JOIN " + BLOCKS
                                    + " AS l ON l.id = one JOIN " + BLOCKS + " AS r ON r.id = other WHERE " + chosen)
                            .orElse(met));
            long candidates = number("SELECT count(*) FROM " + PAIRS);
            if (candidates == 0) {
                return new NearRepetitionReport(rows, 0, List.of(), 0, 0, 0, 0, crowded, List.of());
            }
            keep(CELLS, cells(question));
            keep(FOUND, found(question));
            return report(question, rows, candidates, crowded);
        } finally {
            drop();
            IntStream.range(0, blocks.count())
                    .forEach(block -> inquiry.queries().drop(SHARED + block));
        }
    }

    private static String shared(NearBlocks blocks, int block) {
        String name = NearBlocks.block(block);
        return "SELECT " + name + " AS block, count(*) AS n FROM " + BLOCKS
                + blocks.chosen(name).map(chosen -> " WHERE " + chosen).orElse("") + " GROUP BY " + name
                + " HAVING count(*) > 1";
    }

    /** Blocks of up to so many rows are affordable. */
    private long largestBlock(int block) {
        long[] state = {0, 1};
        inquiry.queries().each(PURPOSE, "SELECT n, count(*) FROM " + SHARED + block + " GROUP BY n ORDER BY n", row -> {
            long size = row.whole(0);
            state[0] += row.whole(1) * size * Math.min(NEIGHBOURS, size - 1);
            state[1] = state[0] <= MOST_CANDIDATES ? size : state[1];
        });
        return state[1];
    }

    private long crowded(int block, long most) {
        return number("SELECT sum(n) FROM " + SHARED + block + " WHERE n > " + Math.min(most, NEIGHBOURS + 1));
    }

    private static String pairs(int block, int next, long most) {
        String rows = "SELECT id, "
                + IntStream.rangeClosed(1, NEIGHBOURS)
                        .mapToObj(step -> "lead(id, " + step + ") OVER within_block AS n" + step)
                        .collect(Collectors.joining(", "))
                + " FROM " + BLOCKS + " JOIN " + SHARED + block + " ON " + NearBlocks.block(block)
                + " = block WHERE n <= "
                + most + " WINDOW within_block AS (PARTITION BY " + NearBlocks.block(block) + " ORDER BY "
                + NearBlocks.block(next) + ", id)";
        String neighbour = IntStream.rangeClosed(1, NEIGHBOURS)
                .mapToObj(step -> "WHEN " + step + " THEN n" + step)
                .collect(Collectors.joining(" ", "CASE step ", " END"));
        String steps = IntStream.rangeClosed(1, NEIGHBOURS)
                .mapToObj(step -> "SELECT " + step + " AS step")
                .collect(Collectors.joining(" UNION ALL "));
        return "SELECT least(id, neighbour) AS one, greatest(id, neighbour) AS other FROM (SELECT id, " + neighbour
                + " AS neighbour FROM (" + rows + ") AS sorted CROSS JOIN (" + steps
                + ") AS steps) AS neighbours WHERE neighbour IS NOT NULL";
    }

    /** The values of rows that are in a pair. */
    private String cells(NearRepetition question) {
        Projection projection = inquiry.projection();
        Named rowId = projection.rowId();
        Named part = projection.part();
        List<String> values = new ArrayList<>();
        if (question.likeness() instanceof Cells cells) {
            cells.columns().forEach(grain -> values.add(NearBlocks.cell(projection, grain) + " AS c" + values.size()));
        } else {
            values.add(projection.value(((Texts) question.likeness()).column()) + " AS c0");
        }
        return "SELECT " + rowId + " AS id, CAST(" + part + " AS INTEGER) AS part, " + String.join(", ", values)
                + " FROM "
                + projection.from("TRUE") + " WHERE " + rowId + " IN (SELECT one FROM " + PAIRS
                + " UNION SELECT other FROM " + PAIRS + ")";
    }

    private String found(NearRepetition question) {
        Dialect dialect = inquiry.source().dialect();
        String pairs =
                " FROM " + PAIRS + " JOIN " + CELLS + " AS l ON l.id = one JOIN " + CELLS + " AS r ON r.id = other";
        String similarity;
        String most;
        if (question.likeness() instanceof Cells cells) {
            int columns = cells.columns().size();
            similarity = sum(IntStream.range(0, columns)
                    .mapToObj(column ->
                            "CASE WHEN " + dialect.same("l.c" + column, "r.c" + column) + " THEN 1 ELSE 0 END")
                    .toList());
            most = ">= " + (columns - cells.differing(question.similarity())) + " AND similarity < " + columns;
        } else {
            similarity = "CASE WHEN l.c0 = r.c0 THEN -1e0 ELSE " + dialect.textSimilarity("l.c0", "r.c0") + " END";
            most = ">= " + dialect.number(question.similarity());
        }
        return "SELECT * FROM (SELECT one, other, l.part AS first_part, r.part AS second_part, " + similarity
                + " AS similarity" + pairs + ") AS compared WHERE similarity " + most;
    }

    /** In halves: engines refuse an expression that is nested as deeply as a sum of a thousand terms in a row. */
    private static String sum(List<String> terms) {
        if (terms.size() == 1) {
            return terms.get(0);
        }
        int half = terms.size() / 2;
        return "(" + sum(terms.subList(0, half)) + " + " + sum(terms.subList(half, terms.size())) + ")";
    }

    private NearRepetitionReport report(NearRepetition question, long rows, long candidates, long crowded) {
        int train = Source.number(Part.TRAIN);
        int test = Source.number(Part.TEST);
        String across =
                "(mine = " + train + " AND theirs = " + test + " OR mine = " + test + " AND theirs = " + train + ")";
        String ends = "(SELECT one AS id, first_part AS mine, second_part AS theirs FROM " + FOUND
                + " UNION ALL SELECT other, second_part, first_part FROM " + FOUND + ")";
        long[] counts = new long[3];
        inquiry.queries()
                .each(
                        PURPOSE,
                        "SELECT count(*), sum(CASE WHEN mine = " + test + " AND beyond > 0 THEN 1 ELSE 0 END), "
                                + "sum(CASE WHEN mine = " + train + " AND beyond > 0 THEN 1 ELSE 0 END) FROM "
                                + "(SELECT id, mine, sum(CASE WHEN " + across + " THEN 1 ELSE 0 END) AS beyond FROM "
                                + ends
                                + " AS ends GROUP BY id, mine) AS near_rows",
                        row -> {
                            for (int index = 0; index < counts.length; index++) {
                                counts[index] = row.whole(index);
                            }
                        });
        List<List<Long>> examples = new ArrayList<>();
        inquiry.queries()
                .each(
                        PURPOSE,
                        "SELECT one, other, CASE WHEN first_part = second_part THEN 1 ELSE 0 END AS apart FROM " + FOUND
                                + " ORDER BY apart, one, other LIMIT " + EXAMPLES,
                        row -> examples.add(List.of(row.whole(0), row.whole(1))));
        long pairs = number("SELECT count(*) FROM " + FOUND);
        return new NearRepetitionReport(
                rows, pairs, differing(question), counts[0], counts[1], counts[2], candidates, crowded, examples);
    }

    private List<Long> differing(NearRepetition question) {
        if (!(question.likeness() instanceof Cells cells)) {
            return List.of();
        }
        Long[] pairs = new Long[cells.differing(question.similarity())];
        Arrays.fill(pairs, 0L);
        inquiry.queries()
                .each(
                        PURPOSE,
                        "SELECT similarity, count(*) FROM " + FOUND + " GROUP BY similarity",
                        row -> pairs[cells.columns().size() - (int) row.whole(0) - 1] = row.whole(1));
        return List.of(pairs);
    }

    private void keep(String name, String query) {
        inquiry.queries().keep(PURPOSE, name, query);
    }

    private long number(String query) {
        long[] number = new long[1];
        inquiry.queries().each(PURPOSE, query, row -> number[0] = row.whole(0));
        return number[0];
    }

    private void drop() {
        List.of(BLOCKS, PAIRS, CELLS, FOUND).forEach(inquiry.queries()::drop);
    }
}
