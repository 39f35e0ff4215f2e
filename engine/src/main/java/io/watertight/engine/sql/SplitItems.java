package io.watertight.engine.sql;

import io.watertight.core.split.KeyHash;
import io.watertight.core.split.SplitPlan.DuplicateClusters;
import io.watertight.core.split.SplitPlan.DuplicateClusters.Grain;
import io.watertight.core.split.SplitPlan.SpatialBlocks;
import io.watertight.core.statistic.Scope;
import io.watertight.core.study.Key;
import io.watertight.core.study.Target;
import io.watertight.engine.sql.Projection.Named;
import io.watertight.engine.sql.SqlColumn.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rows to split, as a query for what the plan needs to know of them: {@code id}; {@code stratum} (class, from 0; NULL without a
 * target); {@code y} for a target that is a number; {@code t}; and the labels of groups, cells and equal rows, which are never NULL.
 */
final class SplitItems {

    /** Longer texts are told apart by their beginnings only, as in samples. */
    private static final int LONGEST_TEXT = 1000;

    private final Source source;
    private final Projection projection;
    private final Dialect dialect;
    private final List<String> values = new ArrayList<>();
    private String ranks = "";

    SplitItems(Source source) {
        this.source = source;
        this.projection = new Projection(source);
        this.dialect = source.dialect();
        add(projection.rowId().name(), "id");
    }

    /** Labels by which rows form units. Their names, and the number of a unit as an expression over them. */
    record Labels(List<String> names, String key) {}

    String select() {
        return "SELECT " + String.join(", ", values) + " FROM " + projection.from(Scope.TRAIN) + ranks;
    }

    private void add(String expression, String name) {
        values.add(expression + " AS " + name);
    }

    void target(Target target) {
        String column = target.column();
        if (!target.task().isClassification()) {
            add(projection.number(column).name(), "y");
            add("CASE WHEN " + projection.number(column) + " IS NOT NULL THEN 0 END", "stratum");
            return;
        }
        Named value =
                source.column(column).storage() == Storage.TIME ? projection.number(column) : projection.value(column);
        Expressions expressions = new Expressions(projection);
        StringBuilder cases = new StringBuilder("CASE");
        for (int index = 0; index < target.classes().size(); index++) {
            String literal = expressions.literal(column, target.classes().get(index));
            if (literal != null) {
                cases.append(" WHEN ")
                        .append(value)
                        .append(" = ")
                        .append(literal)
                        .append(" THEN ")
                        .append(index);
            }
        }
        add(cases + " END", "stratum");
    }

    /** Everything is one class, and no row is without a target. */
    void noTarget() {
        add("0", "stratum");
    }

    /** Numbers and times as they are; words by their rank among the distinct ones. */
    void time(String column, Queries queries) {
        Storage storage = source.column(column).storage();
        if (storage == Storage.TEXT || storage == Storage.BOOLEAN || storage == Storage.OTHER) {
            Named text = projection.base(text(column));
            String distinct = "(SELECT DISTINCT " + text(column) + " AS text FROM " + source.from() + " WHERE "
                    + source.within(Scope.TRAIN) + " AND " + text(column) + " IS NOT NULL) AS texts";
            ranks = " LEFT JOIN (SELECT text, position FROM " + queries.ranked(distinct, "text")
                    + ") AS ranks ON ranks.text = " + text;
            add("CAST(ranks.position + 1 AS DOUBLE)", "t");
        } else {
            add(projection.number(column) + " + 0", "t");
        }
    }

    private String text(String column) {
        String expression = source.column(column).expression();
        return source.column(column).storage() == Storage.TEXT
                ? "substring(" + expression + ", 1, " + LONGEST_TEXT + ")"
                : dialect.asText(expression);
    }

    private boolean isNumber(String column) {
        return switch (source.column(column).storage()) {
            case WHOLE, FLOATING, DECIMAL, TIME -> true;
            case TEXT, BOOLEAN, OTHER -> false;
        };
    }

    /** A group; a row where a part of the key is missing is one of its own. */
    Labels group(Key key, String prefix) {
        List<String> names = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        List<Named> parts = new ArrayList<>();
        for (String column : key.columns()) {
            Named part = isNumber(column) ? projection.number(column) : projection.base(text(column));
            parts.add(part);
            missing.add(part + " IS NULL");
        }
        String alone = String.join(" OR ", missing);
        for (int index = 0; index < parts.size(); index++) {
            String name = prefix + "_" + index;
            boolean number = isNumber(key.columns().get(index));
            String nothing = number ? dialect.number(0) : "''";
            add(
                    "CASE WHEN " + alone + " THEN " + nothing + " ELSE " + parts.get(index) + (number ? " + 0" : "")
                            + " END",
                    name);
            names.add(name);
            texts.add(number ? numberText(name) : name);
        }
        add("CASE WHEN " + alone + " THEN " + projection.rowId() + " ELSE -1 END", prefix + "_own");
        names.add(prefix + "_own");
        return new Labels(names, ownOr(prefix, digest(texts)));
    }

    /** Cells of a grid; a row without a place is one of its own. */
    Labels cells(SpatialBlocks plan, String prefix) {
        Named x = projection.number(plan.x());
        Named y = projection.number(plan.y());
        String alone = x + " IS NULL OR " + y + " IS NULL";
        String size = dialect.number(plan.size());
        List<String> names = List.of(prefix + "_x", prefix + "_y", prefix + "_own");
        add(
                "CASE WHEN " + alone + " THEN 0 ELSE CAST(" + dialect.floor(x + " / " + size) + " AS BIGINT) END",
                names.get(0));
        add(
                "CASE WHEN " + alone + " THEN 0 ELSE CAST(" + dialect.floor(y + " / " + size) + " AS BIGINT) END",
                names.get(1));
        add("CASE WHEN " + alone + " THEN " + projection.rowId() + " ELSE -1 END", names.get(2));
        List<String> texts = names.subList(0, 2).stream().map(dialect::asText).toList();
        return new Labels(names, ownOr(prefix, digest(texts)));
    }

    /** For each of the two grids, the smallest id among rows that are equal in it. */
    void equalRows(DuplicateClusters plan) {
        add(firstEqual(plan, 0), "equal_a");
        if (plan.isNear()) {
            add(firstEqual(plan, 0.5), "equal_b");
        }
    }

    private String firstEqual(DuplicateClusters plan, double shift) {
        String columns = plan.grains().stream()
                .map(grain -> grained(grain, shift).name())
                .collect(Collectors.joining(", "));
        return "min(" + projection.rowId() + ") OVER (PARTITION BY " + columns + ")";
    }

    private Named grained(Grain grain, double shift) {
        if (!isNumber(grain.column())) {
            return projection.base(text(grain.column()));
        }
        Named number = projection.number(grain.column());
        String exact = number + " + 0";
        return projection.derived(
                grain.width() > 0
                        ? dialect.floor(number + " / " + dialect.number(grain.width()) + " + " + dialect.number(shift))
                        : exact,
                number);
    }

    private static String ownOr(String prefix, String key) {
        return "CASE WHEN " + prefix + "_own >= 0 THEN " + prefix + "_own ELSE " + key + " END";
    }

    /** {@link KeyHash#of} as SQL. */
    private String digest(List<String> texts) {
        String joined = texts.stream()
                .map(text -> dialect.asText("length(" + text + ")") + " || ':' || " + text)
                .collect(Collectors.joining(" || "));
        return dialect.digestNumber(joined, KeyHash.DIGITS);
    }

    /** {@link KeyHash#text} as SQL. */
    private String numberText(String number) {
        return "CASE WHEN " + number + " = " + dialect.floor(number) + " AND abs(" + number + ") < "
                + dialect.number(KeyHash.LARGEST_WHOLE) + " THEN "
                + dialect.asText(dialect.wholeOrNull(number)) + " WHEN abs(" + number + ") < "
                + dialect.number(KeyHash.LARGEST_FRACTION) + " THEN 'f' || "
                + dialect.asText(dialect.wholeOrNull(dialect.floor(number + " * 1024"))) + " ELSE 'huge' END";
    }
}
