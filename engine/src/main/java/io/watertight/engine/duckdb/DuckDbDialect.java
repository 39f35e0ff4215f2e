package io.watertight.engine.duckdb;

import io.watertight.engine.sql.Dialect;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** SQL as DuckDB spells it. */
final class DuckDbDialect implements Dialect {

    @Override
    public String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "CAST('Infinity' AS DOUBLE)" : "CAST('-Infinity' AS DOUBLE)";
        }
        // Without an exponent DuckDB would read a decimal fraction of fixed length.
        String text = Double.toString(value);
        return text.contains("E") ? text : text + "e0";
    }

    @Override
    public String isFinite(String expression) {
        return "isfinite(" + expression + ")";
    }

    @Override
    public String isNotANumber(String expression) {
        return "isnan(" + expression + ")";
    }

    @Override
    public String epochSeconds(String timestamp) {
        return "epoch(" + timestamp + ")";
    }

    @Override
    public String numberOrNull(String text) {
        return "TRY_CAST(" + text + " AS DOUBLE)";
    }

    @Override
    public String digestNumber(String text, int digits) {
        return "CAST('0x' || substring(md5(" + text + "), 1, " + digits + ") AS BIGINT)";
    }

    @Override
    public String wholeOrNull(String number) {
        return "TRY_CAST(" + number + " AS BIGINT)";
    }

    @Override
    public String exclusiveOr(String left, String right) {
        return "xor(" + left + ", " + right + ")";
    }

    @Override
    public String wholeQuotient(String value, String divisor) {
        return value + " // " + divisor;
    }

    @Override
    public String floor(String value) {
        return "floor(" + value + ")";
    }

    @Override
    public String allBut(List<String> names) {
        return "* EXCLUDE (" + String.join(", ", names) + ")";
    }

    @Override
    public String numbersBelow(long count) {
        return "(SELECT range AS number FROM range(" + count + "))";
    }

    /** Each column by a scan of its own takes less than making rows of them. */
    @Override
    public Optional<String> unfolded(List<String> kept, List<List<String>> lists, List<String> names, String from) {
        return Optional.empty();
    }

    @Override
    public String shiftedRight(String value, int bits) {
        return value + " >> " + bits;
    }

    @Override
    public String asText(String value) {
        return "CAST(" + value + " AS VARCHAR)";
    }

    @Override
    public String smallest(String value, int count, String condition) {
        return "min(" + value + ", " + count + ") FILTER (WHERE " + condition + ")";
    }

    /** Counts by a binary search for each value, three times as fast as grouping by a tree of comparisons. */
    @Override
    public Optional<String> countsByCut(String value, double[] cuts) {
        // One text instead of a list of numbers: a query of a hundred columns is planned in half the time.
        return Optional.of("map_values(histogram(" + value + ", CAST('" + Arrays.toString(cuts) + "' AS DOUBLE[])))");
    }

    @Override
    public String smallestTexts(String value, int count, String condition) {
        return smallest(value, count, condition);
    }

    /** A scan keeps the order of insertion, so a window without an order is computed while rows stream by. */
    @Override
    public String scanOrder(String rowId) {
        return "";
    }

    @Override
    public String mean(String value) {
        return "favg(" + value + ")";
    }

    @Override
    public String sum(String value) {
        return "fsum(" + value + ")";
    }

    /** A third of the time. */
    @Override
    public boolean prefersPlainSums() {
        return true;
    }

    @Override
    public String median(String value) {
        return "median(" + value + ")";
    }

    @Override
    public long mostMedianValues() {
        return 50_000_000;
    }

    /** Medians are taken in one place anyway: there is but one. */
    @Override
    public Optional<String> approximateQuantile(String value, List<Double> shares, int index) {
        return Optional.empty();
    }

    @Override
    public String approximateDistinct(String value) {
        return "approx_count_distinct(" + value + ")";
    }

    @Override
    public String anyHash(List<String> expressions) {
        return "hash(" + String.join(", ", expressions) + ")";
    }
}
