package io.watertight.spark;

import io.watertight.engine.sql.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** SQL as Spark spells it, under the settings of {@link SparkQueries}. */
final class SparkDialect implements Dialect {

    /** Registers of the sketch, as a power of two: an error below one percent. */
    private static final int REGISTERS = 14;

    private static final String INFINITY = "CAST('Infinity' AS DOUBLE)";

    @Override
    public String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    @Override
    public String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    @Override
    public String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? INFINITY : "CAST('-Infinity' AS DOUBLE)";
        }
        return value + "D";
    }

    /** NaN is larger than any other number here. */
    @Override
    public String isFinite(String expression) {
        return "abs(" + expression + ") < " + INFINITY;
    }

    /** NaN is equal to itself here. */
    @Override
    public String isNotANumber(String expression) {
        return "(" + expression + ") = CAST('NaN' AS DOUBLE)";
    }

    @Override
    public String epochSeconds(String timestamp) {
        return "(unix_micros(" + timestamp + ") / 1000000D)";
    }

    /** Java's suffixes of numbers are no part of a number. */
    @Override
    public String numberOrNull(String text) {
        return "CASE WHEN NOT " + text + " RLIKE '[dDfF]$' THEN TRY_CAST(" + text + " AS DOUBLE) END";
    }

    @Override
    public String exclusiveOr(String left, String right) {
        return "((" + left + ") ^ (" + right + "))";
    }

    @Override
    public String wholeQuotient(String value, String divisor) {
        return "(" + value + " div " + divisor + ")";
    }

    /** Spark's own floor is a BIGINT, which large numbers exceed. */
    @Override
    public String floor(String value) {
        return "(CASE WHEN rint(" + value + ") > " + value + " THEN rint(" + value + ") - 1D ELSE rint(" + value
                + ") END)";
    }

    @Override
    public String shiftedRight(String value, int bits) {
        return "shiftright(" + value + ", " + bits + ")";
    }

    @Override
    public String asText(String value) {
        return "CAST(" + value + " AS STRING)";
    }

    @Override
    public String allBut(List<String> names) {
        return "* EXCEPT (" + String.join(", ", names) + ")";
    }

    @Override
    public String numbersBelow(long count) {
        return "(SELECT id AS number FROM range(" + count + "))";
    }

    @Override
    public String smallest(String value, int count, String condition) {
        return Smallest.NUMBERS + "(CASE WHEN " + condition + " THEN " + value + " END, " + count + ")";
    }

    @Override
    public String smallestTexts(String value, int count, String condition) {
        return Smallest.TEXTS + "(CASE WHEN " + condition + " THEN " + value + " END, " + count + ")";
    }

    @Override
    public Optional<String> countsByCut(String value, double[] cuts) {
        return Optional.empty();
    }

    /** Hundred columns by one scan, summed up before anything is shuffled. */
    @Override
    public Optional<String> unfolded(List<String> kept, List<List<String>> lists, List<String> names, String from) {
        List<String> structs = lists.stream()
                .map(list -> "struct(" + String.join(", ", list) + ")")
                .toList();
        return Optional.of("SELECT " + String.join(", ", kept) + ", inline(array(" + String.join(", ", structs)
                + ")) AS (" + String.join(", ", names) + ") FROM " + from);
    }

    @Override
    public String scanOrder(String rowId) {
        return "ORDER BY " + rowId;
    }

    @Override
    public String mean(String value) {
        return "avg(" + value + ")";
    }

    @Override
    public String sum(String value) {
        return "sum(" + value + ")";
    }

    @Override
    public String median(String value) {
        return "median(" + value + ")";
    }

    /** Spark takes the distinct values of each median to one task and holds them there as objects. */
    @Override
    public long mostMedianValues() {
        return 2_000_000;
    }

    /** By the summaries of Greenwald and Khanna (2001), whose error is certain. */
    @Override
    public Optional<String> approximateQuantile(String value, List<Double> shares, int index) {
        String list = shares.stream().map(this::number).collect(Collectors.joining(", ", "array(", ")"));
        return Optional.of("percentile_approx(" + value + ", " + list + ", " + Math.round(2 / QUANTILE_ERROR) + ")["
                + index + "]");
    }

    @Override
    public String approximateDistinct(String value) {
        return "hll_sketch_estimate(hll_sketch_agg(CASE WHEN " + value + " IS NOT NULL THEN xxhash64(" + value
                + ") END, " + REGISTERS + "))";
    }

    @Override
    public String anyHash(List<String> expressions) {
        return "xxhash64(" + String.join(", ", expressions) + ")";
    }

    @Override
    public String digestNumber(String text, int digits) {
        return "CAST(conv(substring(md5(CAST(" + text + " AS BINARY)), 1, " + digits + "), 16, 10) AS BIGINT)";
    }

    @Override
    public String wholeOrNull(String number) {
        return "CASE WHEN abs(" + number + ") < 9.2E18D THEN CAST(" + number + " AS BIGINT) END";
    }
}
