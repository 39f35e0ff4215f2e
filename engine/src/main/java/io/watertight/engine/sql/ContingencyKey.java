package io.watertight.engine.sql;

import io.watertight.core.data.Canonical;
import io.watertight.core.statistic.Binning;
import io.watertight.core.statistic.Contingency;
import io.watertight.engine.sql.Projection.Named;
import io.watertight.engine.sql.SqlColumn.Storage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What rows are grouped by for a contingency table, and the bin of a group. Columns of few values are grouped by value, which is
 * faster than finding the bin of every row; words of many values only by those that have a bin of their own.
 */
final class ContingencyKey {

    /** Groups by value up to about this many distinct values. */
    private static final long FEW_NUMBERS = 1_000;

    private static final long FEW_WORDS = 20_000;

    private final Binning binning;
    private final boolean binned;
    private final Named nothing;
    private final Named number;
    private final Named text;
    private final Map<String, Integer> levels = new HashMap<>();

    ContingencyKey(Inquiry inquiry, Projection projection, Contingency question) {
        this.binning = question.binning();
        String column = question.column();
        Storage storage = projection.source().column(column).storage();
        boolean words = storage == Storage.TEXT || storage == Storage.BOOLEAN;
        long distinct = inquiry.distinct(column).orElse(Long.MAX_VALUE);
        nothing = projection.base("CAST(NULL AS DOUBLE)");
        if (binning instanceof Binning.Levels list) {
            list.texts().forEach(level -> levels.putIfAbsent(level, levels.size()));
            Named value = words ? projection.value(column) : projection.number(column);
            boolean few = distinct <= FEW_WORDS || storage == Storage.BOOLEAN;
            Named kept = few ? value : known(projection, column, value, list.texts());
            Named other = few ? nothing : other(projection, value, kept);
            text = words ? kept : other;
            number = words ? other : kept;
            binned = false;
        } else {
            Binning.Cuts cuts = (Binning.Cuts) binning;
            Named value = projection.number(column);
            binned = distinct > FEW_NUMBERS;
            number = binned ? Bins.cuts(projection, value, cuts.cuts()) : value;
            text = nothing;
        }
    }

    private static Named known(Projection projection, String column, Named value, List<String> texts) {
        Expressions expressions = new Expressions(projection);
        String literals = texts.stream()
                .map(text -> expressions.literal(column, text))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        if (literals.isEmpty()) {
            return projection.derived("CASE WHEN FALSE THEN " + value + " END", value);
        }
        return projection.derived("CASE WHEN " + value + " IN (" + literals + ") THEN " + value + " END", value);
    }

    private static Named other(Projection projection, Named value, Named kept) {
        return projection.derived(
                "CASE WHEN " + kept + " IS NULL AND " + value + " IS NOT NULL THEN 1 END", value, kept);
    }

    /** Two values that identify the group: a number, then a text. */
    List<String> select(Dialect dialect) {
        return List.of("CAST(" + number + " AS DOUBLE)", dialect.asText(text.name()));
    }

    /** What to group by: a number, a text or both. */
    List<Named> groupBy() {
        return Stream.of(number, text)
                .filter(key -> !key.equals(nothing))
                .distinct()
                .toList();
    }

    /** The group's number as DOUBLE, if it has one. */
    Optional<String> number() {
        return number.equals(nothing) ? Optional.empty() : Optional.of("CAST(" + number + " AS DOUBLE)");
    }

    /** The group's text, if it has one. */
    Optional<String> text(Dialect dialect) {
        return text.equals(nothing) ? Optional.empty() : Optional.of(dialect.asText(text.name()));
    }

    /** The bin of a group whose two values stand at this index of a row. */
    int binOf(Queries.Row row, int at) {
        boolean noNumber = row.isMissing(at);
        boolean noText = row.isMissing(at + 1);
        int missing = binning.bins() - 1;
        if (noNumber && noText) {
            return missing;
        }
        if (binning instanceof Binning.Cuts cuts) {
            return binned ? (int) row.number(at) : cuts.binOf(row.number(at));
        }
        if (!noNumber && !noText) {
            throw new IllegalStateException("a group has both a word and a number");
        }
        return levels.getOrDefault(noText ? Canonical.text(row.number(at)) : row.text(at + 1), missing - 1);
    }
}
