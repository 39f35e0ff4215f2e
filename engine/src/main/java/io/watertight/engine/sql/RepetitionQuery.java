package io.watertight.engine.sql;

import io.watertight.core.statistic.Outcome;
import io.watertight.core.study.Part;
import io.watertight.engine.sql.Projection.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The query behind {@link RepetitionCounts}: rows are grouped by a key, then the groups are counted. */
final class RepetitionQuery {

    private static final int EXAMPLES = 10;

    private final Projection projection;
    private final Dialect dialect;
    private final Optional<Outcome> outcome;

    RepetitionQuery(Projection projection, Optional<Outcome> outcome) {
        this.projection = projection;
        this.dialect = projection.dialect();
        this.outcome = outcome;
    }

    /**
     * Spells the query.
     *
     * @param present whether a row has a key
     * @param where which rows are looked at, over the relation's own columns
     */
    String spell(List<Named> keys, String present, String where) {
        List<String> perGroup = perGroup();
        String by = keys.stream().map(Named::name).collect(Collectors.joining(", "));
        String groups = "(SELECT " + String.join(", ", perGroup) + " FROM " + projection.from(where) + " WHERE "
                + present + " GROUP BY " + by + ") AS groups";
        List<String> totals = List.of(
                "sum(n)",
                "count(*)",
                count("n > 1"),
                sumWhere("n", "n > 1"),
                "max(n)",
                count("train > 0"),
                count("test > 0"),
                count("train > 0 AND test > 0"),
                sumWhere("test", "train > 0"),
                sumWhere("train", "test > 0"),
                "sum(CAST(labelled AS DOUBLE) * (labelled - 1) / 2)",
                sumWhere("squares", "labelled > 1"),
                sumWhere("labelled", "labelled > 1"),
                count("labelled > 1"),
                count("conflict"),
                sumWhere("n", "conflict"),
                dialect.smallest("head", EXAMPLES, "n > 1 AND train > 0 AND test > 0"),
                dialect.smallest("head", EXAMPLES, "n > 1 AND NOT (train > 0 AND test > 0)"));
        return "SELECT " + String.join(", ", totals) + " FROM " + groups;
    }

    private List<String> perGroup() {
        Named part = projection.part();
        boolean split = projection.source().hasSplit();
        String train = part + " = " + Source.number(Part.TRAIN);
        String test = part + " = " + Source.number(Part.TEST);
        List<String> measures = new ArrayList<>();
        measures.add("min(" + projection.rowId() + ") AS head");
        measures.add("count(*) AS n");
        measures.add((split ? dialect.countIf(train) : "count(*)") + " AS train");
        measures.add((split ? dialect.countIf(test) : "0") + " AS test");
        if (outcome.isEmpty()) {
            measures.addAll(List.of("0 AS labelled", "FALSE AS conflict", "0 AS squares"));
            return measures;
        }
        OutcomeColumns target = new OutcomeColumns(outcome.get(), projection, new Expressions(projection));
        boolean classes = outcome.get().isClasses();
        Named label = classes ? target.group() : target.number();
        Named trained =
                split ? projection.derived("CASE WHEN " + train + " THEN " + label + " END", label, part) : label;
        measures.add("count(" + trained + ") AS labelled");
        measures.add("coalesce(min(" + label + ") < max(" + label + "), FALSE) AS conflict");
        measures.add((classes
                        ? "0"
                        : "var_pop(" + projection.small(trained) + ") * count(" + projection.small(trained) + ")")
                + " AS squares");
        return measures;
    }

    private String count(String condition) {
        return dialect.countIf(condition);
    }

    private static String sumWhere(String value, String condition) {
        return "sum(CASE WHEN " + condition + " THEN " + value + " END)";
    }
}
