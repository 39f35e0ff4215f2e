package io.watertight.engine.sql;

import java.util.List;
import java.util.Optional;

/** What SQL engines spell differently. Everything else is the common ground of DuckDB and Spark. Stateless. */
public interface Dialect {

    /** A name in quotes. */
    String quoted(String name);

    /** A text literal. */
    default String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** A literal of type DOUBLE; the value is finite. */
    String number(double value);

    /** Whether a DOUBLE is neither infinite nor NaN; unknown for NULL. */
    String isFinite(String expression);

    /** Whether a DOUBLE is NaN; unknown for NULL. */
    String isNotANumber(String expression);

    /** Seconds since 1970 UTC, as DOUBLE, of a TIMESTAMP in UTC. */
    String epochSeconds(String timestamp);

    /** A DOUBLE, or NULL where a text is no number. */
    String numberOrNull(String text);

    /** Bits that differ between two BIGINT values. */
    String exclusiveOr(String left, String right);

    /** A BIGINT of at least 0 divided by a positive one, rounded down. */
    String wholeQuotient(String value, String divisor);

    /** The largest whole number that is not above a DOUBLE, as DOUBLE. */
    String floor(String value);

    /** A BIGINT shifted to the right by some bits. */
    String shiftedRight(String value, int bits);

    /** A value as text: whole numbers, words, {@code true} and {@code false}. */
    String asText(String value);

    /** An item of a SELECT clause: all columns but some. */
    String allBut(List<String> names);

    /** An item of a FROM clause: the whole numbers from 0 below a count, in the column {@code number}. */
    String numbersBelow(long count);

    /** An aggregate: how often the condition is true; NULL if it never was true or false. */
    default String countIf(String condition) {
        return "sum(CAST(" + condition + " AS INTEGER))";
    }

    /** An aggregate: the smallest values of a BIGINT among rows where the condition is true, as a list, ascending. */
    String smallest(String value, int count, String condition);

    /**
     * An aggregate: for each of the ascending cuts the number of values above the cut before and not above this one, and, if there
     * are any, last the number of values above all cuts; as a list. Empty where an engine has no such aggregate.
     */
    Optional<String> countsByCut(String value, double[] cuts);

    /**
     * A query that makes many rows of each row: one for each of the lists, with the values named. Empty where it is faster to ask for
     * each list in a query of its own.
     *
     * @param kept values that all rows of one row share
     * @param lists values of one row each; all lists have the types of the first
     * @param names of a list's values
     * @param from an item of a FROM clause
     */
    Optional<String> unfolded(List<String> kept, List<List<String>> lists, List<String> names, String from);

    /** An aggregate: the smallest texts among rows where the condition is true, as a list. */
    String smallestTexts(String value, int count, String condition);

    /** An ORDER BY for a window over rows that a scan yields in the order of their ids; empty if that order needs no sort. */
    String scanOrder(String rowId);

    /** An aggregate: the arithmetic mean of a DOUBLE, rounded about as well as a double can hold it. */
    String mean(String value);

    /** An aggregate: the sum of a DOUBLE, likewise. */
    String sum(String value);

    /**
     * Whether plain sums of doubles and of their squares cost so much less than {@link #mean} and a deviation that columns which need no more
     * precision should be measured by them.
     */
    default boolean prefersPlainSums() {
        return false;
    }

    /** An aggregate: the exact median of a DOUBLE, interpolated. */
    String median(String value);

    /** Values that exact medians may hold in one place, over all medians of a query. */
    long mostMedianValues();

    /**
     * An aggregate: one of some approximate quantiles of a DOUBLE, which cost about as much as one; in memory that does not grow with
     * the rows. Its rank is off by less than {@link #QUANTILE_ERROR}, nearly for certain. Empty where exact medians are not bounded
     * by it; otherwise there is {@link #unfolded} too.
     *
     * @param shares of the values that lie below the quantiles
     * @param index of the quantile wanted
     */
    Optional<String> approximateQuantile(String value, List<Double> shares, int index);

    /** A share of the values. */
    double QUANTILE_ERROR = 0.0002;

    /** An aggregate: the number of distinct values, approximately. */
    String approximateDistinct(String value);

    /** A BIGINT that equal values share, of several expressions; the engine's fastest. */
    String anyHash(List<String> expressions);

    /** {@link io.watertight.core.data.Shingles#bands} of a text; NULL for NULL. */
    default String textBands(String text) {
        return "watertight_text_bands(" + text + ")";
    }

    /** {@link io.watertight.core.data.Shingles#similarity} of two texts; NULL where one is NULL. */
    default String textSimilarity(String left, String right) {
        return "watertight_text_similarity(" + left + ", " + right + ")";
    }

    /** A BIGINT from the first hexadecimal digits, at most 15, of the MD5 of a text in UTF-8. */
    String digestNumber(String text, int digits);

    /** A BIGINT, or NULL where a DOUBLE is too large for one. */
    String wholeOrNull(String number);

    /** Whether two values are equal or both NULL. */
    default String same(String left, String right) {
        return left + " IS NOT DISTINCT FROM " + right;
    }
}
