package io.watertight.engine.sql;

import io.watertight.core.data.TableProfile;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Repetition;
import io.watertight.core.statistic.RepetitionReport;
import io.watertight.core.study.Part;
import io.watertight.engine.sql.Projection.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers {@link Repetition}. */
final class Repetitions {

    private static final int EXAMPLES = 10;
    private static final int EXAMPLE_ROWS = 5;

    private final Inquiry inquiry;
    private final Candidates candidates;

    Repetitions(Inquiry inquiry, Candidates candidates) {
        this.inquiry = inquiry;
        this.candidates = candidates;
    }

    RepetitionReport answer(Repetition question) {
        Optional<Candidates.Kept> kept = candidates.of(question.columns());
        if (kept.isEmpty()) {
            return report(question, new long[3], inquiry, "TRUE");
        }
        Candidates.Kept few = kept.get();
        long[] alone = few.rows() == inquiry.rows().orElse(-1) ? new long[3] : alone(question, few);
        return few.rows() == 0
                ? RepetitionCounts.NONE.report(alone, List.of())
                : report(question, alone, few.inquiry(), few.where());
    }

    /** Rows with a key that are no candidates: all, of the training part, of the test part. Each is a group by itself. */
    private long[] alone(Repetition question, Candidates.Kept few) {
        boolean everyRow = question.columns().stream().anyMatch(inquiry::isNeverMissing);
        if (!everyRow || !few.isCopied()) {
            return parts(
                    question,
                    inquiry,
                    inquiry.source().rowId() + " NOT IN (SELECT candidate FROM " + few.table() + ")");
        }
        TableProfile all = inquiry.profile().orElseThrow();
        boolean split = inquiry.source().hasSplit();
        long[] candidate = parts(question, few.inquiry(), few.where());
        return new long[] {
            all.rows() - candidate[0],
            (split ? all.rows(Part.TRAIN) : all.rows()) - candidate[1],
            (split ? all.rows(Part.TEST) : 0) - candidate[2]
        };
    }

    private static long[] parts(Repetition question, Inquiry rows, String where) {
        Projection projection = rows.projection();
        Named part = projection.part();
        String present = present(rows, projection, question);
        long[] counts = new long[3];
        rows.queries()
                .each(
                        "counting rows that do not repeat",
                        "SELECT " + part + ", count(*) FROM " + projection.from(where) + " WHERE " + present
                                + " GROUP BY " + part,
                        row -> {
                            counts[0] += row.whole(1);
                            if (row.whole(0) == Source.number(Part.TRAIN)) {
                                counts[1] += row.whole(1);
                            } else if (row.whole(0) == Source.number(Part.TEST)) {
                                counts[2] += row.whole(1);
                            }
                        });
        return counts;
    }

    private static List<Named> keys(Projection projection, Repetition question) {
        return question.columns().stream().map(projection::value).toList();
    }

    /** A row whose key is missing in every column belongs to no group. */
    private static String present(Inquiry rows, Projection projection, Repetition question) {
        // Naming the keys makes the query read them, all ten thousand of them if need be.
        if (question.columns().stream().anyMatch(rows::isNeverMissing)) {
            return "TRUE";
        }
        return keys(projection, question).stream()
                .map(key -> key + " IS NOT NULL")
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static RepetitionReport report(Repetition question, long[] alone, Inquiry rows, String where) {
        RepetitionCounts counts = count(question, rows, where);
        List<Long> heads = new ArrayList<>(counts.sharedHeads());
        counts.otherHeads().stream().limit(EXAMPLES - heads.size()).forEach(heads::add);
        return counts.report(alone, examples(question, rows, where, heads));
    }

    private static RepetitionCounts count(Repetition question, Inquiry rows, String where) {
        Projection projection = rows.projection();
        List<Named> keys = keys(projection, question);
        RepetitionQuery query = new RepetitionQuery(projection, rows.outcome());
        List<RepetitionCounts> result = new ArrayList<>();
        rows.queries()
                .each(
                        "looking for rows that agree in " + question.columns().size() + " columns",
                        query.spell(keys, present(rows, projection, question), where),
                        row -> result.add(RepetitionCounts.of(row)));
        RepetitionCounts counts = result.get(0);
        boolean agreement = rows.outcome().filter(Outcome::isClasses).isPresent() && counts.pairs() > 0;
        return agreement ? counts.withAgreeing(agreeing(question, rows, where)) : counts;
    }

    /** Pairs of labelled training rows that agree in the key and the class. */
    private static double agreeing(Repetition question, Inquiry rows, String where) {
        Projection projection = rows.projection();
        List<Named> keys = keys(projection, question);
        Named label = new OutcomeColumns(rows.outcome().orElseThrow(), projection, new Expressions(projection)).group();
        String by = keys.stream().map(Named::name).collect(Collectors.joining(", "));
        String train = rows.source().isIn(Part.TRAIN) + (where.equals("TRUE") ? "" : " AND " + where);
        String groups = "(SELECT count(*) AS n FROM " + projection.from(train) + " WHERE " + label + " IS NOT NULL AND "
                + present(rows, projection, question) + " GROUP BY " + by + ", " + label
                + " HAVING count(*) > 1) AS agreeing";
        double[] sum = new double[1];
        rows.queries()
                .each(
                        "comparing the target of rows that agree",
                        "SELECT sum(CAST(n AS DOUBLE) * (n - 1) / 2) FROM " + groups,
                        row -> sum[0] = row.isMissing(0) ? 0 : row.number(0));
        return sum[0];
    }

    private static List<List<Long>> examples(Repetition question, Inquiry rows, String where, List<Long> heads) {
        if (heads.isEmpty()) {
            return List.of();
        }
        Projection others = rows.projection();
        List<Named> keys = keys(others, question);
        Named rowId = others.rowId();
        Projection first = rows.projection();
        List<Named> headKeys = keys(first, question);
        Named head = first.rowId();
        String columns = headKeys.stream().map(key -> key + " AS head_" + key).collect(Collectors.joining(", "));
        String ids = heads.stream().map(String::valueOf).collect(Collectors.joining(", "));
        String wanted = "(SELECT " + head + " AS head, " + columns + " FROM "
                + first.from(rows.source().rowId() + " IN (" + ids + ")") + ") AS heads";
        List<String> same = new ArrayList<>();
        for (int index = 0; index < keys.size(); index++) {
            same.add(others.dialect().same("found." + keys.get(index), "heads.head_" + headKeys.get(index)));
        }
        Map<Long, List<Long>> found = new HashMap<>();
        rows.queries()
                .each(
                        "looking for examples of rows that agree",
                        "SELECT head, " + others.dialect().smallest("found." + rowId, EXAMPLE_ROWS, "TRUE")
                                + " FROM (SELECT * FROM " + others.from(where) + ") AS found JOIN " + wanted + " ON "
                                + String.join(" AND ", same)
                                + " GROUP BY head",
                        row -> found.put(row.whole(0), row.wholes(1)));
        return heads.stream().map(one -> found.getOrDefault(one, List.of(one))).toList();
    }
}
